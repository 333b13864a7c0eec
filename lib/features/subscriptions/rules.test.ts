import { describe, expect, test } from "vitest";
import { keptFilters, nextOn } from "./rules";

describe("the day of the next mail", () => {
  test.each([
    ["daily", "2026-12-31", "2027-01-01"],
    ["weekly", "2026-11-22", "2026-11-23"],
    ["weekly", "2026-11-23", "2026-11-30"],
    ["weekly", "2026-11-28", "2026-11-30"],
    ["monthly", "2026-01-31", "2026-02-01"],
    ["monthly", "2026-02-01", "2026-03-01"],
    ["monthly", "2026-12-15", "2027-01-01"],
  ] as const)("%s after %s is %s", (rhythm, day, next) => expect(nextOn(rhythm, day)).toBe(next));
});

test("one view has one form: what is left out or usual is not kept", () => {
  expect(
    keptFilters({ from: 2024, to: undefined, kind: "enterprise", status: "approved" }),
  ).toEqual({
    from: "2024",
    kind: "enterprise",
  });
  expect(keptFilters({ status: "live" })).toEqual({ status: "live" });
});
