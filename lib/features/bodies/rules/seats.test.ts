import { describe, expect, test } from "vitest";
import type { CompositionRuleView, TermView } from "../schema/seats";
import { canExtend, checkComposition, isExpired, letterSoon, termOn, yearsAfter } from "./seats";

const rule = (given: Partial<CompositionRuleView>): CompositionRuleView => ({
  id: "r",
  kind: "kinds_at_least",
  kinds: ["enterprise"],
  num: 40,
  den: 100,
  articleRef: null,
  ...given,
});
const kinds = (enterprises: number, others: number) => [
  ...Array.from({ length: enterprises }, () => "enterprise" as const),
  ...Array.from({ length: others }, () => "university" as const),
];

describe("composition in whole numbers", () => {
  test.each([
    [2, 3, true],
    [13, 18, true],
    [12, 19, false],
    [0, 1, false],
    [0, 0, true],
  ])("enterprises at least 40 %% of seats: %i of %i others → %s", (enterprises, others, holds) => {
    const facts = { seats: 31, filledKinds: kinds(enterprises, others), members: 144 };
    expect(checkComposition(rule({}), facts).holds).toBe(holds);
  });
  test("at most is the other side of the same number", () => {
    const facts = { seats: 5, filledKinds: kinds(2, 3), members: 9 };
    expect(checkComposition(rule({ kind: "kinds_at_most" }), facts).holds).toBe(true);
    expect(
      checkComposition(rule({ kind: "kinds_at_most" }), { ...facts, filledKinds: kinds(3, 2) })
        .holds,
    ).toBe(false);
  });
  test.each([
    [31, true],
    [30, false],
    [0, true],
  ])("an odd number: %i → %s", (seats, holds) => {
    const odd = rule({ kind: "odd", kinds: [], num: null, den: null });
    expect(checkComposition(odd, { seats, filledKinds: [], members: 1 }).holds).toBe(holds);
  });
  test.each([
    [48, 144, true],
    [49, 144, false],
    [1, 2, false],
  ])("council at most a third of the members: %i of %i → %s", (seats, members, holds) => {
    const third = rule({ kind: "members_at_most", kinds: [], num: 1, den: 3 });
    expect(checkComposition(third, { seats, filledKinds: [], members }).holds).toBe(holds);
  });
});

const term = (startsOn: string, endsOn: string, extendedTo: string | null = null): TermView => ({
  id: startsOn,
  ordinal: 1,
  startsOn,
  endsOn,
  extendedTo,
});

describe("terms", () => {
  test("both ends belong to a term, and its extension", () => {
    const terms = [term("2020-01-01", "2024-12-31", "2025-06-30")];
    expect(termOn(terms, "2020-01-01")?.id).toBe("2020-01-01");
    expect(termOn(terms, "2025-06-30")?.id).toBe("2020-01-01");
    expect(termOn(terms, "2025-07-01")).toBeUndefined();
    expect(isExpired(terms, "2025-06-30")).toBe(false);
    expect(isExpired(terms, "2025-07-01")).toBe(true);
  });
  test("a body that never had a term is not expired, one with a following term neither", () => {
    expect(isExpired([], "2025-01-01")).toBe(false);
    expect(
      isExpired([term("2020-01-01", "2024-12-31"), term("2025-01-01", "2029-12-31")], "2025-01-01"),
    ).toBe(false);
  });
  test.each([
    ["2025-12-31", true],
    ["2026-01-01", false],
    ["2024-12-31", false],
  ])("extension until %s: %s", (until, can) =>
    expect(canExtend(term("2020-01-01", "2024-12-31"), until)).toBe(can),
  );
  test("an extended term is not extended again", () =>
    expect(canExtend(term("2020-01-01", "2024-12-31", "2025-01-31"), "2025-06-30")).toBe(false));
  test("leap days", () => {
    expect(yearsAfter("2024-02-29", 1)).toBe("2025-02-28");
    expect(yearsAfter("2024-02-29", 4)).toBe("2028-02-29");
    expect(yearsAfter("2023-02-28", 1)).toBe("2024-02-28");
  });
  test("letters of the next sixty days", () => {
    expect(letterSoon("2026-01-31", "2025-12-02")).toBe(true);
    expect(letterSoon("2026-02-01", "2025-12-02")).toBe(false);
    expect(letterSoon(null, "2025-12-02")).toBe(false);
  });
});
