import { useTranslations } from "next-intl";
import type {
  AdjustmentState,
  MatchState,
  ShownDemandState,
  SupplyState,
  TalentReportState,
} from "@/lib/features/talent/types";
import { Badge, type BadgeTone } from "../ui/badge";

const demandTones: Record<ShownDemandState, BadgeTone> = {
  draft: "neutral",
  submitted: "attention",
  confirmed: "attention",
  open: "ok",
  partly_matched: "ok",
  filled: "decided",
  withdrawn: "neutral",
  expired: "problem",
};
export function DemandBadge({ state }: { state: ShownDemandState }) {
  const t = useTranslations("talent.demand");
  return <Badge tone={demandTones[state]}>{t(`state.${state}`)}</Badge>;
}

const supplyTones: Record<SupplyState, BadgeTone> = {
  draft: "neutral",
  school_confirmed: "attention",
  bureau_confirmed: "attention",
  published: "ok",
};
export function SupplyBadge({ state }: { state: SupplyState }) {
  const t = useTranslations("talent.supply");
  return <Badge tone={supplyTones[state]}>{t(`state.${state}`)}</Badge>;
}

const matchTones: Record<MatchState, BadgeTone> = {
  suggested: "neutral",
  contacted: "attention",
  agreed: "ok",
  result: "decided",
  dropped: "neutral",
};
export function MatchBadge({ state }: { state: MatchState }) {
  const t = useTranslations("talent.match");
  return <Badge tone={matchTones[state]}>{t(`state.${state}`)}</Badge>;
}

const adjustmentTones: Record<AdjustmentState, BadgeTone> = {
  proposed: "attention",
  endorsed: "ok",
  carried_out: "decided",
  refused: "problem",
  withdrawn: "neutral",
};
export function AdjustmentBadge({ state }: { state: AdjustmentState }) {
  const t = useTranslations("talent.adjustment");
  return <Badge tone={adjustmentTones[state]}>{t(`state.${state}`)}</Badge>;
}

const reportTones: Record<TalentReportState, BadgeTone> = {
  draft: "neutral",
  reviewed: "attention",
  published: "decided",
  discarded: "neutral",
};
export function ReportBadge({ state }: { state: TalentReportState }) {
  const t = useTranslations("talent.report");
  return <Badge tone={reportTones[state]}>{t(`state.${state}`)}</Badge>;
}
