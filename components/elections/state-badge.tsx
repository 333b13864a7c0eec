import { useTranslations } from "next-intl";
import type { ElectionState } from "@/lib/features/elections/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<ElectionState, BadgeTone> = {
  planned: "neutral",
  nominating: "attention",
  acceptance: "attention",
  checked: "attention",
  ballot: "attention",
  counted: "attention",
  declared: "attention",
  objection_period: "attention",
  filled: "decided",
  cancelled: "neutral",
};

export function ElectionStateBadge({ state }: { state: ElectionState }) {
  const t = useTranslations("elections.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
