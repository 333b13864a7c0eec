import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { powerStates } from "../types";
import { branchBodies } from "./branch-templates";
import { powerMayBecome } from "./powers";
import { hundredthsOf, percentOf } from "./shares";

test("S003-14 proposed → department agreed → signed → in force → reviewed → renewed, and withdrawn from each", () => {
  const edges = powerStates.flatMap((from) =>
    powerStates.filter((to) => powerMayBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(edges.filter((edge) => !edge.endsWith("withdrawn"))).toEqual([
    "proposed department_agreed",
    "department_agreed signed",
    "signed in_force",
    "in_force reviewed",
    "reviewed renewed",
    "renewed reviewed",
  ]);
  expect(edges.filter((edge) => edge.endsWith("withdrawn"))).toHaveLength(6);
});

describe("shares in hundredths of a percent", () => {
  test.each([
    ["33.34", 3334],
    ["33.3", 3330],
    ["100", 10_000],
    ["0.01", 1],
    ["7", 700],
  ] as const)("%s is %i", (text, expected) => expect(hundredthsOf(text)).toBe(expected));
  test("A-32 there and back, without a fraction on the way", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (share) => {
        expect(hundredthsOf(percentOf(share))).toBe(share);
      }),
    ));
});

test.each([
  "industry_college",
  "programme_group",
  "development_council",
  "cooperation_entities",
] as const)("branch %s: every parent stands before its children", (branch) => {
  const keys = branchBodies(branch).map(({ key }) => key);
  branchBodies(branch).forEach(({ parent }, at) => {
    if (parent !== null) expect(keys.slice(0, at)).toContain(parent);
  });
});
