import { type ItemLevel, itemLevels } from "../types";
import { type Fraction, minus, nought, plus, rounded, smaller, whole } from "./fractions";

/*
 * Values, weights and points are integers in hundredths: a weight of 1250 is 12.50 points, a value of 6500 is 65.00.
 * Nothing is rounded on the way; the total is, once, half up at two decimals.
 */

/** What an indicator does with its value. */
export type Rule =
  /** 达标: the full weight from the target on, nothing below; with a floor, in proportion between the two. */
  | { kind: "threshold"; target: bigint; floor: bigint | null }
  /** 实际 ÷ 目标 × weight, at most `cap` of the weight (10000 is all of it). */
  | { kind: "ratio"; target: bigint; cap: bigint }
  /** Value ÷ the highest of all subjects × weight. */
  | { kind: "best_in_group" }
  /** Points per item by its level, one item once at its highest level, at most the weight. */
  | { kind: "level_points"; points: Readonly<Record<ItemLevel, bigint>> }
  /** Mean of the experts' marks of a hundred × weight. */
  | { kind: "expert" }
  /** Points off per case, at most `most`. */
  | { kind: "deduction"; each: bigint; most: bigint }
  /** One hit decides, whatever the total. */
  | { kind: "veto" };

export type Item = { key: string; level: ItemLevel };

/** What one subject has for one indicator. */
export type Given = {
  value: bigint | null;
  items: readonly Item[];
  /** Marks of the experts, 0 to 100 each. */
  marks: readonly number[];
};

export const nothingGiven: Given = { value: null, items: [], marks: [] };

const atLeastNought = (value: bigint | null): bigint => (value === null || value < 0n ? 0n : value);

/** The weight × value ÷ by; by nothing there is no part. */
const part = (weight: bigint, value: bigint, by: bigint): Fraction =>
  by > 0n ? { num: weight * value, den: by } : nought;

function thresholdPoints(
  rule: { target: bigint; floor: bigint | null },
  weight: bigint,
  value: bigint,
): Fraction {
  if (value >= rule.target) return whole(weight);
  if (rule.floor === null || value < rule.floor) return nought;
  return part(weight, value, rule.target);
}

/** The same item counts once, at its highest level. */
export function highestOnce(items: readonly Item[]): Item[] {
  const best = new Map<string, Item>();
  for (const item of items) {
    const known = best.get(item.key);
    if (!known || itemLevels.indexOf(item.level) < itemLevels.indexOf(known.level)) {
      best.set(item.key, item);
    }
  }
  return [...best.values()];
}

/** From five on, the highest and the lowest mark are left out. */
export const TRIMMED_FROM = 5;
export function trimmed(marks: readonly number[]): number[] {
  const sorted = [...marks].sort((a, b) => a - b);
  return sorted.length >= TRIMMED_FROM ? sorted.slice(1, -1) : sorted;
}

/** The mean mark of a hundred. */
export function meanOf(marks: readonly number[]): Fraction {
  const counted = trimmed(marks);
  const sum = counted.reduce((total, mark) => total + mark, 0);
  return counted.length === 0 ? nought : { num: BigInt(sum), den: BigInt(counted.length) };
}

/** Points of one indicator, in hundredths, exact. A deduction gives none here: see `deductionOf`. */
export function pointsOf(rule: Rule, weight: bigint, given: Given, highest: bigint): Fraction {
  const value = atLeastNought(given.value);
  switch (rule.kind) {
    case "threshold":
      return given.value === null ? nought : thresholdPoints(rule, weight, value);
    case "ratio":
      return smaller(part(weight, value, rule.target), { num: weight * rule.cap, den: 10_000n });
    case "best_in_group":
      return part(weight, value, highest);
    case "level_points": {
      const sum = highestOnce(given.items).reduce((all, { level }) => all + rule.points[level], 0n);
      return whole(sum < weight ? sum : weight);
    }
    case "expert": {
      const mean = meanOf(given.marks);
      return { num: mean.num * weight, den: mean.den * 100n };
    }
    case "deduction":
    case "veto":
      return nought;
  }
}

/** Points off: cases (a whole number, in hundredths as every value) × points each, at most the most. */
export function deductionOf(rule: Rule, given: Given): Fraction {
  if (rule.kind !== "deduction") return nought;
  return smaller({ num: atLeastNought(given.value) * rule.each, den: 100n }, whole(rule.most));
}

export type Line = { rule: Rule; weight: bigint; given: Given; highest: bigint };

/** The exact sum less the deductions, rounded once, and never below nothing. */
export function totalOf(lines: readonly Line[]): bigint {
  const sum = lines.reduce(
    (total, { rule, weight, given, highest }) =>
      minus(plus(total, pointsOf(rule, weight, given, highest)), deductionOf(rule, given)),
    nought,
  );
  const total = rounded(sum);
  return total < 0n ? 0n : total;
}
