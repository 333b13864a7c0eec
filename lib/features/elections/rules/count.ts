import { needed, testOf } from "@/lib/features/bodies/rules/arithmetic";
import type { SeatCount, Test } from "@/lib/features/bodies/types";
import type { CandidateCount, Lot, Opening, RoundTally } from "../types";

/*
 * Counting an election (behaviour 4.2): whole numbers only. A paper marks between the least and the most candidates, or
 * none at all: a blank paper counts as cast and for nobody.
 */

type Frozen = Pick<Opening, "seats" | "approval" | "candidates">;

/** Papers that the approval share asks for; null when none ever is enough. */
const share = (opening: Frozen, cast: number): number | null =>
  opening.approval
    ? needed(cast, opening.approval.num, opening.approval.den, opening.approval.cmp)
    : 0;

function countsOf(opening: Frozen, papers: readonly (readonly string[])[]): CandidateCount[] {
  const least = share(opening, papers.length);
  return opening.candidates
    .map(({ candidateId, name }) => {
      const marks = papers.filter((paper) => paper.includes(candidateId)).length;
      return { candidateId, name, marks, approved: least !== null && marks >= least };
    })
    .sort((a, b) => b.marks - a.marks);
}

/** Who has the seats: the most marks among the approved. Those level at the last seat tie, if they are too many. */
function seatsTaken(counts: readonly CandidateCount[], seats: number) {
  const approved = counts.filter(({ approved: enough }) => enough);
  const last = approved[seats - 1];
  const first = approved[seats];
  if (!last || !first || first.marks < last.marks) {
    return { elected: approved.slice(0, seats), tied: [] };
  }
  return {
    elected: approved.filter(({ marks }) => marks > last.marks),
    tied: approved.filter(({ marks }) => marks === last.marks),
  };
}

/** One round, from its opening and its papers alone. Each paper lists the candidates it marks. */
export function countRound(
  opening: Frozen,
  papers: readonly (readonly string[])[],
  quorum: Test,
): RoundTally {
  const counts = countsOf(opening, papers);
  const { elected, tied } = seatsTaken(counts, opening.seats);
  const ids = (found: readonly CandidateCount[]) => found.map(({ candidateId }) => candidateId);
  return {
    cast: papers.length,
    blank: papers.filter((paper) => paper.length === 0).length,
    quorum,
    needed: opening.approval ? share(opening, papers.length) : null,
    counts,
    elected: ids(elected),
    tie: tied.length ? { candidateIds: ids(tied), seats: opening.seats - elected.length } : null,
    unanimous:
      papers.length > 0 && counts.every(({ marks }) => marks === 0 || marks === papers.length),
  };
}

/** Papers cast against the rule's quorum. */
export function quorumOf(
  quorum: Parameters<typeof testOf>[2] & { base: string },
  seats: SeatCount,
  present: number,
): Test {
  const base = { seats_all: seats.all, seats_filled: seats.filled, seats_eligible: seats.eligible };
  return testOf(present, base[quorum.base as keyof typeof base] ?? seats.filled, quorum);
}

export type CountedRound = { tally: RoundTally; runOff: boolean; lot: Lot | null };

export type Standing = {
  elected: string[];
  /** Still to be decided: by a run-off, or, after one, by lot. */
  tie: { candidateIds: string[]; seats: number } | null;
  lotDue: boolean;
};

/** All counted rounds together: the first, its run-off, and the lot. */
export function standingOf(rounds: readonly CountedRound[]): Standing {
  const elected = rounds.flatMap(({ tally, lot }) => [...tally.elected, ...(lot?.winners ?? [])]);
  const latest = rounds[rounds.length - 1];
  const tie = latest && !latest.lot ? latest.tally.tie : null;
  return { elected, tie, lotDue: tie !== null && latest?.runOff === true };
}

/** May this paper be cast: known candidates, none twice, between the least and the most marks, or blank. */
export function paperFits(
  opening: Pick<Opening, "candidates" | "minMarks" | "maxMarks">,
  marks: readonly string[],
): boolean {
  const known = new Set(opening.candidates.map(({ candidateId }) => candidateId));
  const clean = new Set(marks).size === marks.length && marks.every((mark) => known.has(mark));
  const blank = marks.length === 0;
  return clean && (blank || (marks.length >= opening.minMarks && marks.length <= opening.maxMarks));
}

/** A paper as bits, in the order of the ballot paper: every paper has the same length. */
export function bitsOf(candidates: Opening["candidates"], marks: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(candidates.length / 8));
  candidates.forEach(({ candidateId }, index) => {
    const at = Math.floor(index / 8);
    if (marks.includes(candidateId)) bytes[at] = (bytes[at] ?? 0) | (1 << (index % 8));
  });
  return bytes;
}

export const marksOf = (candidates: Opening["candidates"], bits: Uint8Array): string[] =>
  candidates
    .filter((_, index) => ((bits[Math.floor(index / 8)] ?? 0) & (1 << (index % 8))) !== 0)
    .map(({ candidateId }) => candidateId);
