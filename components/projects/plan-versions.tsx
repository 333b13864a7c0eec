import { useLocale, useTranslations } from "next-intl";
import type { PlanView } from "@/lib/features/projects/schema/changes";
import { formatDay, formatInstant } from "@/lib/i18n/format";

/** Every version of the plan, the one in force open, what was planned originally always to be found. */
export function PlanVersions({ plans }: { plans: readonly PlanView[] }) {
  const t = useTranslations("projects");
  const locale = useLocale();
  return (
    <div className="flex flex-col gap-2">
      {plans.map((one, index) => (
        <details key={one.number} open={index === 0} className="rounded border border-line p-3">
          <summary className="cursor-pointer font-medium">
            {t("change.plan", { n: String(one.number) })}
            {one.number === 1 && ` · ${t("change.original")}`}
            {index === 0 && ` · ${t("change.now")}`}
            <span className="font-normal text-muted"> {formatInstant(one.at, locale)}</span>
          </summary>
          <p className="mt-2">
            {one.content.title} ·{" "}
            {t("fact.periodValue", {
              from: formatDay(one.content.startsOn, locale),
              to: formatDay(one.content.endsOn, locale),
            })}
          </p>
          <p className="text-sm text-muted">
            {one.content.parties.map((party) => party.name).join(t("separator"))}
          </p>
          <ol className="mt-1 list-decimal pl-5">
            {one.content.milestones.map((milestone) => (
              <li key={milestone.id}>
                {milestone.title}，{formatDay(milestone.dueOn, locale)}
              </li>
            ))}
          </ol>
        </details>
      ))}
    </div>
  );
}
