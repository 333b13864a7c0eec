import { getLocale, getTranslations } from "next-intl/server";
import { SubjectTable } from "@/components/evaluations/subject-table";
import { PaperTools } from "@/components/layout/paper-tools";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { type RoundProps, roundOf } from "../_sections/load";

export async function generateMetadata({ params }: RoundProps) {
  return { title: (await roundOf(params)).round.title };
}

/** One sheet of A4: who, how much, which grade, by which scheme and resolution. */
export default async function PrintedRound({ params }: RoundProps) {
  const [t, locale, { alliance, round }] = await Promise.all([
    getTranslations("evaluations"),
    getLocale(),
    roundOf(params),
  ]);
  const frame = await loadFrame(alliance, {});
  const name = (locale === "en" && frame.nameEn) || frame.name;
  return (
    <>
      <PaperTools href={`/a/${alliance}/evaluations/${round.id}`} back={round.title} />
      <article className="mx-auto flex max-w-[210mm] flex-col gap-6 border border-line bg-surface p-6 sm:p-10 print:max-w-none print:border-0 print:p-0">
        <header className="text-center">
          <h1 className="text-2xl font-semibold text-balance">{round.title}</h1>
          <p className="text-muted">
            {round.scheme.name} {t("schemes.edition", { n: round.scheme.edition })} ·{" "}
            {t(`state.${round.state}`)}
          </p>
        </header>
        <SubjectTable round={round} />
        {round.resolution && (
          <p>
            {t("resolution")}：{round.resolution.title}
          </p>
        )}
        <footer className="text-right text-sm text-muted">
          {t("printed", { alliance: name, day: formatInstant(round.stateSince, locale) })}
        </footer>
      </article>
    </>
  );
}
