import type { NamedParty, ProjectState, Waiting } from "../types";

/** Days within which a partner should answer (behaviour 4.3). */
export const answerDays = 14;

const DAY_MS = 86_400_000;

type Facts = {
  state: ProjectState;
  stateSince: Date;
  /** It has no milestone. */
  unplanned: boolean;
  /** Since when a milestone that was handed in lies there unanswered, the oldest of them. */
  handedInAt: Date | null;
  /** Since when a change or an early end that was asked for waits for its answer, the oldest of them. */
  askedAt: Date | null;
  lead: { id: string; name: string };
  parties: readonly NamedParty[];
};

/** Who acts next in each state; in the others it waits for nobody. */
export const actsIn: Partial<Record<ProjectState, NonNullable<Waiting>["party"]>> = {
  draft: "lead",
  partners_confirming: "partners",
  check: "secretariat",
  supplement: "lead",
  review: "experts",
  decision: "authority",
  registered: "lead",
  acceptance_requested: "secretariat",
  accepting: "experts",
  rework: "lead",
  accepted: "lead",
  failed: "lead",
  terminated: "lead",
  settlement: "secretariat",
};

/** States in which a project waits for somebody, whatever else is true of it. */
export const waitingStates = Object.keys(actsIn) as ProjectState[];

/** Runs without a plan: its lead is waited for, as nothing can be handed in. */
const lacksPlan = ({ state, unplanned }: Pick<Facts, "state" | "unplanned">): boolean =>
  state === "running" && unplanned;

/** The status line as data: who has to act next, and since when it lies there. */
export function waitingFor(facts: Facts): Waiting {
  const { state, stateSince, lead, parties } = facts;
  const [first] = [facts.handedInAt, facts.askedAt]
    .flatMap((at) => at ?? [])
    .sort((a, b) => a.getTime() - b.getTime());
  if (state === "running" && first) {
    return { party: "secretariat", organizations: [], since: first };
  }
  const party = lacksPlan(facts) ? "lead" : actsIn[state];
  if (!party) return null;
  const pending = parties
    .filter((one) => one.state === "pending")
    .map((one) => ({ id: one.organizationId, name: one.name }));
  const named = { partners: pending, lead: [lead], secretariat: [], experts: [], authority: [] };
  return { party, organizations: named[party], since: stateSince };
}

/** Has a partner let the days pass in which an answer is expected? */
export const isLate = (waiting: Waiting, at: Date): boolean =>
  waiting?.party === "partners" && at.getTime() - waiting.since.getTime() > answerDays * DAY_MS;
