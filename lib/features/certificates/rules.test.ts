import { describe, expect, test } from "vitest";
import { type Claim, faultOf, type Ground, leftOf, limitOf, stateAfter, totalOf } from "./rules";
import { certificateStates, certificateSteps } from "./types";

const amounts = { outputIncrease: "1200000.00", taxes: "34567.89", savings: null };

describe("the way of a certificate", () => {
  test("every edge there is, and no other", () => {
    const edges = certificateStates.flatMap((from) =>
      certificateSteps.flatMap((step) => {
        const to = stateAfter(from, step);
        return to ? [`${from} ${step} ${to}`] : [];
      }),
    );
    expect(edges).toEqual([
      "draft change draft",
      "draft ask asked",
      "draft withdraw withdrawn",
      "asked seal sealed",
      "asked withdraw withdrawn",
      "sealed withdraw withdrawn",
    ]);
  });
});

describe("amounts", () => {
  test("the total is exact, and yuan are brought to 万元 once, rounded at the second place", () => {
    expect(totalOf(amounts)).toBe("1234567.89");
    expect(limitOf("M29", amounts)).toBe("123.46");
    expect(limitOf("M30", amounts)).toBe("120");
    expect(limitOf("M28", amounts)).toBe("0");
    expect(limitOf("M30", { ...amounts, outputIncrease: null })).toBe("0");
  });
  test("what is left is never below zero", () => {
    expect(leftOf("123.46", "100")).toBe("23.46");
    expect(leftOf("123.46", "200.00")).toBe("0.00");
  });
});

describe("S000-22 what rests on a certificate agrees with it", () => {
  const ground: Ground = {
    state: "sealed",
    year: 2026,
    enterpriseId: "e",
    claimantId: "s",
    amounts,
    resting: "23.46",
  };
  const claim: Claim = { metricCode: "M29", organizationId: "s", year: 2026, quantity: "100" };
  test.each<[string, Partial<Claim>, Partial<Ground>, string | undefined]>([
    ["all of what is left", {}, {}, undefined],
    ["the enterprise itself", { organizationId: "e" }, {}, undefined],
    ["a hundredth more", { quantity: "100.01" }, {}, "certificate-exceeded"],
    ["another year", { year: 2025 }, {}, "certificate-other-year"],
    ["another member", { organizationId: "x" }, {}, "certificate-not-yours"],
    ["nobody is named but the enterprise", {}, { claimantId: null }, "certificate-not-yours"],
    ["not sealed as yet", {}, { state: "asked" }, "certificate-not-sealed"],
    ["withdrawn", {}, { state: "withdrawn" }, "certificate-not-sealed"],
    ["another metric", { metricCode: "M28" }, {}, "certificate-other-metric"],
    [
      "new output counts the output increase only",
      { metricCode: "M30" },
      {},
      "certificate-exceeded",
    ],
    ["new output within it", { metricCode: "M30" }, { resting: "20" }, undefined],
  ])("%s", (_, more, other, fault) => {
    expect(faultOf({ ...claim, ...more }, { ...ground, ...other })).toBe(fault);
  });
});
