import { useTranslations } from "next-intl";
import type { CommitmentState, FundSide } from "@/lib/features/funds/types";
import { Badge, type BadgeTone } from "../ui/badge";

const sideTones: Record<FundSide, BadgeTone> = {
  promised: "decided",
  received: "ok",
  conditional: "attention",
  proposed: "neutral",
  entered: "attention",
};

export function SideBadge({ side }: { side: FundSide }) {
  const t = useTranslations("funds.side");
  return <Badge tone={sideTones[side]}>{t(side)}</Badge>;
}

const stateTones: Record<CommitmentState, BadgeTone> = {
  proposed: "neutral",
  conditional: "attention",
  confirmed: "decided",
  cancelled: "problem",
};

export function CommitmentBadge({ state }: { state: CommitmentState }) {
  const t = useTranslations("funds.commitmentState");
  return <Badge tone={stateTones[state]}>{t(state)}</Badge>;
}
