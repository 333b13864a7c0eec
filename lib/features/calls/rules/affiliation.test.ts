import { expect, test } from "vitest";
import { affiliationOf, type Ties } from "./affiliation";

const ties = (id: string, more: Partial<Ties> = {}): Ties => ({
  id,
  creditCode: null,
  mergedIntoId: null,
  parents: [],
  sponsorId: null,
  declared: [],
  ...more,
});

test.each<[string, Ties, Ties, string | undefined]>([
  ["strangers", ties("a"), ties("b"), undefined],
  ["itself", ties("a"), ties("a"), "same"],
  ["one credit code", ties("a", { creditCode: "X" }), ties("b", { creditCode: "X" }), "same"],
  ["a row that was merged into it", ties("a", { mergedIntoId: "b" }), ties("b"), "same"],
  ["mother and daughter", ties("a"), ties("b", { parents: ["a"] }), "group"],
  [
    "daughters of one grandmother",
    ties("a", { parents: ["m", "g"] }),
    ties("b", { parents: ["g"] }),
    "group",
  ],
  ["who runs it", ties("a", { sponsorId: "b" }), ties("b"), "sponsor"],
  ["a declared interest", ties("a"), ties("b", { declared: ["a"] }), "declared"],
])("%s", (_, a, b, found) => {
  expect(affiliationOf(a, b)).toBe(found);
  expect(affiliationOf(b, a)).toBe(found);
});

test("units without a credit code are not one unit", () =>
  expect(affiliationOf(ties("a"), ties("b"))).toBeUndefined());
