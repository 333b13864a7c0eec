import { useTranslations } from "next-intl";
import type { PartyState, ProjectState } from "@/lib/features/projects/types";
import { Badge, type BadgeTone } from "../ui/badge";

const asking: readonly ProjectState[] = ["draft", "partners_confirming", "supplement", "rework"];
const ended: readonly ProjectState[] = ["rejected", "failed", "terminated"];
const settled: readonly ProjectState[] = ["registered", "accepted", "closed", "archived"];

export function toneOf(state: ProjectState): BadgeTone {
  if (asking.includes(state)) return "attention";
  if (ended.includes(state)) return "problem";
  if (settled.includes(state)) return "decided";
  return state === "running" ? "ok" : "neutral";
}

export function ProjectStateBadge({ state }: { state: ProjectState }) {
  const t = useTranslations("projects.state");
  return <Badge tone={toneOf(state)}>{t(state)}</Badge>;
}

const partyTones: Record<PartyState, BadgeTone> = {
  pending: "attention",
  confirmed: "ok",
  declined: "problem",
};

export function PartyStateBadge({ state }: { state: PartyState }) {
  const t = useTranslations("projects.partyState");
  return <Badge tone={partyTones[state]}>{t(state)}</Badge>;
}
