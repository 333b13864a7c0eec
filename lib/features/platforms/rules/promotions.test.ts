import { describe, expect, test } from "vitest";
import { skillLevels } from "@/lib/features/people/types";
import { promotionStates } from "../types";
import { certifiedByYear, nextPromotionState, promotionFault, rises } from "./promotions";

test("S001-25 the ladder of eight levels is climbed, never descended", () => {
  for (const [low, from] of skillLevels.entries()) {
    for (const [high, to] of skillLevels.entries()) expect(rises(from, to)).toBe(high > low);
  }
});

describe("3.14 ENROLLED → TRAINED → ASSESSED → CERTIFIED", () => {
  const last = { state: "assessed", people: 12, on: "2026-05-01" } as const;
  const step = { to: "certified", people: 10, on: "2026-05-20", certificateNo: "示例 1" } as const;
  const today = "2026-06-01";

  test("one step after the other, and no other", () => {
    for (const [at, state] of promotionStates.entries()) {
      expect(nextPromotionState(state)).toBe(promotionStates[at + 1]);
      for (const to of promotionStates) {
        const fault = promotionFault({ ...last, state }, { ...step, to }, today);
        expect([state, to, fault === "wrong-state"]).toEqual([
          state,
          to,
          to !== promotionStates[at + 1],
        ]);
      }
    }
  });

  test.each([
    ["as it should be", {}, undefined],
    ["all of them", { people: 12 }, undefined],
    ["nobody, and so no certificate", { people: 0, certificateNo: undefined }, undefined],
    ["the day of the step before", { on: "2026-05-01" }, undefined],
    ["today", { on: today }, undefined],
    ["one more than were assessed", { people: 13 }, "promotion-more-people"],
    ["before the step before", { on: "2026-04-30" }, "promotion-day-order"],
    ["tomorrow", { on: "2026-06-02" }, "day-in-future"],
    ["certificates without a number", { certificateNo: undefined }, "promotion-needs-number"],
  ])("%s", (_, change, fault) => {
    expect(promotionFault(last, { ...step, ...change }, today)).toBe(fault);
  });

  test("before the certificates no number is asked for", () => {
    const trained = { state: "trained", people: 12, on: "2026-05-01" } as const;
    expect(
      promotionFault(trained, { to: "assessed", people: 12, on: "2026-05-02" }, today),
    ).toBeUndefined();
  });
});

test("certified people are counted in the year of their certificates", () => {
  expect(
    certifiedByYear([
      { certified: 3, certifiedOn: "2025-12-31" },
      { certified: 4, certifiedOn: "2026-01-01" },
      { certified: 5, certifiedOn: "2026-11-01" },
      { certified: null, certifiedOn: null },
    ]),
  ).toEqual([
    { year: 2026, people: 9 },
    { year: 2025, people: 3 },
  ]);
});
