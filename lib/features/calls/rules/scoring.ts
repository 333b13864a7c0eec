/*
 * Points are 0 to 100 per criterion, weights sum to 100: an expert's total for a bid is an integer in hundredths of a
 * point. Bids are compared by sums of integers, since every expert scores every bid; nothing is rounded before it is shown.
 */
export type Weight = { criterionId: string; weight: number };
export type Given = {
  bidId: string;
  expertId: string;
  criterionId: string;
  attempt: number;
  points: number;
};

/** Highest less lowest total above which the experts talk about a bid: 20 points. */
export const SPREAD = 2000;

/** An expert's total for a bid by the last attempt; undefined where a criterion is missing. */
export function totalOf(
  weights: readonly Weight[],
  given: readonly Given[],
  bidId: string,
  expertId: string,
): number | undefined {
  const own = given.filter((one) => one.bidId === bidId && one.expertId === expertId);
  const attempt = Math.max(0, ...own.map((one) => one.attempt));
  let total = 0;
  for (const { criterionId, weight } of weights) {
    const found = own.find((one) => one.attempt === attempt && one.criterionId === criterionId);
    if (!found) return undefined;
    total += found.points * weight;
  }
  return weights.length > 0 ? total : undefined;
}

const totals = (
  weights: readonly Weight[],
  given: readonly Given[],
  bidId: string,
  experts: readonly string[],
): number[] => experts.flatMap((expert) => totalOf(weights, given, bidId, expert) ?? []);

export const spreadOf = (all: readonly number[]): number =>
  all.length < 2 ? 0 : Math.max(...all) - Math.min(...all);

export type Sheet = {
  weights: readonly Weight[];
  given: readonly Given[];
  bids: readonly string[];
  experts: readonly string[];
  /** Bids that have been talked about. */
  discussed: readonly string[];
};

export type Progress = {
  /** Sheets that are still to come: one per expert and bid. */
  missing: number;
  /** Bids on which the experts are far apart and have not talked. */
  apart: string[];
  /** Sheets that are to be filled in again after the talk. */
  again: number;
};

/** What the evaluation still lacks. */
export function progressOf({ weights, given, bids, experts, discussed }: Sheet): Progress {
  const pairs = bids.flatMap((bid) => experts.map((expert) => ({ bid, expert })));
  const missing = pairs.filter(
    ({ bid, expert }) => totalOf(weights, given, bid, expert) === undefined,
  ).length;
  const apart = bids.filter(
    (bid) => !discussed.includes(bid) && spreadOf(totals(weights, given, bid, experts)) > SPREAD,
  );
  const again = pairs.filter(
    ({ bid, expert }) =>
      discussed.includes(bid) &&
      !given.some((one) => one.bidId === bid && one.expertId === expert && one.attempt === 2),
  ).length;
  return { missing, apart, again };
}

export type Ranked = { bidId: string; points: number; judges: number; rank: number };

/** Bids by their sums, equal sums share a rank. */
export function ranking({ weights, given, bids, experts }: Sheet): Ranked[] {
  const sums = bids.map((bidId) => {
    const all = totals(weights, given, bidId, experts);
    return { bidId, judges: all.length, points: all.reduce((sum, one) => sum + one, 0) };
  });
  return sums
    .map((one) => ({ ...one, rank: 1 + sums.filter(({ points }) => points > one.points).length }))
    .sort((a, b) => a.rank - b.rank);
}

/** Sum of all experts → mean of one, as text with two decimals, half up. */
export function meanText(points: number, judges: number): string {
  const hundredths = Math.floor((2 * points + judges) / (2 * judges));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}
