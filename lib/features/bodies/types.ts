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

/** Where the item goes when the body cannot decide it: too few seats free of a conflict, or a tie that the rule refers. */
export type ReferUp = "recusals" | "tie" | null;

/** A further quorum: so many of the seats held by one kind of organizations. */
export type GroupCount = { name: string; count: number; base: number };
export type GroupTest = Test & { name: string };

/**
 * What the counts alone do not say. All of it stands in the snapshot of a vote; a meeting recorded from paper has none.
 */
export type Circumstances = {
  /** Seats with a vote that a conflict keeps out, there or not; the recused who are present unless told otherwise. */
  conflicted?: number | undefined;
  groups?: readonly GroupCount[] | undefined;
  /** Who makes the quorum, where that is not everybody who is present and free of a conflict: somebody cast and left. */
  voters?: number | undefined;
  /** A correspondence vote: so many replied, so many of those who were asked did not. */
  mail?: { replies: number; silent: number } | undefined;
  /** The vote that repeats a tied one decides for good. */
  round?: number | undefined;
  /** 决定票 of whoever chairs. */
  casting?: "yes" | "no" | undefined;
};

/** What a motion keeps so that its result can be counted again: rule, seats, and the rest. */
export type RuleSnapshot<R extends Rule = Rule> = {
  rule: R;
  seats: SeatCount;
  circumstances?: Circumstances | undefined;
};

export type Decision = {
  quorum: Test;
  groups: GroupTest[];
  pass: Test;
  tie: boolean;
  outcome: Outcome;
  referUp: ReferUp;
};

/** Forms that a body's founders may have; each brings its usual rules of order (behaviour 4.2). */
export type LegalForm =
  | "social_organization"
  | "foundation"
  | "private_non_enterprise"
  | "no_legal_form";
