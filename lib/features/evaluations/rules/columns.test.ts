import { expect, test } from "vitest";
import { columnsOf, decimal, hundredths, ruleOf } from "./columns";

test("what is filled in becomes a rule; fields of other kinds are left out", () => {
  const all = { target: "60", floor: "30", cap: "120", each: "0.2", most: "5", national: "3" };
  const made = (kind: Parameters<typeof columnsOf>[0]["kind"]) =>
    ruleOf(columnsOf({ ...all, ...(kind && { kind }) }));
  expect(made(undefined)).toBeNull();
  expect(made("threshold")).toEqual({ kind: "threshold", target: 6000n, floor: 3000n });
  expect(made("ratio")).toEqual({ kind: "ratio", target: 6000n, cap: 12_000n });
  expect(made("deduction")).toEqual({ kind: "deduction", each: 20n, most: 500n });
  expect(made("level_points")).toEqual({
    kind: "level_points",
    points: { national: 300n, provincial: 0n, municipal: 0n, school: 0n },
  });
  expect(made("expert")).toEqual({ kind: "expert" });
  expect(columnsOf({ kind: "expert", target: "60" }).target).toBeNull();
});

test("a row that lacks what its kind needs is a fault and no rule of nothing", () => {
  expect(() => ruleOf({ ...columnsOf({}), kind: "ratio" })).toThrow("lacks");
});

test("hundredths to decimals and back", () => {
  expect(["0.05", "12.50", "100.00"].map((text) => decimal(hundredths(text)))).toEqual([
    "0.05",
    "12.50",
    "100.00",
  ]);
});
