import { describe, expect, test } from "vitest";
import { type CheckedCell, checkReport, isOutlier, looksLikeOtherUnit } from "./checks";

const M = 1_000_000n;
const cell = (more: Partial<CheckedCell> = {}): CheckedCell => ({
  code: "A",
  kind: "flow",
  unit: "人次",
  lowest: null,
  highest: null,
  partOfCode: null,
  evidenceRequired: false,
  computed: false,
  answer: "value",
  amount: 100n * M,
  denominator: null,
  hasFile: false,
  before: [],
  ...more,
});
const found = (...cells: Partial<CheckedCell>[]) =>
  checkReport(cells.map(cell), []).map(({ finding, strength }) => `${strength} ${finding}`);

describe("checks in three strengths", () => {
  test.each<[string, Partial<CheckedCell>, string[]]>([
    ["an ordinary number", {}, []],
    ["blank", { answer: "blank", amount: null }, ["block blank"]],
    ["not applicable", { answer: "not_applicable", amount: null, before: [5n * M] }, []],
    ["computed is nobody's blank", { computed: true, answer: "blank", amount: null }, []],
    ["below the lowest", { lowest: 0n, amount: -1n * M }, ["block below-lowest"]],
    ["the lowest itself", { lowest: 100n * M }, []],
    ["above the highest", { highest: 99n * M }, ["block above-highest"]],
    ["half a person", { amount: M / 2n }, ["block fraction"]],
    ["half a day", { amount: M / 2n, unit: "人日" }, []],
    ["a paper is missing", { evidenceRequired: true }, ["block evidence-missing"]],
    ["nothing needs no paper", { evidenceRequired: true, amount: 0n }, []],
    [
      "rate > 100 %",
      { kind: "ratio", unit: null, amount: 5n * M, denominator: 4n * M },
      ["reason rate-over-100"],
    ],
    ["zero after non-zero", { amount: 0n, before: [5n * M] }, ["reason zero-after"]],
    ["zero after zero", { amount: 0n, before: [0n] }, []],
    ["change of exactly 50 %", { amount: 150n * M, before: [100n * M] }, []],
    ["change > 50 %", { amount: 151n * M, before: [100n * M] }, ["reason change-over-half"]],
    ["no period before", { amount: 151n * M, before: [null, 100n * M] }, []],
    [
      "×10 000 in money",
      { unit: "万元", amount: 1_200_000n * M, before: [120n * M] },
      ["reason unit-suspect"],
    ],
    [
      "÷10 000 in money",
      { unit: "元", amount: 120n * M, before: [1_200_000n * M] },
      ["reason unit-suspect"],
    ],
    [
      "×10 000 in people",
      { amount: 1_200_000n * M, before: [120n * M] },
      ["reason change-over-half"],
    ],
    [
      "outlier by modified Z",
      { amount: 140n * M, before: [100n, 101n, 99n, 100n, 102n, 98n].map((n) => n * M) },
      ["reason outlier"],
    ],
  ])("%s", (_, given, expected) => {
    expect(found(given)).toEqual(expected);
  });

  test("parts ≠ total: what is part of another never exceeds it", () => {
    expect(found({}, { code: "B", partOfCode: "A", amount: 101n * M })).toEqual([
      "block parts-exceed",
    ]);
    expect(found({}, { code: "B", partOfCode: "A", amount: 100n * M })).toEqual([]);
  });

  test("rules over several indicators carry their strength and words; a blank is judged by none", () => {
    const rules = [{ strength: "info" as const, expression: "B <= A", note: "示例" }];
    const cells = [cell(), cell({ code: "B", amount: 101n * M })];
    expect(checkReport(cells, rules)).toMatchObject([
      { code: "B", finding: "rule", strength: "info", details: { note: "示例" } },
    ]);
    expect(
      checkReport([cell(), cell({ code: "B", answer: "not_applicable", amount: null })], rules),
    ).toEqual([]);
  });
});

test("few periods, or periods without any spread, say nothing about what is usual", () => {
  expect(isOutlier(900n, [1n, 1n, 1n, 1n])).toBe(false);
  expect(isOutlier(900n, [1n, 1n, 1n, 1n, 1n, 1n])).toBe(false);
  expect(isOutlier(900n, [1n, 2n, 3n, 2n, 1n])).toBe(true);
});

test("another unit is about ten thousand times, not a thousand and not a hundred thousand", () => {
  expect(looksLikeOtherUnit(10_000n, 1n)).toBe("times");
  expect(looksLikeOtherUnit(1n, 12_000n)).toBe("part");
  expect(looksLikeOtherUnit(1_000n, 1n)).toBeUndefined();
  expect(looksLikeOtherUnit(100_000n, 1n)).toBeUndefined();
  expect(looksLikeOtherUnit(0n, 1n)).toBeUndefined();
});
