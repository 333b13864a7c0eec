import { useTranslations } from "next-intl";
import type { EvaluationState, Grade } from "@/lib/features/evaluations/types";
import { Badge, type BadgeTone } from "../ui/badge";

export function StateBadge({ state }: { state: EvaluationState }) {
  const t = useTranslations("evaluations.state");
  const over = state === "published" || state === "follow_up" || state === "council_ratified";
  return <Badge tone={over ? "decided" : "attention"}>{t(state)}</Badge>;
}

const tones: Record<Grade, BadgeTone> = { a: "ok", b: "ok", c: "attention", d: "problem" };

export function GradeBadge({ grade, vetoed }: { grade: Grade; vetoed?: boolean }) {
  const t = useTranslations("evaluations");
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[grade]}>{t(`grade.${grade}`)}</Badge>
      {vetoed && <Badge tone="problem">{t("vetoed")}</Badge>}
    </span>
  );
}
