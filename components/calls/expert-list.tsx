import { useTranslations } from "next-intl";
import type { CallInside } from "@/lib/features/calls/schema/view";
import { Badge } from "../ui/badge";
import { ReleaseForm } from "./expert-forms";

type Props = { tenant: string; experts: CallInside["experts"]; mayRelease: boolean };

/** Who checks the need and who judges the bids, and how far they are. */
export function ExpertList({ tenant, experts, mayRelease }: Props) {
  const t = useTranslations("calls.expert");
  if (experts.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {experts.map((one) => (
        <li key={one.id}>
          <p className="flex flex-wrap items-center gap-2">
            {one.name}
            <span className="text-sm text-muted">{t(one.stage)}</span>
            <Badge tone={one.state === "recused" ? "problem" : "neutral"}>
              {t(`state.${one.state}`)}
            </Badge>
            {one.state === "clear" && (
              <Badge tone={one.done ? "ok" : "attention"}>{t(one.done ? "done" : "open")}</Badge>
            )}
          </p>
          {one.reason && <p className="text-sm text-muted">{one.reason}</p>}
          {mayRelease && one.state !== "recused" && !one.done && (
            <ReleaseForm tenant={tenant} expertId={one.id} name={one.name} />
          )}
        </li>
      ))}
    </ul>
  );
}

const questions = ["necessary", "novel", "feasible", "beneficial"] as const;

/** What the experts say of the need: four sides, four questions. */
export function Opinions({ opinions }: { opinions: CallInside["opinions"] }) {
  const t = useTranslations("calls.opinion");
  if (opinions.length === 0) return <p className="text-muted">{t("none")}</p>;
  const placed = opinions.map((one, place) => ({ ...one, place }));
  return (
    <ul className="flex flex-col gap-4">
      {placed.map((one) => (
        <li key={one.place} className="flex flex-col gap-1">
          <p className="flex flex-wrap items-center gap-2">
            {one.name || t("expert")}
            <Badge tone={one.recommended ? "ok" : "problem"}>
              {t(one.recommended ? "recommended" : "notRecommended")}
            </Badge>
            {questions.map(
              (question) => one[question] && <Badge key={question}>{t(question)}</Badge>,
            )}
          </p>
          <p className="text-sm text-muted">
            {t("sides", {
              pull: one.pull,
              basis: one.basis,
              technical: one.technical,
              financial: one.financial,
            })}
          </p>
          <p className="max-w-prose whitespace-pre-line">{one.comment}</p>
        </li>
      ))}
    </ul>
  );
}
