import type { Day } from "@/lib/kernel/dates";
import type { Confirmation, MinutesState, MinutesStep, MinutesWait, ParagraphPart } from "./types";

type Edge = { from: MinutesState; to: MinutesState };

/** The state machine of behaviour 4.2. Nothing leads back from the circulation: its deadline runs for everybody. */
const edges: Record<MinutesStep, Edge> = {
  submit: { from: "draft", to: "chair_review" },
  give_back: { from: "chair_review", to: "draft" },
  circulate: { from: "chair_review", to: "circulated" },
  confirm: { from: "circulated", to: "confirmed" },
  publish: { from: "confirmed", to: "published" },
};

/** The state after a step; undefined when the step is not allowed in this state. */
export const stateAfter = (state: MinutesState, step: MinutesStep): MinutesState | undefined =>
  edges[step].from === state ? edges[step].to : undefined;

export const isConfirmed = (state: MinutesState): boolean =>
  state === "confirmed" || state === "published";

type Text = { part: ParagraphPart | string; text: string; internal: boolean };

/** What is hashed and signed: the paragraphs in their order, and which of them are internal. */
export const canonicalText = (paragraphs: readonly Text[]): string =>
  JSON.stringify(paragraphs.map(({ part, internal, text }) => [part, internal, text]));

/** The public version: without the internal paragraphs. */
export const publicPart = <T extends Text>(paragraphs: readonly T[]): T[] =>
  paragraphs.filter(({ internal }) => !internal);

export type Readiness = {
  confirm: Confirmation;
  /** The day of objections is not over, by the clock of the database. */
  inTime: boolean;
  objectUntil: Day | null;
  openObjections: number;
  signed: number;
  /** Signatures that the rule asks for, at most as many as there are signatories. */
  needed: number;
  resolutionGiven: boolean;
};

export type ConfirmFault =
  | "objections-open"
  | "objection-period-runs"
  | "signatures-missing"
  | "confirmation-needs-resolution";

/** Why minutes are not confirmed yet. Objections are answered first, whatever the rule asks for. */
export function confirmFault(ready: Readiness): ConfirmFault | undefined {
  if (ready.openObjections > 0) return "objections-open";
  if (ready.inTime) return "objection-period-runs";
  if (ready.confirm === "signatures" && ready.signed < Math.max(1, ready.needed)) {
    return "signatures-missing";
  }
  return ready.confirm === "next_meeting" && !ready.resolutionGiven
    ? "confirmation-needs-resolution"
    : undefined;
}

/** The first open step of draft → review → circulation → confirmation → publication. */
export function waitsFor(state: MinutesState, ready: Readiness): MinutesWait {
  switch (state) {
    case "draft":
      return "secretariat";
    case "chair_review":
      return "chair";
    case "published":
      return "nobody";
    case "confirmed":
      return "publication";
    case "circulated":
      switch (confirmFault(ready)) {
        case "objections-open":
          return "answers";
        case "objection-period-runs":
          return "members";
        case "signatures-missing":
          return "signatories";
        case "confirmation-needs-resolution":
          return "next_meeting";
        case undefined:
          return "confirmation";
      }
  }
}

/** Signing begins when the text stands: after the day of objections, when all of them are answered. */
export const maySign = (
  state: MinutesState,
  ready: Pick<Readiness, "inTime" | "openObjections">,
): boolean =>
  isConfirmed(state) || (state === "circulated" && !ready.inTime && ready.openObjections === 0);
