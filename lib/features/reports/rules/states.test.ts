import { describe, expect, test } from "vitest";
import { editionStates, editionSteps, sectionStates } from "../types";
import {
  editionMayBecome,
  isApproved,
  isInHand,
  isLate,
  sectionMayBecome,
  stepsFrom,
  waitsFor,
} from "./states";

describe("3.13 the life of an edition", () => {
  test("leads from the outline to the public in one order", () => {
    const order = editionStates.slice(1).map((to, at) => [editionStates[at], to] as const);
    for (const [from, to] of order) expect(from && editionMayBecome(from, to)).toBe(true);
  });

  test("what is approved goes nowhere back", () => {
    const back = editionStates
      .filter(isApproved)
      .flatMap((from) =>
        editionStates.filter((to) => !isApproved(to) && editionMayBecome(from, to)),
      );
    expect(back).toEqual([]);
  });

  test("a step by hand is an edge; the approval is none", () => {
    for (const from of editionStates) {
      for (const to of stepsFrom(from)) expect(editionMayBecome(from, to)).toBe(true);
    }
    expect(stepsFrom("review")).toEqual([]);
    expect(editionSteps).not.toContain("council_approved");
  });
});

describe("chapters", () => {
  test("an accepted chapter may only be returned", () => {
    expect(sectionStates.filter((to) => sectionMayBecome("accepted", to))).toEqual(["returned"]);
  });

  test.each([
    ["drafting", "open", true],
    ["drafting", "returned", true],
    ["drafting", "submitted", false],
    ["drafting", "accepted", false],
    ["outline", "open", false],
    ["review", "returned", false],
  ] as const)(
    "in an edition in %s a chapter in %s is in hand: %s",
    (edition, section, expected) => {
      expect(isInHand(edition, section)).toBe(expected);
    },
  );

  test("late begins the day after the deadline, and ends with the submission", () => {
    expect(isLate("drafting", "2026-12-01", "2026-12-01")).toBe(false);
    expect(isLate("drafting", "2026-12-01", "2026-12-02")).toBe(true);
    expect(isLate("submitted", "2026-12-01", "2026-12-02")).toBe(false);
  });
});

test("it waits for the one who acts next", () => {
  const facts = { unwritten: 0, unchecked: 0, secretary: false, chair: false };
  expect(waitsFor("drafting", { ...facts, unwritten: 2 })).toBe("drafts");
  expect(waitsFor("drafting", { ...facts, unwritten: 2, unchecked: 1 })).toBe("checks");
  expect(waitsFor("drafting", facts)).toBe("merge");
  expect(waitsFor("review", facts)).toBe("secretary");
  expect(waitsFor("review", { ...facts, secretary: true })).toBe("chair");
  expect(waitsFor("review", { ...facts, secretary: true, chair: true })).toBe("council");
  expect(waitsFor("published", facts)).toBe("nobody");
});
