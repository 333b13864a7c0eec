import type { OutcomeMove, OutcomeState, WaitsFor } from "../types";

/** behaviour 4.4: returned figures go back to their reporter, verified ones change only by a correction. */
const moves: Record<OutcomeMove, Partial<Record<OutcomeState, OutcomeState>>> = {
  amend: { draft: "submitted", returned: "submitted" },
  return: { submitted: "returned" },
  verify: { submitted: "verified" },
};

/** The state after a move; undefined where the move does not exist. */
export const stateAfter = (state: OutcomeState, move: OutcomeMove): OutcomeState | undefined =>
  moves[move][state];

export function waitsFor(state: OutcomeState): WaitsFor {
  if (state === "submitted") return { role: "secretariat", organization: false };
  if (state === "returned" || state === "draft") return { role: "reporter", organization: true };
  return undefined;
}

/** Does the record count in the totals that everybody reads? */
export const isApproved = (state: OutcomeState): boolean =>
  state === "verified" || state === "published";
