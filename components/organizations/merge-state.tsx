import { useTranslations } from "next-intl";
import type { MergeState } from "@/lib/features/organizations/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<MergeState, BadgeTone> = {
  proposed: "attention",
  approved: "decided",
  rejected: "problem",
  withdrawn: "neutral",
};

export function MergeStateBadge({ state }: { state: MergeState }) {
  const t = useTranslations("organizations.merge.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
