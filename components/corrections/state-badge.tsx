import { useTranslations } from "next-intl";
import type { CorrectionState } from "@/lib/features/corrections/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<CorrectionState, BadgeTone> = {
  requested: "attention",
  endorsed: "attention",
  applied: "decided",
  refused: "neutral",
  withdrawn: "neutral",
};

export function CorrectionBadge({ state }: { state: CorrectionState }) {
  const t = useTranslations("corrections.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
