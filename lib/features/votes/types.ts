import type { CountingRule } from "@/lib/features/bodies/rules/decide";
import type { Circumstances, Decision, SeatCount, Votes } from "@/lib/features/bodies/types";
import type { ElectorLine } from "@/lib/features/meetings/types";

export const voteStates = [
  "prepared",
  "open",
  "counted",
  "declared",
  "inquorate",
  "aborted",
  "voided",
] as const;
export type VoteState = (typeof voteStates)[number];

/** Why the same item is voted on again. */
export const voteReasons = [
  "procedural_error",
  "tie",
  "no_quorum",
  "new_facts",
  "challenge_upheld",
] as const;
export type VoteReason = (typeof voteReasons)[number];

export const choices = ["yes", "no", "abstain"] as const;
export type Choice = (typeof choices)[number];
/** A paper can be invalid; a click cannot. */
export const paperChoices = [...choices, "invalid"] as const;
export type PaperChoice = (typeof paperChoices)[number];

/** Everything that can be done with a vote; each is one edge, or stays in its state (behaviour 4.2). */
export const voteActs = [
  "open",
  "leave_block",
  "cast",
  "count_hands",
  "enter_paper",
  "confirm_paper",
  "demand_meeting",
  "extend",
  "close",
  "decide_tie",
  "declare",
  "abort",
  "challenge",
  "answer_challenge",
  "void",
] as const;
export type VoteAct = (typeof voteActs)[number];

/** A seat that may cast: who acts for it, and by which proxy. */
export type Voter = {
  seatId: string;
  number: number;
  holderName: string;
  personId: string | null;
  proxySeatId: string | null;
  proxyId: string | null;
};

/** The second freeze: how everything stood when the vote opened. Never changes; the hash is of exactly this. */
export type Opening = {
  at: string;
  text: string;
  method: "named" | "hands" | "secret";
  /** A correspondence vote: how long replies are taken. */
  mail: boolean;
  closesAt: string | null;
  /** 2 for the vote that repeats a tied one. */
  round: number;
  rule: CountingRule & { id: string };
  seats: SeatCount;
  lines: ElectorLine[];
  voters: Voter[];
  /** Why the list of seats stands although seats were filled or left since the meeting opened. */
  seatsKept?: string;
};

export type NamedBallot = { seatId: string; choice: PaperChoice; proxySeatId: string | null };

/** The third freeze: presence as it stood at the close, and what was counted. */
export type Closing = {
  at: string;
  lines: ElectorLine[];
  /** Voters of the opening who could still vote. */
  stayed: number;
  votes: Votes;
  circumstances: Circumstances;
  /** Of a named vote only. */
  ballots: NamedBallot[] | null;
  /** Seats whose paper nobody confirmed in time: not counted. */
  unconfirmed: string[];
};

/** Counts and outcome at the close; what the casting vote changes stands beside it. */
export type Tally = { votes: Votes; outcome: Decision["outcome"]; tie: boolean };

export type CastingVote = { seatId: string; choice: "yes" | "no"; reason: string; at: string };

/** A seat that had left before the close, and was noted so only afterwards. */
export type Departure = {
  seatId: string;
  number: number;
  holderName: string;
  at: string;
  /** So many seats were missing to the quorum without it. */
  short: number;
};

export type Challenge = {
  reason: string;
  by: string;
  at: string;
  answerBy: string;
  upheld: boolean | null;
  answer: string | null;
  /** Where the doubt comes from departures that were recorded late; the minutes name them. */
  departures?: Departure[];
};

/** Days within which a challenge is to be answered. */
export const challengeDays = 15;
