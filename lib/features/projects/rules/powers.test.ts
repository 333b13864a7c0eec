import { describe, expect, test } from "vitest";
import {
  approverOf,
  authorityFor,
  authorityOfBody,
  needsReview,
  standsAtLeast,
  weightOf,
} from "./powers";

const powers = { reviewFrom: "50000.00", amountA: "100000.00", amountB: "1000000.00" };

describe("table of powers: secretariat < amount A < committee < amount B < council", () => {
  test.each([
    ["0.00", "secretariat"],
    ["99999.99", "secretariat"],
    ["100000.00", "committee"],
    ["999999.99", "committee"],
    ["1000000.00", "council"],
    ["900000000000000.00", "council"],
  ] as const)("%s yuan: %s", (amount, expected) =>
    expect(authorityFor(amount, powers)).toBe(expected),
  );
  test("experts are heard from their own amount on", () => {
    expect(needsReview("49999.99", powers)).toBe(false);
    expect(needsReview("50000.00", powers)).toBe(true);
  });
  test("Project without money: counted as 0, decided by the secretariat", () =>
    expect(authorityFor(weightOf(null, "0.00"), powers)).toBe("secretariat"));
  test.each([
    ["100.00", "50.00", "100.00"],
    ["100.00", "150.00", "150.00"],
    [null, "150.00", "150.00"],
  ])("budget %s and %s promised weigh %s", (budget, promised, weight) =>
    expect(weightOf(budget, promised)).toBe(weight),
  );
});

test.each([
  ["council", "council"],
  ["member_assembly", "council"],
  ["expert_committee", "committee"],
  ["special_committee", "committee"],
] as const)("a resolution of a %s is one of the %s", (kind, expected) =>
  expect(authorityOfBody(kind)).toBe(expected),
);
test("who stands higher may take back", () => {
  expect(standsAtLeast("council", "committee")).toBe(true);
  expect(standsAtLeast("secretariat", "committee")).toBe(false);
  expect(standsAtLeast("committee", "committee")).toBe(true);
});
test.each([
  ["date", "secretariat"],
  ["partner", "secretariat"],
  ["scope", "council"],
  ["budget", "council"],
  ["funder", "council"],
  ["lead", "council"],
] as const)("a change of %s in a project of two millions is approved by the %s", (kind, expected) =>
  expect(approverOf(kind, "2000000.00", powers)).toBe(expected),
);
