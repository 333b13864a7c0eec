/** Classes of matters; each has its own rule in a body. */
export const matters = [
  "ordinary",
  "special",
  "election",
  "membership",
  "charter",
  "procedural",
] as const;
export type Matter = (typeof matters)[number];

export const quorumBases = ["seats_all", "seats_filled", "seats_eligible"] as const;
export const passBases = ["present", "cast", "yes_plus_no", "seats_filled", "seats_all"] as const;
/** gte: 以上, the number itself is enough. gt: 过 or 超过, it is not. */
export const comparators = ["gte", "gt"] as const;
export const tieRules = ["fails", "chair_casts", "one_more_round_then_fails", "refer_up"] as const;

export type QuorumBase = (typeof quorumBases)[number];
export type PassBase = (typeof passBases)[number];
export type Comparator = (typeof comparators)[number];
export type TieRule = (typeof tieRules)[number];

/** "At least two thirds of" or "more than half of": two integers and a comparator, never a decimal. */
export type Share = { num: number; den: number; cmp: Comparator };

/** What a charter says about deciding one class of matters. */
export type Rule = {
  quorum: Share & { base: QuorumBase };
  pass: Share & { base: PassBase };
  tie: TieRule;
};

/**
 * The seats as they were when the meeting opened. `eligible` leaves out seats of suspended members: occupied, but
 * without a vote (behaviour 4.1, guard 4).
 */
export type SeatCount = { all: number; filled: number; eligible: number };

/** What was counted. `present` are eligible seats in the room, online or by proxy; the recused are among them. */
export type Votes = {
  present: number;
  recused: number;
  yes: number;
  no: number;
  abstain: number;
  invalid: number;
};

export const outcomes = ["carried", "rejected", "tied", "inquorate"] as const;
export type Outcome = (typeof outcomes)[number];

/** One comparison, ready to be put into words: `count × den` against `num × base`. */
export type Test = Share & {
  base: number;
  count: number;
  /** Smallest count that is enough; null when none ever is. */
  needed: number | null;
  met: boolean;
};

export type Decision = { quorum: Test; pass: Test; tie: boolean; outcome: Outcome };

/** Forms that a body's founders may have; each brings its usual rules of order (behaviour 4.2). */
export type LegalForm =
  | "social_organization"
  | "foundation"
  | "private_non_enterprise"
  | "no_legal_form";
