import { expect, test } from "vitest";
import { afterWorkingDays } from "./working-days";

test.each([
  // 2026-11-20 is a Friday.
  ["2026-11-20", 5, "2026-11-27"],
  ["2026-11-21", 5, "2026-11-27"],
  ["2026-11-22", 5, "2026-11-27"],
  ["2026-11-23", 5, "2026-11-30"],
  ["2026-11-23", 1, "2026-11-24"],
  ["2026-12-30", 10, "2027-01-13"],
])("%s and %i working days end on %s", (day, count, last) =>
  expect(afterWorkingDays(day, count)).toBe(last),
);
