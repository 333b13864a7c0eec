import { getLocale, getTranslations } from "next-intl/server";
import { CollegeFacts } from "@/components/colleges/college-facts";
import { ContributionMatrix } from "@/components/colleges/contribution-matrix";
import { PartyTable } from "@/components/colleges/party-table";
import { PaperTools } from "@/components/layout/paper-tools";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { formatDay } from "@/lib/i18n/format";
import { type CollegeProps, collegeOf } from "../_sections/load";

export async function generateMetadata({ params }: CollegeProps) {
  return { title: (await collegeOf(params)).college.name };
}

export default async function PrintedCollege({ params }: CollegeProps) {
  const [t, locale, { alliance, college }] = await Promise.all([
    getTranslations("colleges"),
    getLocale(),
    collegeOf(params),
  ]);
  const frame = await loadFrame(alliance, {});
  const name = (locale === "en" && frame.nameEn) || frame.name;
  return (
    <>
      <PaperTools href={`/a/${alliance}/colleges/${college.id}`} back={college.name} />
      <article className="mx-auto flex max-w-[210mm] flex-col gap-6 border border-line bg-surface p-6 sm:p-10 print:max-w-none print:border-0 print:p-0">
        <header className="text-center">
          <h1 className="text-2xl font-semibold text-balance">{college.name}</h1>
          <p className="text-muted">
            {t(`state.${college.state}`)} · {t(`mode.${college.mode}`)}
          </p>
        </header>
        <CollegeFacts college={college} base={`/a/${alliance}`} />
        <section>
          <h2 className="mb-2 font-semibold">{t("parties")}</h2>
          <PartyTable college={college} />
        </section>
        {college.inside && (
          <section>
            <h2 className="mb-2 font-semibold">{t("matrix")}</h2>
            <ContributionMatrix college={college} inside={college.inside} />
          </section>
        )}
        <footer className="text-right text-sm text-muted">
          {t("printed", { alliance: name, day: formatDay(college.today, locale) })}
        </footer>
      </article>
    </>
  );
}
