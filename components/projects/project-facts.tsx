import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Project } from "@/lib/features/projects/schema/projects";
import { formatCount, formatDay, formatInstant, formatMoney, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";

/** What the project is; the parts for those inside only where the reader is one of them. */
export function ProjectFacts({ tenant, project }: { tenant: string; project: Project }) {
  const t = useTranslations("projects");
  const locale = useLocale();
  const { inside } = project;
  const period = t("fact.periodValue", {
    from: formatDay(project.startsOn, locale),
    to: formatDay(project.endsOn, locale),
  });
  return (
    <>
      <Facts
        items={[
          { label: t("fact.code"), value: project.code ?? t("unnumbered") },
          { label: t("fact.type"), value: t(`type.${project.type}`) },
          { label: t("fact.source"), value: t(`source.${project.source}`) },
          { label: t("fact.period"), value: period },
          {
            label: t("fact.lead"),
            value: <Link href={`/organizations/${project.lead.id}`}>{project.lead.name}</Link>,
          },
          ...(project.registeredAt
            ? [
                {
                  label: t("fact.registeredAt"),
                  value: formatInstant(project.registeredAt, locale),
                },
              ]
            : []),
          ...(inside
            ? [
                { label: t("fact.createdAt"), value: formatInstant(inside.createdAt, locale) },
                {
                  label: t("fact.file"),
                  value: inside.file ? (
                    <a href={`/api/files/${tenant}/${inside.file.id}`}>{inside.file.name}</a>
                  ) : (
                    nothing
                  ),
                },
                ...(inside.park ? [{ label: t("fact.park"), value: inside.park.name }] : []),
                ...(inside.contractNo
                  ? [{ label: t("fact.contractNo"), value: inside.contractNo }]
                  : []),
                ...(inside.budget
                  ? [{ label: t("fact.budget"), value: formatMoney(inside.budget, locale).exact }]
                  : []),
                ...(inside.settlement
                  ? [{ label: t("fact.settlement"), value: inside.settlement }]
                  : []),
                {
                  label: t("fact.outcomes"),
                  value: (
                    <Link href={`/a/${tenant}/outcomes?project=${project.id}`}>
                      {t("fact.outcomesValue", { count: formatCount(inside.outcomes, locale) })}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
      {inside?.summary && (
        <div className="mt-4 max-w-prose">
          <p className="text-sm text-muted">{t("fact.summary")}</p>
          <p className="whitespace-pre-line">{inside.summary}</p>
        </div>
      )}
    </>
  );
}
