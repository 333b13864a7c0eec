import type { CallMove, CallState } from "../types";

/** Who makes a move: the enterprise that posted, the office of the alliance, one of the two openers, an arbiter. */
export type Mover = "poster" | "office" | "opener" | "arbiter";

type Move = { from: readonly CallState[]; to: CallState; by: readonly Mover[] };

/** The edges of domain 3.7. "closed": one opener has come, the bids are still sealed. */
export const moves: Record<CallMove, Move> = {
  submit: { from: ["draft"], to: "triage", by: ["poster"] },
  give_back: { from: ["triage", "expert_check"], to: "draft", by: ["office"] },
  pass: { from: ["triage"], to: "expert_check", by: ["office"] },
  propose: { from: ["expert_check"], to: "agreeing", by: ["office"] },
  agree: { from: ["agreeing"], to: "agreed", by: ["poster"] },
  disagree: { from: ["agreeing"], to: "expert_check", by: ["poster"] },
  publish: { from: ["agreed"], to: "bidding", by: ["office"] },
  declare_no_bid: { from: ["bidding"], to: "no_bid", by: ["office"] },
  extend: { from: ["no_bid"], to: "bidding", by: ["office"] },
  reissue: { from: ["no_bid"], to: "agreeing", by: ["office"] },
  open_first: { from: ["bidding"], to: "closed", by: ["opener"] },
  open_second: { from: ["closed"], to: "evaluation", by: ["opener"] },
  conclude: { from: ["evaluation"], to: "choice", by: ["office"] },
  choose: { from: ["choice"], to: "notice", by: ["poster"] },
  uphold: { from: ["notice"], to: "choice", by: ["arbiter"] },
  end_notice: { from: ["notice"], to: "contract", by: ["office"] },
  contract: { from: ["contract"], to: "executing", by: ["office"] },
  sign: { from: ["executing"], to: "accepting", by: ["poster"] },
  accept: { from: ["accepting"], to: "accepted", by: ["office"] },
  rework: { from: ["accepting"], to: "executing", by: ["office"] },
  archive: { from: ["accepted"], to: "archived", by: ["office"] },
  fail: {
    from: ["no_bid", "closed", "evaluation", "choice", "contract", "executing", "accepting"],
    to: "failed",
    by: ["office"],
  },
  cancel: {
    from: ["draft", "triage", "expert_check", "agreeing", "agreed", "bidding", "no_bid"],
    to: "cancelled",
    by: ["poster", "office"],
  },
};

export const canMove = (move: CallMove, state: CallState): boolean =>
  moves[move].from.includes(state);

/** Moves that say why. */
const reasoned: readonly CallMove[] = [
  "give_back",
  "disagree",
  "extend",
  "reissue",
  "rework",
  "fail",
  "cancel",
];
export const needsReason = (move: CallMove): boolean => reasoned.includes(move);

/** Bids that were opened are read by those who decide on them. */
export const isOpened = (state: CallState): boolean =>
  [
    "evaluation",
    "choice",
    "notice",
    "contract",
    "executing",
    "accepting",
    "accepted",
    "archived",
  ].includes(state);

/** The poster chooses between the bids from then on, and reads them. */
export const isRanked = (state: CallState): boolean => isOpened(state) && state !== "evaluation";

/** The winner is named to everybody. */
export const isAwarded = (state: CallState): boolean => isRanked(state) && state !== "choice";
