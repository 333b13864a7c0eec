import { describe, expect, test } from "vitest";
import { quantityFault, readReported } from "./reported";

describe("the figures of the sources are the test", () => {
  test.each([
    ["近50余项", { kind: "ambiguous" }],
    ["约 30 多家", { kind: "ambiguous" }],
    ["第4243届", { kind: "damaged" }],
    ["6727优胜", { kind: "damaged" }],
    ["第42届", { kind: "none" }],
    ["12,34项", { kind: "damaged" }],
    ["147项", { kind: "exact", value: "147", unit: "项" }],
    ["11,239人日", { kind: "exact", value: "11239", unit: "人日" }],
    ["800余人次", { kind: "over", value: "800", unit: "人次" }],
    ["２０００余万元", { kind: "over", value: "2000", unit: "万元" }],
    ["近2000万元", { kind: "nearly", value: "2000", unit: "万元" }],
    ["约35.5万元", { kind: "about", value: "35.5", unit: "万元" }],
    ["3个以上", { kind: "over", value: "3", unit: "个" }],
    ["若干", { kind: "none" }],
  ])("%s → %j", (text, read) => expect(readReported(text)).toEqual(read));
});

test.each([
  ["1234.50", undefined],
  ["近50余项", "number-ambiguous"],
  ["第4243届", "number-damaged"],
  ["6727优胜", "number-damaged"],
  ["800余", "number-not-exact"],
  ["695人日", "number-with-unit"],
  ["abc", "not-a-quantity"],
  ["1.234", "number-with-unit"],
])("as a quantity %s: %s", (text, fault) => expect(quantityFault(text)).toBe(fault));
