import { fenOf } from "@/lib/kernel/money";
import {
  fiveItems,
  type ReviewGrade,
  type ReviewInputs,
  type ReviewState,
  type Veto,
} from "../types";

export const reviewParts = [
  "checks",
  "board",
  "contribution",
  "projects",
  "money",
  "students",
  "satisfaction",
] as const;
export type ReviewPart = (typeof reviewParts)[number];

/** Points of one part and the most there could be; null: not counted this year. */
export type PartPoints = { part: ReviewPart; points: number | null; most: number };

const most: Record<ReviewPart, number> = {
  checks: 40,
  board: 10,
  contribution: 15,
  projects: 10,
  money: 10,
  students: 5,
  satisfaction: 10,
};

/** Two board meetings, two contributing parties and two projects are what a working college has; more earns no more. */
export function partsOf(inputs: ReviewInputs): PartPoints[] {
  const { satisfaction } = inputs;
  const received = fenOf(inputs.receivedCash) + fenOf(inputs.receivedKind);
  const points: Record<ReviewPart, number | null> = {
    checks: Math.floor((inputs.checks * most.checks) / fiveItems.length),
    board: Math.min(inputs.boardMeetings, 2) * 5,
    contribution: [0, 10, 15][Math.min(inputs.contributors, 2)] ?? 0,
    projects: Math.min(inputs.projects, 2) * 5,
    money: received > 0n ? most.money : 0,
    students: inputs.enrolled > 0 ? most.students : 0,
    satisfaction:
      satisfaction === null ? null : Math.floor((satisfaction * most.satisfaction) / 100),
  };
  return reviewParts.map((part) => ({ part, points: points[part], most: most[part] }));
}

/** Points of a hundred: parts that nobody could count are left out of the sum and of what it is measured by. */
export function pointsOf(inputs: ReviewInputs): number {
  const counted = partsOf(inputs).filter((part) => part.points !== null);
  const sum = counted.reduce((total, { points }) => total + (points ?? 0), 0);
  const base = counted.reduce((total, part) => total + part.most, 0);
  return base === 0 ? 0 : Math.floor((sum * 100) / base);
}

/** What no points can make good (domain 3.8). A year that nobody reported is no year without students. */
export function vetoesOf(inputs: ReviewInputs): Veto[] {
  const hits: Record<Veto, boolean> = {
    no_enrolment: inputs.enrolled === 0 && inputs.enrolledBefore === 0,
    no_board_meeting: inputs.boardMeetings === 0,
    no_contribution: inputs.contributors === 0,
  };
  return (Object.keys(hits) as Veto[]).filter((veto) => hits[veto]);
}

/** A from 85, B from 70, C from 60, D below; a veto is a D whatever the points. */
export function gradeOf(inputs: ReviewInputs): ReviewGrade {
  if (vetoesOf(inputs).length > 0) return "d";
  const points = pointsOf(inputs);
  if (points >= 85) return "a";
  if (points >= 70) return "b";
  return points >= 60 ? "c" : "d";
}

/** The review that the page without a year is about: the one being written, else the one that waits to be graded. */
export const reviewInHand = <R extends { state: ReviewState }>(reviews: readonly R[]) =>
  reviews.find(({ state }) => state === "draft") ??
  reviews.find(({ state }) => state === "submitted");

/** Contributions of the year that nobody else has confirmed: the review does not count them, and may veto for want of them. */
export const unconfirmedIn = <C extends { on: string; confirmed: boolean }>(
  contributions: readonly C[],
  year: number,
): C[] => contributions.filter(({ on, confirmed }) => !confirmed && on.startsWith(`${year}-`));

export const mustRectify = (grade: ReviewGrade): boolean => grade === "c" || grade === "d";

/** 实体化运行: it has its evidence, its board met, and somebody brought something in. */
export const runsAsEntity = (inputs: ReviewInputs): boolean =>
  inputs.entityShown && inputs.boardMeetings > 0 && inputs.contributors > 0;
