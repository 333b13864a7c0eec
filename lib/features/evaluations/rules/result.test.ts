import { describe, expect, test } from "vitest";
import type { Grade } from "../types";
import { bandsFit, type Feed, feedOf, gradeOf, mustRectify, ranksOf } from "./result";
import { nothingGiven, totalOf } from "./scoring";

const bands = { a: 8500, b: 7000, c: 6000 };

describe("3.12 grades by bands", () => {
  const cases: [total: number, vetoed: boolean, grade: Grade][] = [
    [10_000, false, "a"],
    [8500, false, "a"],
    [8499, false, "b"],
    [7000, false, "b"],
    [6999, false, "c"],
    [6000, false, "c"],
    [5999, false, "d"],
    [0, false, "d"],
    [10_000, true, "d"],
    [8500, true, "d"],
  ];
  test.each(cases)("%i with a veto %s is %s", (total, vetoed, grade) => {
    expect(gradeOf(bands, total, vetoed)).toBe(grade);
  });

  test("a total at a border is rounded once, half up, before it is graded", () => {
    const ratio = (value: bigint, weight: bigint, target: bigint) => ({
      rule: { kind: "ratio" as const, target, cap: 10_000n },
      weight,
      given: { ...nothingGiven, value },
      highest: 0n,
    });
    // 8499.5 hundredths become 8500, and 8499.25 do not; two halves of different lines make a whole one.
    const at = (value: bigint) => Number(totalOf([ratio(value, 10_000n, 40_000n)]));
    expect([at(33_998n), at(33_997n)]).toEqual([8500, 8499]);
    expect([gradeOf(bands, at(33_998n), false), gradeOf(bands, at(33_997n), false)]).toEqual([
      "a",
      "b",
    ]);
    const half = ratio(1n, 1n, 2n);
    expect(Number(totalOf([half, half]))).toBe(1);
  });

  test("bands lie below each other", () => {
    expect(bandsFit(bands)).toBe(true);
    expect(bandsFit({ a: 7000, b: 7000, c: 6000 })).toBe(false);
    expect(bandsFit({ a: 10_001, b: 7000, c: 6000 })).toBe(false);
    expect(bandsFit({ a: 3, b: 2, c: 0 })).toBe(false);
  });
});

test("equal totals share a place, the next one is left out, and a veto has none", () => {
  const ranks = ranksOf([
    { id: "one", total: 9000, vetoed: false },
    { id: "two", total: 9000, vetoed: false },
    { id: "three", total: 8000, vetoed: false },
    { id: "hit", total: 9900, vetoed: true },
  ]);
  expect([...ranks]).toEqual([
    ["one", 1],
    ["two", 1],
    ["three", 3],
    ["hit", null],
  ]);
});

test("C and D are to be mended", () => {
  expect((["a", "b", "c", "d"] as const).map(mustRectify)).toEqual([false, false, true, true]);
});

describe("what a result suggests to the council", () => {
  const cases: [now: Grade, vetoed: boolean, before: Grade | null, feed: Feed | null][] = [
    ["a", false, null, "commendation"],
    ["a", false, "a", "tier_change"],
    ["b", false, "a", null],
    ["c", false, "d", null],
    ["d", false, null, "warning"],
    ["d", true, "a", "warning"],
    ["d", true, "d", "exit_talk"],
  ];
  test.each(cases)("%s, veto %s, before %s: %s", (now, vetoed, before, feed) => {
    expect(feedOf(now, vetoed, before)).toBe(feed);
  });
});
