import { getTranslations } from "next-intl/server";
import { PaperTools } from "@/components/layout/paper-tools";
import { ChapterText } from "@/components/reports/chapter-text";
import { FigureTable } from "@/components/reports/figure-table";
import { readChapters } from "@/components/reports/read-chapters";
import { StillCharts } from "@/components/reports/still-charts";
import { listedFigures } from "@/lib/features/reports/rules/charts";
import { chineseNumber } from "@/lib/features/reports/rules/text";
import { officialDay } from "@/lib/i18n/mail";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { type EditionProps, editionOf } from "../_sections/load";

export async function generateMetadata({ params }: EditionProps) {
  return { title: (await editionOf(params)).edition.title };
}

/** For the printer, in the language of the alliances: A4, the chapters that the reader may read, one after the other. */
export default async function PrintedEdition({ params }: EditionProps) {
  const [t, { alliance, edition }] = await Promise.all([
    getTranslations("reports"),
    editionOf(params),
  ]);
  const texts = readChapters(edition);
  const day = edition.publishedAt && dayIn(edition.publishedAt, homeZone);
  return (
    <>
      <PaperTools href={`/a/${alliance}/reports/${edition.id}`} back={edition.title} />
      <article className="mx-auto max-w-[210mm] border border-line bg-surface p-6 font-serif text-base leading-8 sm:p-12 print:max-w-none print:border-0 print:p-0">
        <h1 className="text-center text-2xl font-semibold text-balance">{edition.title}</h1>
        <p className="mt-2 text-center">
          {day ? officialDay("zh-CN", day) : t(`state.${edition.state}`)}
        </p>
        {texts.map(({ id, title, text }, place) => (
          <section key={id} className="mt-6">
            <h2 className="text-lg font-semibold">{`${chineseNumber(place + 1)}、${title}`}</h2>
            <ChapterText body={text} figures={edition.figures} />
          </section>
        ))}
        {edition.figures.length > 0 && (
          <section className="mt-6">
            <h2 className="mb-2 text-lg font-semibold">{t("charts")}</h2>
            <StillCharts edition={edition} />
            <h2 className="mt-6 mb-2 text-lg font-semibold">{t("paper.table")}</h2>
            <FigureTable figures={listedFigures(edition.figures, edition.inside !== null)} />
          </section>
        )}
        <p className="mt-12 pr-8 text-right">{edition.alliance}</p>
      </article>
    </>
  );
}
