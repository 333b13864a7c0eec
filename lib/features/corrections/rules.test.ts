import { describe, expect, test } from "vitest";
import { changeOf, effectsOf, isBelowAdjusted, isOpen, mayTake, stateAfter } from "./rules";
import { correctionMoves, correctionStates, type Said } from "./types";

describe("behaviour 4.4: the way of a correction", () => {
  const ways = correctionStates.flatMap((state) =>
    correctionMoves.map((move) => [state, move, stateAfter(state, move)] as const),
  );
  test("exactly these edges exist", () => {
    expect(ways.filter(([, , to]) => to !== undefined)).toEqual([
      ["requested", "endorse", "endorsed"],
      ["requested", "refuse", "refused"],
      ["requested", "withdraw", "withdrawn"],
      ["endorsed", "apply", "applied"],
      ["endorsed", "refuse", "refused"],
      ["endorsed", "withdraw", "withdrawn"],
    ]);
  });
  test("what is decided is over", () => {
    expect(correctionStates.filter(isOpen)).toEqual(["requested", "endorsed"]);
  });
});

describe("figure.decide_correction: three hands", () => {
  const hands = { requestedById: "a", endorsedById: "b" };
  test.each([
    ["endorse", "a", false],
    ["endorse", "b", true],
    ["apply", "a", false],
    ["apply", "b", false],
    ["apply", "c", true],
    ["refuse", "a", false],
    ["refuse", "b", true],
    ["withdraw", "a", true],
    ["withdraw", "b", false],
    ["endorse", null, false],
  ] as const)("%s by %s: %s", (move, who, allowed) => {
    expect(mayTake(move, hands, who)).toBe(allowed);
  });
});

const said: Said = {
  metricCode: "M41",
  organizationId: "o1",
  year: 2026,
  occurredOn: "2026-03-01",
  quantity: "100.00",
  naturalKey: null,
  fileId: "f1",
};

describe("what changes", () => {
  test.each([
    ["the same number in other digits", { quantity: "100" }, {}],
    ["another number", { quantity: "90.5" }, { quantity: "90.5" }],
    ["a day said again", { occurredOn: "2026-03-01" }, {}],
    ["another paper", { fileId: "f2" }, { fileId: "f2" }],
  ])("%s", (_words, wish, expected) => {
    expect(changeOf(said, wish)).toEqual(expected);
  });
});

describe("the impact is shown before anything changes", () => {
  const totals = [
    { metricCode: "M41", year: 2026, organizationId: null, records: 3, total: "350.00" },
    { metricCode: "M41", year: 2026, organizationId: "o1", records: 2, total: "150.00" },
  ];
  test("another number moves the organization and the alliance", () => {
    expect(effectsOf(totals, said, { ...said, quantity: "80.10" })).toEqual([
      expect.objectContaining({ organizationId: null, before: "350.00", after: "330.10" }),
      expect.objectContaining({ organizationId: "o1", before: "150.00", after: "130.10" }),
    ]);
  });
  test("another year leaves one total and enters another; the sum of all stays", () => {
    const effects = effectsOf(totals, said, { ...said, year: 2025 });
    expect(effects.map(({ year, after, recordsAfter }) => [year, after, recordsAfter])).toEqual([
      [2025, "100.00", 1],
      [2025, "100.00", 1],
      [2026, "250.00", 2],
      [2026, "50.00", 1],
    ]);
  });
  test("another organization: the alliance's total stays", () => {
    const effects = effectsOf(totals, said, { ...said, organizationId: "o2" });
    expect(effects.find((one) => one.organizationId === null)).toMatchObject({
      before: "350.00",
      after: "350.00",
      recordsAfter: 3,
    });
    expect(effects.find((one) => one.organizationId === "o2")?.after).toBe("100.00");
  });
  test("what was taken off as counted elsewhere is in no total, before or after", () => {
    expect(effectsOf(totals, said, null, "-40.00").map(({ after }) => after)).toEqual([
      "290.00",
      "90.00",
    ]);
    const moved = effectsOf(totals, said, { ...said, year: 2025 }, "-40.00");
    expect(moved.map(({ after }) => after)).toEqual(["60.00", "60.00", "290.00", "90.00"]);
    expect(isBelowAdjusted({ ...said, quantity: "39.99" }, "-40.00")).toBe(true);
    expect(isBelowAdjusted({ ...said, quantity: "40.00" }, "-40.00")).toBe(false);
  });
  test("counted twice: the record counts no more", () => {
    expect(
      effectsOf(totals, said, null).map(({ after, recordsAfter }) => [after, recordsAfter]),
    ).toEqual([
      ["250.00", 2],
      ["50.00", 1],
    ]);
  });
});
