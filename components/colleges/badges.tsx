import { useTranslations } from "next-intl";
import type { CollegeMode, CollegeState, ReviewGrade } from "@/lib/features/colleges/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<CollegeState, BadgeTone> = {
  proposed: "neutral",
  feasibility: "attention",
  approved: "attention",
  agreement_signed: "attention",
  board_formed: "attention",
  operating: "ok",
  yearly_review: "attention",
  rectifying: "problem",
  renewed: "ok",
  exiting: "problem",
  closed: "decided",
};

export function CollegeBadge({ state }: { state: CollegeState }) {
  const t = useTranslations("colleges.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

/** A plaque on the wall is not the same as a college that runs. */
export function ModeBadge({ mode }: { mode: CollegeMode }) {
  const t = useTranslations("colleges.mode");
  return <Badge tone={mode === "entity" ? "decided" : "neutral"}>{t(mode)}</Badge>;
}

const grades: Record<ReviewGrade, BadgeTone> = {
  a: "ok",
  b: "ok",
  c: "attention",
  d: "problem",
};

export function GradeBadge({ grade }: { grade: ReviewGrade }) {
  const t = useTranslations("colleges.grade");
  return <Badge tone={grades[grade]}>{t(grade)}</Badge>;
}
