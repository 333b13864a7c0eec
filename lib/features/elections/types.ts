import type { RuleInForce } from "@/lib/features/bodies/schema/roster";
import type { Comparator, SeatCount, Test } from "@/lib/features/bodies/types";

export const electionStates = [
  "planned",
  "nominating",
  "acceptance",
  "checked",
  "ballot",
  "counted",
  "declared",
  "objection_period",
  "filled",
  "cancelled",
] as const;
export type ElectionState = (typeof electionStates)[number];

/** What moves an election along; each is one edge of behaviour 4.2, or an act within a state. */
export const electionActs = [
  "open_nominations",
  "nominate",
  "close_nominations",
  "answer",
  "check",
  "finish_check",
  "open_ballot",
  "cast",
  "close_ballot",
  "abort_ballot",
  "open_run_off",
  "draw_lot",
  "witness_lot",
  "declare",
  "announce",
  "object",
  "answer_objection",
  "fill",
  "cancel",
] as const;
export type ElectionAct = (typeof electionActs)[number];

/** Acts of the secretariat that carry nothing but themselves. */
export const plainSteps = [
  "open_nominations",
  "close_nominations",
  "finish_check",
  "declare",
  "announce",
] as const satisfies readonly ElectionAct[];

/** What is missing before the ballot can be frozen. */
export const missingParts = [
  "candidates-too-few",
  "candidates-too-many",
  "answers-outstanding",
  "checks-outstanding",
  "marks-above-seats",
  "rule-missing",
  "electors-too-few",
  "electors-without-person",
] as const;
export type MissingPart = (typeof missingParts)[number];

export type Elector = {
  seatId: string;
  number: number;
  holderName: string;
  personId: string | null;
};
export type PaperLine = { candidateId: string; name: string };

/** Frozen when a round opens; the result is counted from this and the papers alone. */
export type Opening = {
  at: string;
  closesAt: string;
  meetingId: string | null;
  runOff: boolean;
  /** Seats that this round fills. */
  seats: number;
  minMarks: number;
  maxMarks: number;
  /** Share of the papers cast that a candidate needs; none in a run-off: its candidates had it already. */
  approval: { num: number; den: number; cmp: Comparator } | null;
  candidates: PaperLine[];
  rule: RuleInForce;
  seatCount: SeatCount;
  electors: Elector[];
};

export type CandidateCount = {
  candidateId: string;
  name: string;
  marks: number;
  /** Has the approval share; in a run-off every candidate does. */
  approved: boolean;
};

/** What one round came to. */
export type RoundTally = {
  cast: number;
  blank: number;
  quorum: Test;
  /** Papers that carry the approval share; null in a run-off. */
  needed: number | null;
  counts: CandidateCount[];
  elected: string[];
  /** Tied for the last seats: these candidates for so many seats. */
  tie: { candidateIds: string[]; seats: number } | null;
  /** Every paper was the same, so secrecy is void by arithmetic. */
  unanimous: boolean;
};

/** 抽签 in the meeting, seen by two seats of the electorate. */
export type Lot = { winners: string[]; witnesses: string[]; at: string };
