import type { MissingPart } from "../types";

type Candidate = { accepted: boolean | null; eligible: boolean | null };

/** On the paper: whoever accepted and was found eligible. */
export const isOnPaper = ({ accepted, eligible }: Candidate): boolean =>
  accepted === true && eligible === true;

type Facts = {
  contest: "equal" | "contested";
  seats: number;
  maxMarks: number;
  candidates: readonly Candidate[];
};

/** What stands between the candidates and a ballot paper; 等额: as many as seats, 差额: more. */
export function missingCandidates(facts: Facts): MissingPart[] {
  const { candidates, seats, contest } = facts;
  const standing = candidates.filter(({ accepted }) => accepted !== false);
  const onPaper = candidates.filter(isOnPaper).length;
  const found: [MissingPart, boolean][] = [
    ["answers-outstanding", standing.some(({ accepted }) => accepted === null)],
    [
      "checks-outstanding",
      standing.some(({ accepted, eligible }) => accepted === true && eligible === null),
    ],
    ["candidates-too-few", contest === "equal" ? onPaper < seats : onPaper <= seats],
    ["candidates-too-many", contest === "equal" && onPaper > seats],
    ["marks-above-seats", facts.maxMarks > seats],
  ];
  return found.filter(([, is]) => is).map(([part]) => part);
}

type Electorate = {
  ruleFound: boolean;
  electors: readonly { personId: string | null }[];
  /** Fewer electors could be told apart by their papers. */
  secretMinimum: number;
};

/** What stands between the electorate and a secret ballot. */
export function missingElectors({ ruleFound, electors, secretMinimum }: Electorate): MissingPart[] {
  const able = electors.filter(({ personId }) => personId !== null).length;
  const found: [MissingPart, boolean][] = [
    ["rule-missing", !ruleFound],
    ["electors-too-few", able < secretMinimum],
    ["electors-without-person", able < electors.length],
  ];
  return found.filter(([, is]) => is).map(([part]) => part);
}

/** Seats whose holder has named nobody are said, but do not hold the ballot back. */
export const isBlocking = (part: MissingPart): boolean => part !== "electors-without-person";
