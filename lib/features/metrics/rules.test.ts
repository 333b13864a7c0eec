import { describe, expect, test } from "vitest";
import { distinctSum, registeredCount, registeredOutcome } from "./rules";
import { countedAs, countedMetrics, domainCodes, moneyMetrics, namedCodes } from "./types";

const all = [...countedMetrics, ...moneyMetrics];

describe("the registry of numbers", () => {
  test("has every code once, and none of domain 4 twice", () => {
    const codes = all.map((metric) => metric.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => domainCodes.includes(code))).toEqual([]);
    expect(domainCodes).toHaveLength(84);
    expect([domainCodes.at(0), domainCodes.at(-1)]).toEqual(["M01", "M84"]);
  });
  test("a number of domain 4 that the portal counts itself is one number under two codes", () => {
    for (const [code, counted] of Object.entries(countedAs)) {
      expect(domainCodes).toContain(code);
      expect(registeredCount(code)).toBe(registeredCount(counted));
    }
    expect(registeredCount("M35")).toBeUndefined();
  });
  test("every code has words: its own, or those of a kind or a state", () => {
    for (const { code } of all) {
      const named = namedCodes.some((one) => one === code);
      expect(named || /^(members|projects)-[a-z_]+$/.test(code), code).toBe(true);
    }
  });
  test("a stock has no stretch of years, money is booked and a flow", () => {
    expect(registeredOutcome({ code: "M47", aggregation: "latest" }).time).toBe("stock");
    expect(registeredOutcome({ code: "M35", aggregation: "distinct" }).time).toBe("flow");
    for (const metric of moneyMetrics) {
      expect(metric).toMatchObject({ time: "flow", status: "booked", source: "funds" });
    }
  });
});

describe("a sum of results is a bound or exact", () => {
  const sum = { records: 2, total: "6.00" };
  const lists = { listed: 2, places: 6, people: 5 };
  test.each([
    ["M40", "distinct", "人", { value: "5.00", atMost: false }],
    ["M36", "distinct", "家", { value: "6.00", atMost: true }],
    ["M35", "distinct", "项", { value: "6.00", atMost: false }],
    ["M39", "sum", "人次", { value: "6.00", atMost: false }],
  ] as const)("%s", (code, aggregation, unitZh, expected) =>
    expect(distinctSum({ code, aggregation, unitZh }, sum, lists)).toEqual(expected),
  );
});
