/** A ratio as it is shown: never the quotient alone. */
export type Ratio = { part: number; whole: number };

/** Tenths of a percent, half away from zero: 305 of 414 → 737. Undefined without a whole. */
export const permille = ({ part, whole }: Ratio): number | undefined =>
  whole > 0 ? Math.round((part / whole) * 1000) : undefined;

/**
 * (2) Structure deviation of an industry: share of students ÷ share of employment − 1, in thousandths. Undefined where one
 * of the two is not known.
 */
export function structureDeviation(students: Ratio, employed: Ratio): number | undefined {
  if (students.whole <= 0 || employed.whole <= 0 || employed.part <= 0) return undefined;
  const quotient = (students.part * employed.whole) / (students.whole * employed.part);
  return Math.round((quotient - 1) * 1000);
}

/** (3) Gap of an occupation: demand − supply of the same year; below zero more are trained than wanted. */
export const gapOf = ({ demand, supply }: { demand: number; supply: number }): number =>
  demand - supply;
