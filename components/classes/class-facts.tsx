import Link from "next/link";
import { useTranslations } from "next-intl";
import { patternOf } from "@/lib/features/classes/rules";
import type { ClassView } from "@/lib/features/classes/schema";
import { nothing } from "@/lib/i18n/format";
import { useAcademicYear } from "../talent/words";
import { Facts } from "../ui/facts";

/** School, agreements, partners with their masters, and the stages in their order. */
export function ClassFacts({ found, base }: { found: ClassView; base: string }) {
  const t = useTranslations("classes");
  const year = useAcademicYear();
  const { stages, partners } = found;
  return (
    <div className="flex flex-col gap-4">
      <Facts
        items={[
          { label: t("field.school"), value: found.school.name },
          { label: t("field.offering"), value: found.offering?.programme ?? nothing },
          { label: t("field.college"), value: found.college?.name ?? nothing },
          {
            label: t("field.startYear"),
            value: found.startYear === null ? nothing : year(found.startYear),
          },
          {
            label: t("stages"),
            value: stages.length > 0 ? t("pattern", { pattern: patternOf(stages) }) : t("noStages"),
          },
          ...(found.agreements.length > 0
            ? [
                {
                  label: t("field.agreement"),
                  value: found.agreements.map(({ id, title }) => (
                    <Link key={id} href={`${base}/agreements/${id}`} className="block">
                      {title}
                    </Link>
                  )),
                },
              ]
            : []),
        ]}
      />
      {stages.length > 0 && (
        <ol className="grid gap-2 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]">
          {stages.map((stage) => (
            <li key={stage.ordinal} className="rounded border border-line bg-sunken px-3 py-2">
              <p className="font-medium">
                {stage.ordinal}. {stage.title}
              </p>
              <p className="text-sm text-muted tabular-nums">
                {t("stageLine", { months: stage.months, place: t(`place.${stage.place}`) })}
              </p>
            </li>
          ))}
        </ol>
      )}
      {partners.length > 0 && (
        <div>
          <h3 className="text-sm text-muted">{t("field.partners")}</h3>
          <ul>
            {partners.map((partner) => (
              <li key={partner.id}>
                {partner.name}{" "}
                <span className="text-sm text-muted">
                  {t("mentorCount", { count: partner.mentors })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {found.note && <p className="max-w-prose whitespace-pre-line">{found.note}</p>}
    </div>
  );
}
