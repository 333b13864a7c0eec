import { useTranslations } from "next-intl";
import type { CaseState, EditionState, SectionState } from "@/lib/features/reports/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<EditionState, BadgeTone> = {
  outline: "neutral",
  data_snapshot: "attention",
  drafting: "attention",
  merge: "attention",
  review: "attention",
  council_approved: "decided",
  submitted: "decided",
  published: "ok",
};

export function EditionBadge({ state }: { state: EditionState }) {
  const t = useTranslations("reports.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

const sectionTones: Record<SectionState, BadgeTone> = {
  open: "neutral",
  drafting: "neutral",
  submitted: "attention",
  returned: "problem",
  accepted: "ok",
};

export function SectionBadge({ state }: { state: SectionState }) {
  const t = useTranslations("reports.sectionState");
  return <Badge tone={sectionTones[state]}>{t(state)}</Badge>;
}

const caseTones: Record<CaseState, BadgeTone> = {
  draft: "neutral",
  submitted: "attention",
  returned: "problem",
  selected: "ok",
};

export function CaseBadge({ state }: { state: CaseState }) {
  const t = useTranslations("cases.state");
  return <Badge tone={caseTones[state]}>{t(state)}</Badge>;
}
