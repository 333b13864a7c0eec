import type { Day } from "@/lib/kernel/dates";
import { approvalItems, type CollegeState } from "../types";
import { type ApprovalFacts, type ApprovalGuard, guardsOf } from "./approval";

export const collegeWaits = [
  "secretariat",
  "table",
  "contributions",
  "signatures",
  "evidence",
  "school",
  "council",
  "agreement",
  "board",
  "start",
  "review",
  "decision",
  "rectification",
  "acceptance",
  "exit",
  "nobody",
] as const;
export type CollegeWait = (typeof collegeWaits)[number];

/**
 * Whose turn it is while a guard is not met, in the order in which things are done: a changed table is signed anew, so
 * signatures come after it; the evidence is the secretariat's; the school speaks about the whole.
 */
const turns: readonly { guards: readonly ApprovalGuard[]; wait: CollegeWait }[] = [
  { guards: ["school_party", "counterpart", "shares"], wait: "table" },
  { guards: ["contributions"], wait: "contributions" },
  { guards: ["signatures"], wait: "signatures" },
  { guards: approvalItems, wait: "evidence" },
  { guards: ["school_opinion"], wait: "school" },
];

/** Who acts next in an examination; the council when nothing is missing. */
export function examinationWaitsFor(facts: ApprovalFacts): CollegeWait {
  const open = new Set(guardsOf(facts).flatMap(({ guard, met }) => (met ? [] : [guard])));
  return turns.find(({ guards }) => guards.some((guard) => open.has(guard)))?.wait ?? "council";
}

export type WaitingFacts = {
  approval: ApprovalFacts;
  reviewedThisYear: boolean;
  /** Points of its list that nobody has reported as done. */
  unreported: number;
};

/** For whom it waits. */
export function waitsFor(state: CollegeState, facts: WaitingFacts): CollegeWait {
  const waits: Record<CollegeState, CollegeWait> = {
    proposed: "secretariat",
    feasibility: examinationWaitsFor(facts.approval),
    approved: "agreement",
    agreement_signed: "board",
    board_formed: "start",
    operating: facts.reviewedThisYear ? "nobody" : "review",
    yearly_review: "decision",
    rectifying: facts.unreported > 0 ? "rectification" : "acceptance",
    renewed: facts.reviewedThisYear ? "nobody" : "review",
    exiting: "exit",
    closed: "nobody",
  };
  return waits[state];
}

export type WaitingDays = {
  stateSince: Day;
  signedOn: readonly Day[];
  checkedOn: readonly Day[];
  opinionOn: Day | null;
  reportedOn: readonly Day[];
  /** Days on which a report, now open again, was sent back. */
  returnedOn: readonly Day[];
  today: Day;
};

/** Since when: since its state began, or since the last thing came that had to come first. */
export function waitsSince(wait: CollegeWait, days: WaitingDays): Day {
  const examined = [...days.signedOn, ...days.checkedOn];
  const before: Partial<Record<CollegeWait, readonly Day[]>> = {
    evidence: days.signedOn,
    school: examined,
    council: days.opinionOn ? [...examined, days.opinionOn] : examined,
    rectification: days.returnedOn,
    acceptance: days.reportedOn,
    // A report is of a year: nobody waits for it before that year has begun.
    review: [`${days.today.slice(0, 4)}-01-01`],
  };
  return [days.stateSince, ...(before[wait] ?? [])].toSorted().at(-1) ?? days.stateSince;
}
