import { describe, expect, test } from "vitest";
import type { ItemLevel } from "../types";
import { type Fraction, isLess, minus, plus, rounded, smaller } from "./fractions";
import {
  deductionOf,
  type Given,
  highestOnce,
  type Line,
  nothingGiven,
  pointsOf,
  type Rule,
  totalOf,
  trimmed,
} from "./scoring";

const value = (hundredths: bigint): Given => ({ ...nothingGiven, value: hundredths });
const marks = (...given: number[]): Given => ({ ...nothingGiven, marks: given });
const items = (...given: [string, ItemLevel][]): Given => ({
  ...nothingGiven,
  items: given.map(([key, level]) => ({ key, level })),
});
const shown = (points: Fraction) => Number(rounded(points)) / 100;
const levels = { national: 300n, provincial: 200n, municipal: 100n, school: 0n };

describe("3.12 the rule kinds", () => {
  const dual: Rule = { kind: "threshold", target: 6000n, floor: 3000n };
  const strict: Rule = { kind: "threshold", target: 6000n, floor: null };
  const ratio: Rule = { kind: "ratio", target: 600_00n, cap: 10_000n };
  const rich: Rule = { kind: "ratio", target: 600_00n, cap: 12_000n };
  const best: Rule = { kind: "best_in_group" };
  const led: Rule = { kind: "level_points", points: levels };
  const expert: Rule = { kind: "expert" };
  const weight = 500n;
  const cases: [string, Rule, Given, bigint, number][] = [
    ["threshold: at the target all", dual, value(6000n), 0n, 5],
    ["threshold: a hundredth below it is in proportion", dual, value(5999n), 0n, 5],
    ["threshold: half way", dual, value(4500n), 0n, 3.75],
    ["threshold: at the floor in proportion", dual, value(3000n), 0n, 2.5],
    ["threshold: below the floor nothing", dual, value(2999n), 0n, 0],
    ["threshold: without a floor, below the target nothing", strict, value(5999n), 0n, 0],
    ["threshold: nothing reported is nothing", strict, nothingGiven, 0n, 0],
    ["ratio: 450 of 600", ratio, value(450_00n), 0n, 3.75],
    ["ratio: above the target no more than the weight", ratio, value(900_00n), 0n, 5],
    ["ratio: a cap of 120 %", rich, value(900_00n), 0n, 6],
    ["ratio: a negative value is nothing", ratio, value(-100n), 0n, 0],
    ["best in group: the highest has all", best, value(800n), 800n, 5],
    ["best in group: a third of the highest", best, value(100n), 300n, 1.67],
    ["best in group: all have nothing", best, value(0n), 0n, 0],
    ["levels: one national", led, items(["x", "national"]), 0n, 3],
    [
      "levels: the same item once, at its highest",
      led,
      items(["x", "provincial"], ["x", "national"]),
      0n,
      3,
    ],
    ["levels: two items add", led, items(["x", "provincial"], ["y", "municipal"]), 0n, 3],
    ["levels: at most the weight", led, items(["x", "national"], ["y", "national"]), 0n, 5],
    ["expert: mean of three", expert, marks(80, 90, 91), 0n, 4.35],
    [
      "expert: of five the highest and lowest are left out",
      expert,
      marks(0, 80, 80, 80, 100),
      0n,
      4,
    ],
    ["expert: of four none is left out", expert, marks(0, 80, 80, 80), 0n, 3],
    ["expert: no sheet is nothing", expert, nothingGiven, 0n, 0],
  ];
  test.each(cases)("%s", (_, rule, given, highest, points) => {
    expect(shown(pointsOf(rule, weight, given, highest))).toBe(points);
  });

  test("deduction: 0.2 a case, never more than the most", () => {
    const rule: Rule = { kind: "deduction", each: 20n, most: 100n };
    expect([0n, 100n, 300n, 9900n].map((cases) => shown(deductionOf(rule, value(cases))))).toEqual([
      0, 0.2, 0.6, 1,
    ]);
  });

  test("rounding is half up at two decimals, once: three thirds are a whole", () => {
    const third: Line = {
      rule: { kind: "best_in_group" },
      weight: 100n,
      given: value(1n),
      highest: 3n,
    };
    expect(shown(pointsOf(third.rule, third.weight, third.given, 3n))).toBe(0.33);
    expect(totalOf([third, third, third])).toBe(100n);
    expect([1n, -1n, 3n, -3n].map((num) => rounded({ num, den: 2n }))).toEqual([1n, 0n, 2n, -1n]);
  });

  test("deductions never bring a total below nothing", () => {
    const rule: Rule = { kind: "deduction", each: 500n, most: 5000n };
    expect(totalOf([{ rule, weight: 0n, given: value(300n), highest: 0n }])).toBe(0n);
  });
});

