import { useTranslations } from "next-intl";
import type { DemandMatch } from "@/lib/features/talent/schema/demands";
import { MatchBadge } from "./badges";
import { MatchSteps } from "./match-steps";
import { useAcademicYear } from "./words";

/** Schools matched with one demand, each with its next step. */
export function MatchList({
  tenant,
  matches,
}: {
  tenant: string;
  matches: readonly DemandMatch[];
}) {
  const t = useTranslations("talent.match");
  const year = useAcademicYear();
  if (matches.length === 0) return <p className="text-muted">{t("noneOfDemand")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {matches.map((match) => (
        <li key={match.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-baseline justify-between gap-2">
            <p className="min-w-0">
              <span className="font-medium">{match.school.name}</span>{" "}
              <span className="text-sm text-muted">
                {match.programme} · {year(match.academicYear)}
              </span>
            </p>
            <MatchBadge state={match.state} />
          </div>
          <p className="text-sm tabular-nums">
            {match.state === "result"
              ? t("hiredLine", { hired: match.hired, quantity: match.quantity })
              : match.form
                ? t("agreedLine", { form: t(`form.${match.form}`), quantity: match.quantity })
                : `${t("field.quantity")} ${match.quantity}`}
          </p>
          <MatchSteps tenant={tenant} match={match} />
        </li>
      ))}
    </ul>
  );
}
