import type { VoteAct, VoteState } from "../types";

type Edge = { from: readonly VoteState[]; to: VoteState | "same" };

/** The state machine of behaviour 4.2. A close may also end without quorum; the database keeps the same edges. */
const edges: Record<VoteAct, Edge> = {
  open: { from: ["prepared"], to: "open" },
  leave_block: { from: ["prepared"], to: "same" },
  cast: { from: ["open"], to: "same" },
  count_hands: { from: ["open"], to: "same" },
  enter_paper: { from: ["open"], to: "same" },
  confirm_paper: { from: ["open"], to: "same" },
  demand_meeting: { from: ["open"], to: "same" },
  extend: { from: ["open"], to: "same" },
  close: { from: ["open"], to: "counted" },
  decide_tie: { from: ["counted"], to: "same" },
  declare: { from: ["counted"], to: "declared" },
  abort: { from: ["prepared", "open", "counted"], to: "aborted" },
  challenge: { from: ["declared"], to: "same" },
  answer_challenge: { from: ["declared"], to: "same" },
  void: { from: ["declared"], to: "voided" },
};

export const canAct = (state: VoteState, act: VoteAct): boolean => edges[act].from.includes(state);

/** States in which an item waits for the end of a vote. */
export const isRunning = (state: VoteState): boolean =>
  state === "prepared" || state === "open" || state === "counted";
