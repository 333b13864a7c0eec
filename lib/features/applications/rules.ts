import { addDays, type Day, dayIn } from "@/lib/kernel/dates";
import type { ApplicationState, Step } from "./types";

type Edge = { from: readonly ApplicationState[]; to: ApplicationState };

/**
 * The state machine of behaviour 4.1. The applicant may withdraw until the vote; an application on the agenda leaves it
 * by the council's decision only. `put_off`: the meeting came to no decision, the application waits for the next.
 * `announce`: 公示, where the rule asks for it; `put_back`: an objection during it sends the case back to the council.
 */
const edges: Record<Step, Edge> = {
  take: { from: ["submitted"], to: "checking" },
  ask: { from: ["checking"], to: "supplement" },
  answer: { from: ["supplement"], to: "checking" },
  recommend: { from: ["checking"], to: "recommended" },
  lapse: { from: ["supplement"], to: "lapsed" },
  withdraw: { from: ["submitted", "checking", "supplement", "recommended"], to: "withdrawn" },
  put_on_agenda: { from: ["recommended"], to: "on_agenda" },
  put_off: { from: ["on_agenda"], to: "recommended" },
  announce: { from: ["on_agenda"], to: "public_notice" },
  put_back: { from: ["public_notice"], to: "recommended" },
  admit: { from: ["on_agenda", "public_notice"], to: "admitted" },
  decline: { from: ["on_agenda"], to: "declined" },
};

/** The state after a step; undefined when the step is not allowed in this state. */
export const stateAfter = (state: ApplicationState, step: Step): ApplicationState | undefined =>
  edges[step].from.includes(state) ? edges[step].to : undefined;

export const canStep = (state: ApplicationState, step: Step): boolean =>
  stateAfter(state, step) !== undefined;

/** Whom an open application waits for. */
export type Waiting = "secretariat" | "applicant" | "council" | "nobody";

export function waitsFor(state: ApplicationState): Waiting {
  switch (state) {
    case "submitted":
    case "checking":
    case "on_agenda":
    case "public_notice":
      return "secretariat";
    case "supplement":
      return "applicant";
    case "recommended":
      return "council";
    case "admitted":
    case "declined":
    case "withdrawn":
    case "lapsed":
      return "nobody";
  }
}

/** Days without an answer after which a question may be closed as lapsed. */
const lapseAfterDays = 60;

/** First day on which an unanswered application may be closed. */
export const lapseDay = (askedAt: Date, timeZone: string, days = lapseAfterDays): Day =>
  addDays(dayIn(askedAt, timeZone), days);

/** The system proposes the lapse; a person carries it out. */
export const isLapseDue = (
  state: ApplicationState,
  stateSince: Date,
  today: Day,
  timeZone: string,
): boolean => state === "supplement" && today >= lapseDay(stateSince, timeZone);

/** What the secretariat sees to before it recommends; every point is answered by the data, none is ticked by hand. */
export type CheckPoint =
  | "code_valid"
  | "not_member"
  | "in_register"
  | "questions_answered"
  | "contribution_stated";

export function checklist(facts: {
  state: ApplicationState;
  isMember: boolean;
  organizationId: string | null;
  contributionPlan: string;
}): { point: CheckPoint; done: boolean }[] {
  return [
    { point: "code_valid", done: true },
    // Whoever was admitted is a member by this very case.
    { point: "not_member", done: !facts.isMember || facts.state === "admitted" },
    { point: "contribution_stated", done: facts.contributionPlan.trim().length > 0 },
    { point: "questions_answered", done: facts.state !== "supplement" },
    { point: "in_register", done: facts.organizationId !== null },
  ];
}
