import { describe, expect, test } from "vitest";
import { isBeyond, isMet, stepOf, usualBound } from "./rules";

describe("value exactly at the threshold", () => {
  test.each([
    ["at_least", "99.99", false],
    ["at_least", "100.00", true],
    ["at_least", "100.01", true],
    ["above", "100.00", false],
    ["above", "100.01", true],
    ["at_most", "100.01", false],
    ["at_most", "100.00", true],
    ["at_most", "99.99", true],
    ["below", "100.00", false],
    ["below", "99.99", true],
  ] as const)("%s 100: %s is %s", (direction, value, beyond) =>
    expect(isBeyond(direction, value, "100.00")).toBe(beyond),
  );
  test("sums larger than any float are compared to the last place", () => {
    expect(isBeyond("above", "99999999999999999.01", "99999999999999999.00")).toBe(true);
    expect(isBeyond("above", "99999999999999999.00", "99999999999999999.00")).toBe(false);
  });
});

describe("what is met", () => {
  test.each([
    ["missing_reports", "3.00", "2.00", false],
    ["missing_reports", "3.00", "3.00", true],
    ["negative_indicator", "1.00", "0.00", false],
    ["negative_indicator", "1.00", "1.00", true],
    ["promise_overdue", "90.00", "0.00", false],
    // The bound is in days; of those later than it one is enough.
    ["promise_overdue", "90.00", "1.00", true],
  ] as const)("%s of %s at %s is %s", (about, bound, value, met) =>
    expect(isMet({ about, direction: null, bound }, value)).toBe(met),
  );
  test("a threshold goes by its direction", () =>
    expect(isMet({ about: "threshold", direction: "below", bound: "1.00" }, "0.00")).toBe(true));
});

describe("one raising until the condition ends", () => {
  test.each([
    ["raised", false, "raise"],
    ["raised", true, "none"],
    ["quiet", true, "close"],
    ["quiet", false, "none"],
    ["no_value", false, "none"],
    ["no_value", true, "none"],
    ["hidden", false, "none"],
    ["hidden", true, "none"],
    ["failed", false, "none"],
    ["failed", true, "none"],
  ] as const)("%s while one stands (%s): %s", (result, stands, step) =>
    expect(stepOf(result, stands)).toBe(step),
  );
});

test("promise overdue > 90 days unless told otherwise", () =>
  expect(usualBound.promise_overdue).toBe("90"));
