import type { PartyState, ProjectMove, ProjectState } from "../types";

/** Who makes a move: the lead organization, the organization of a party, or the secretariat. */
export type Mover = "lead" | "party" | "secretariat";

type Move = {
  from: readonly ProjectState[];
  to: ProjectState;
  by: readonly Mover[];
};

/**
 * The edges of this release (behaviour 4.3). `answer` leaves its state only with the last confirmation or the first
 * refusal, see afterAnswer.
 */
export const moves: Record<ProjectMove, Move> = {
  answer: { from: ["partners_confirming"], to: "check", by: ["party"] },
  ask_again: { from: ["draft"], to: "partners_confirming", by: ["lead", "secretariat"] },
  request_supplement: { from: ["check"], to: "supplement", by: ["secretariat"] },
  supplement: { from: ["supplement"], to: "check", by: ["lead", "secretariat"] },
  register: { from: ["check"], to: "registered", by: ["secretariat"] },
  start: { from: ["registered"], to: "running", by: ["lead", "secretariat"] },
  reject: { from: ["check", "supplement"], to: "rejected", by: ["secretariat"] },
  withdraw: {
    from: ["draft", "partners_confirming", "check", "supplement"],
    to: "withdrawn",
    by: ["lead", "secretariat"],
  },
};

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
