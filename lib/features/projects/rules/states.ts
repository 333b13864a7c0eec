import type { MilestoneState, PartyState, ProjectMove, ProjectState } from "../types";

/** Who makes a move: the lead organization, the organization of a party, the secretariat, or the supervisors. */
export type Mover = "lead" | "party" | "secretariat" | "supervisor";

type Move = {
  from: readonly ProjectState[];
  /** Where it leads as a rule; a few moves have more than one end, see `ends`. */
  to: ProjectState;
  by: readonly Mover[];
};

const both: readonly Mover[] = ["lead", "secretariat"];
const office: readonly Mover[] = ["secretariat"];

/**
 * The edges of behaviour 4.3. `answer` leaves its state only with the last confirmation or the first refusal, see
 * afterAnswer. The same pairs stand in the database (project_edges); a test compares.
 */
export const moves: Record<ProjectMove, Move> = {
  answer: { from: ["partners_confirming"], to: "check", by: ["party"] },
  recall: { from: ["partners_confirming"], to: "draft", by: both },
  ask_again: { from: ["draft"], to: "partners_confirming", by: both },
  request_supplement: { from: ["check"], to: "supplement", by: office },
  supplement: { from: ["supplement"], to: "check", by: both },
  open_review: { from: ["check"], to: "review", by: office },
  close_review: { from: ["review"], to: "decision", by: office },
  propose: { from: ["check"], to: "decision", by: office },
  register: { from: ["decision"], to: "registered", by: office },
  /** The decision says no; before it comes to one the office alone may. */
  refuse: { from: ["decision"], to: "rejected", by: office },
  reject: { from: ["check", "supplement"], to: "rejected", by: office },
  withdraw: {
    from: ["draft", "partners_confirming", "check", "supplement", "review", "decision"],
    to: "withdrawn",
    by: both,
  },
  start: { from: ["registered"], to: "running", by: both },
  suspend: { from: ["running"], to: "suspended", by: ["secretariat", "supervisor"] },
  resume: { from: ["suspended"], to: "running", by: office },
  terminate: {
    from: ["registered", "running", "suspended", "rework"],
    to: "terminated",
    by: office,
  },
  request_acceptance: { from: ["running", "rework"], to: "acceptance_requested", by: both },
  open_acceptance: { from: ["acceptance_requested"], to: "accepting", by: office },
  close_acceptance: { from: ["accepting"], to: "accepted", by: office },
  settle: { from: ["accepted", "failed", "terminated"], to: "settlement", by: both },
  close: { from: ["settlement"], to: "closed", by: office },
  follow: { from: ["closed"], to: "follow_up", by: office },
  archive: { from: ["closed", "follow_up"], to: "archived", by: office },
};

/** Every end of a move that has more than one. */
const moreEnds: Partial<Record<ProjectMove, readonly ProjectState[]>> = {
  answer: ["check", "draft", "partners_confirming"],
  ask_again: ["partners_confirming", "check"],
  close_acceptance: ["accepted", "rework", "failed"],
};

export const ends = (move: ProjectMove): readonly ProjectState[] =>
  moreEnds[move] ?? [moves[move].to];

export const canMove = (move: ProjectMove, state: ProjectState): boolean =>
  moves[move].from.includes(state);

/** Where the answers of the parties lead: one refusal returns it to the lead, the last confirmation sends it on. */
export function afterAnswer(states: readonly PartyState[]): ProjectState {
  if (states.includes("declined")) return "draft";
  return states.every((state) => state === "confirmed") ? "check" : "partners_confirming";
}

/**
 * Whose confirmation still counts when the lead asks again. A party confirmed what it read: with other content
 * everybody but the lead is asked anew.
 */
export const answerKept = (
  party: { isLead: boolean; state: PartyState },
  contentChanged: boolean,
): boolean => party.isLead || (party.state === "confirmed" && !contentChanged);

export const milestoneMoves = ["begin", "submit", "accept", "return", "waive", "reopen"] as const;
export type MilestoneMove = (typeof milestoneMoves)[number];

/** The edges of a milestone. `reopen` takes an acceptance back. */
export const milestoneEdges: Record<
  MilestoneMove,
  { from: readonly MilestoneState[]; to: MilestoneState }
> = {
  begin: { from: ["planned"], to: "running" },
  submit: { from: ["running", "returned"], to: "submitted" },
  accept: { from: ["submitted"], to: "accepted" },
  return: { from: ["submitted"], to: "returned" },
  waive: { from: ["planned", "running", "returned"], to: "waived" },
  reopen: { from: ["accepted"], to: "returned" },
};

export const canMoveMilestone = (move: MilestoneMove, state: MilestoneState): boolean =>
  milestoneEdges[move].from.includes(state);

/** Nothing more is to be done for it. */
export const isDone = (state: MilestoneState): boolean =>
  state === "accepted" || state === "waived";

/** Late is computed from the day, never kept. */
export const isOverdue = (state: MilestoneState, dueOn: string, today: string): boolean =>
  !isDone(state) && state !== "submitted" && dueOn < today;

/** While it lives and has its number its plan can be changed and its milestones are decided about. */
export const underWay: readonly ProjectState[] = ["registered", "running", "suspended", "rework"];

const working: readonly MilestoneMove[] = ["begin", "submit"];

/** Work on a milestone rests while its project is suspended; what was handed in before is still decided. */
export const milestonesMove = (move: MilestoneMove, project: ProjectState): boolean =>
  underWay.includes(project) && !(project === "suspended" && working.includes(move));

/** Before the decision the plan is the lead's to write. */
export const planning: readonly ProjectState[] = [
  "draft",
  "check",
  "supplement",
  "review",
  "decision",
];

/** Days within which the lead says whether it goes on with a partner that has left the alliance. */
export const partnerDays = 30;

/** States in which another organization may ask to be taken in. */
export const joinable: readonly ProjectState[] = [
  "partners_confirming",
  "check",
  "supplement",
  "registered",
  "running",
];
