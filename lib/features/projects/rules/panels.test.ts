import { describe, expect, test } from "vitest";
import type { PanelVote } from "../types";
import {
  allIn,
  conclusionOf,
  isFull,
  needsDiscussion,
  panelVote,
  passes,
  sheetFits,
} from "./panels";

const seat = (change: Partial<Parameters<typeof panelVote>[0][number]> = {}) => ({
  declaration: "none" as const,
  submitted: true,
  total: 70,
  vote: null,
  ...change,
});
const conflict = { ...seat(), declaration: "conflict" as const, submitted: false, total: null };

describe("an odd number of experts, at least three, without those who have a conflict", () => {
  test.each([
    [1, 0, false],
    [2, 0, false],
    [3, 0, true],
    [3, 1, true],
    [4, 0, false],
    [5, 2, true],
  ])("%i judge, %i step back: %s", (judge, back, full) => {
    const seats = [...Array(judge).fill(seat()), ...Array(back).fill(conflict)];
    expect(isFull(seats)).toBe(full);
  });
  test("one who has not declared is waited for", () =>
    expect(allIn([seat(), seat(), seat({ submitted: false })])).toBe(false));
});

test.each([
  [[60, 80, 80], false],
  [[60, 81, 80], true],
  [[], false],
] as const)("spread of %j above 20 points: %s", (totals, talk) =>
  expect(needsDiscussion(totals)).toBe(talk),
);
test.each([
  [[60, 60, 60], true],
  [[59, 60, 60], false],
  [[100, 79, 0], false],
  [[], false],
] as const)("%j reach 60 on average: %s", (totals, yes) => expect(passes(totals)).toBe(yes));

describe("a score sheet", () => {
  const sheet = { need: 30, method: 0, team: 20, benefit: 11 };
  test("is complete", () => expect(sheetFits("review", sheet)).toBe(true));
  test.each([
    ["one line missing", { need: 30, method: 0, team: 20 }],
    ["a line of another sheet", { ...sheet, money: 1 }],
    ["more than the most", { ...sheet, team: 21 }],
    ["less than nothing", { ...sheet, team: -1 }],
    ["half points", { ...sheet, team: 1.5 }],
  ])("%s", (_, given) => expect(sheetFits("review", given as never)).toBe(false));
});

describe("acceptance: quorum and vote by the rule engine", () => {
  const votes = (...given: (PanelVote | null)[]) =>
    given.map((vote) => seat({ vote, submitted: vote !== null }));
  test.each([
    [votes("yes", "yes", "no"), "accepted"],
    [votes("yes", "rework", "no"), "rework"],
    [votes("rework", "rework", "no"), "rework"],
    [votes("no", "no", "yes"), "failed"],
    [[...votes("yes", "yes", "no"), conflict], "accepted"],
    [votes("yes", null, null), "failed"],
  ] as const)("%#: %s", (seats, expected) =>
    expect(conclusionOf("acceptance", seats)).toBe(expected),
  );
  test("below two thirds of the panel there is no result", () =>
    expect(panelVote(votes("yes", null, null), ["yes"]).outcome).toBe("inquorate"));
});
test("review and half time go by points", () => {
  expect(conclusionOf("review", [seat(), seat(), seat()])).toBe("recommend");
  expect(conclusionOf("midterm", [seat({ total: 10 }), seat(), seat()])).toBe("rectify");
});
