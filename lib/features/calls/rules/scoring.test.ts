import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Given, meanText, progressOf, ranking, spreadOf, totalOf } from "./scoring";

const weights = [
  { criterionId: "plan", weight: 60 },
  { criterionId: "price", weight: 40 },
];
const score = (
  bidId: string,
  expertId: string,
  plan: number,
  price: number,
  attempt = 1,
): Given[] => [
  { bidId, expertId, criterionId: "plan", attempt, points: plan },
  { bidId, expertId, criterionId: "price", attempt, points: price },
];
const sheet = (given: Given[], discussed: string[] = []) => ({
  weights,
  given,
  bids: ["a", "b"],
  experts: ["x", "y"],
  discussed,
});

describe("totals", () => {
  test("weights count in hundredths, the last attempt counts", () => {
    expect(totalOf(weights, score("a", "x", 80, 50), "a", "x")).toBe(6800);
    const twice = [...score("a", "x", 80, 50), ...score("a", "x", 70, 50, 2)];
    expect(totalOf(weights, twice, "a", "x")).toBe(6200);
  });
  test("a sheet with a criterion missing is no sheet", () =>
    expect(totalOf(weights, score("a", "x", 80, 50).slice(1), "a", "x")).toBeUndefined());
});

describe("outlier moderation", () => {
  const given = [
    ...score("a", "x", 90, 90),
    ...score("a", "y", 69, 69),
    ...score("b", "x", 80, 80),
    ...score("b", "y", 60, 60),
  ];
  test("more than 20 points apart are talked about, exactly 20 are not", () =>
    expect(progressOf(sheet(given))).toEqual({ missing: 0, apart: ["a"], again: 0 }));
  test("after the talk both fill in their sheet again", () => {
    expect(progressOf(sheet(given, ["a"])).again).toBe(2);
    const second = [...given, ...score("a", "x", 85, 85, 2), ...score("a", "y", 60, 60, 2)];
    expect(progressOf(sheet(second, ["a"]))).toEqual({ missing: 0, apart: [], again: 0 });
  });
  test("sheets that are missing are counted", () =>
    expect(progressOf(sheet(score("a", "x", 1, 1))).missing).toBe(3));
  test("one expert alone is never apart", () => expect(spreadOf([5000])).toBe(0));
});

describe("ranking", () => {
  test("equal sums share a rank, the next one is skipped", () => {
    const given = ["a", "b", "c"].flatMap((bid, at) => [
      ...score(bid, "x", 80 - (at === 2 ? 1 : 0), 80),
      ...score(bid, "y", 80, 80),
    ]);
    const ranked = ranking({ ...sheet(given), bids: ["c", "a", "b"] });
    expect(ranked.map(({ bidId, rank }) => [bidId, rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 3],
    ]);
  });

  test("the order of bids and experts changes no rank", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
          minLength: 4,
          maxLength: 4,
        }),
        ([ax, ay, bx, by]) => {
          const given = [
            ...score("a", "x", ...(ax ?? [0, 0])),
            ...score("a", "y", ...(ay ?? [0, 0])),
            ...score("b", "x", ...(bx ?? [0, 0])),
            ...score("b", "y", ...(by ?? [0, 0])),
          ];
          const rankOf = (all: ReturnType<typeof ranking>) =>
            Object.fromEntries(all.map(({ bidId, rank }) => [bidId, rank]));
          const turned = { ...sheet([...given].reverse()), bids: ["b", "a"], experts: ["y", "x"] };
          expect(rankOf(ranking(turned))).toEqual(rankOf(ranking(sheet(given))));
        },
      ),
    ));

  test.each([
    [17000, 2, "85.00"],
    [20001, 3, "66.67"],
    [20000, 3, "66.67"],
    [10001, 2, "50.01"],
    [0, 1, "0.00"],
  ])("%i of %i experts is %s", (points, judges, text) =>
    expect(meanText(points, judges)).toBe(text),
  );
});
