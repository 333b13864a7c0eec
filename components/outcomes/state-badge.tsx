import { useTranslations } from "next-intl";
import type { OutcomeState } from "@/lib/features/outcomes/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<OutcomeState, BadgeTone> = {
  draft: "neutral",
  submitted: "attention",
  returned: "problem",
  verified: "ok",
  published: "decided",
  superseded: "neutral",
};

export function OutcomeStateBadge({ state }: { state: OutcomeState }) {
  const t = useTranslations("outcomes.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
