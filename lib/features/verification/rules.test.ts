import { describe, expect, test } from "vitest";
import { isClean, isSecondPerson, mayFind, type RiskFacts, riskOf, sampleSize } from "./rules";

const plain: RiskFacts = {
  evidenceRequired: false,
  quantity: "1.00",
  ofTotal: "1000.00",
  strengths: [],
  waitingDays: 0,
};

describe("risk = weight × size × findings × age", () => {
  test.each([
    ["nothing special", {}, 1],
    ["evidence is required", { evidenceRequired: true }, 3],
    ["a fiftieth of the year", { quantity: "20" }, 2],
    ["a tenth", { quantity: "100" }, 3],
    ["a quarter", { quantity: "250" }, 4],
    ["the first of its year", { ofTotal: "0" }, 4],
    ["a block", { strengths: ["block"] }, 4],
    ["two reasons", { strengths: ["reason", "reason", "info"] }, 3],
    ["six days", { waitingDays: 6 }, 1],
    ["a week", { waitingDays: 7 }, 2],
    ["a year waits no longer than eight weeks", { waitingDays: 365 }, 9],
    [
      "all of it",
      { evidenceRequired: true, quantity: "999", strengths: ["block"], waitingDays: 14 },
      144,
    ],
  ] as const)("%s", (_words, more, expected) => {
    expect(riskOf({ ...plain, ...more })).toBe(expected);
  });
});

test("bulk approval only for rows without findings", () => {
  expect(isClean([])).toBe(true);
  expect(isClean(["info"])).toBe(true);
  expect(isClean(["info", "reason"])).toBe(false);
  expect(isClean(["block"])).toBe(false);
});

test.each([
  ["c", true],
  ["a", false],
  ["b", false],
  [null, false],
])("figure.approve: %s is a second person: %s", (userId, expected) => {
  expect(isSecondPerson({ enteredById: "a", verifiedById: "b" }, userId)).toBe(expected);
});

test.each([
  [100, 10, 5, 10],
  [101, 10, 5, 11],
  [30, 10, 5, 5],
  [3, 10, 5, 3],
  [0, 10, 5, 0],
])("of %i at %i %% and at least %i: %i", (population, percent, atLeast, expected) => {
  expect(sampleSize(population, percent, atLeast)).toBe(expected);
});

test.each([
  [null, true],
  ["needs_visit", true],
  ["confirmed", false],
  ["rejected", false],
  ["corrected_down", false],
] as const)("a finding %s may be followed by another one: %s", (outcome, expected) => {
  expect(mayFind(outcome)).toBe(expected);
});