/*
 * A second implementation that shares nothing with the first: decimals of a hundred and twenty binary-free digits, items by
 * sorting, means by removing extremes. A difference of the totals would show a mistake in one of them.
 */
const SCALE = 10n ** 40n;
function otherTotal(lines: readonly Line[]): bigint {
  const up = (a: bigint, b: bigint) => (b === 0n ? 0n : (a * SCALE) / b);
  let sum = 0n;
  for (const { rule, weight, given, highest } of lines) {
    const v = given.value !== null && given.value > 0n ? given.value : 0n;
    if (rule.kind === "threshold" && given.value !== null) {
      const reached = v >= rule.target;
      const near = rule.floor !== null && v >= rule.floor;
      sum += reached ? weight * SCALE : near ? up(weight * v, rule.target) : 0n;
    }
    if (rule.kind === "ratio") {
      const most = up(weight * rule.cap, 10_000n);
      const got = up(weight * v, rule.target);
      sum += got > most ? most : got;
    }
    if (rule.kind === "best_in_group") sum += up(weight * v, highest);
    if (rule.kind === "level_points") {
      const order = ["school", "municipal", "provincial", "national"] as const;
      const last = new Map<string, bigint>();
      for (const level of order) {
        for (const item of given.items)
          if (item.level === level) last.set(item.key, rule.points[level]);
      }
      const all = [...last.values()].reduce((a, b) => a + b, 0n);
      sum += (all > weight ? weight : all) * SCALE;
    }
    if (rule.kind === "expert" && given.marks.length > 0) {
      const n = given.marks.length;
      const off = n >= 5 ? Math.max(...given.marks) + Math.min(...given.marks) : 0;
      const left = given.marks.reduce((a, b) => a + b, 0) - off;
      sum += up(BigInt(left) * weight, BigInt(n >= 5 ? n - 2 : n) * 100n);
    }
    if (rule.kind === "deduction") {
      const off = up(v * rule.each, 100n);
      sum -= off > rule.most * SCALE ? rule.most * SCALE : off;
    }
  }
  if (sum <= 0n) return 0n;
  // Quotients were cut 40 places down: a hair is added before the half is looked at.
  return (2n * sum + SCALE + 1000n) / (2n * SCALE);
}

/** The same numbers each time: a generator of its own, by a fixed seed. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function lineFrom(next: (below: number) => number): Line {
  const kind = next(6);
  const weight = BigInt(1 + next(3000));
  const target = BigInt(1 + next(9999));
  const rules: Rule[] = [
    { kind: "threshold", target, floor: next(2) ? target / 2n : null },
    { kind: "ratio", target, cap: BigInt(5000 + next(10_000)) },
    { kind: "best_in_group" },
    { kind: "level_points", points: levels },
    { kind: "expert" },
    { kind: "deduction", each: BigInt(1 + next(200)), most: BigInt(next(1000)) },
  ];
  const v = BigInt(next(12_000) - 500);
  const level = () =>
    (["national", "provincial", "municipal", "school"] as const)[next(4)] ?? "school";
  return {
    rule: rules[kind] ?? { kind: "veto" },
    weight: kind === 5 ? 0n : weight,
    given: {
      value: next(10) === 0 ? null : v,
      items: Array.from({ length: next(6) }, () => ({ key: `k${next(4)}`, level: level() })),
      marks: Array.from({ length: next(9) }, () => next(101)),
    },
    highest: next(20) === 0 ? 0n : BigInt(11_500 + next(500)),
  };
}

test("property: 2,000 schemes give the same totals by an independent second implementation", () => {
  const next = numbers(20_261_122);
  for (let n = 0; n < 2000; n += 1) {
    const lines = Array.from({ length: 1 + next(14) }, () => lineFrom(next));
    expect(totalOf(lines), `scheme ${n}`).toBe(otherTotal(lines));
  }
});

test("fractions compare, add and take away exactly", () => {
  const a = { num: 1n, den: 3n };
  const b = { num: 2n, den: 6n };
  expect([isLess(a, b), isLess(b, a), rounded(minus(a, b))]).toEqual([false, false, 0n]);
  expect(rounded(plus(plus(a, b), a))).toBe(1n);
  expect(smaller(a, { num: 1n, den: 4n })).toEqual({ num: 1n, den: 4n });
});

test("one item stands once, and marks are trimmed from five on", () => {
  expect(
    highestOnce([
      { key: "x", level: "school" },
      { key: "x", level: "national" },
    ]),
  ).toEqual([{ key: "x", level: "national" }]);
  expect([trimmed([3, 1, 2, 9]), trimmed([5, 1, 2, 9, 3])]).toEqual([
    [1, 2, 3, 9],
    [2, 3, 5],
  ]);
});
