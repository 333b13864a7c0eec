import { expect, test } from "vitest";
import { addDays, covers, dayIn, isDay } from "./dates";

test.each(["2026-11-22", "2024-02-29", "1900-01-01"])("%s is a day", (day) =>
  expect(isDay(day)).toBe(true),
);
test.each([
  "2026-02-29",
  "2026-2-1",
  "20261122",
  "",
  "2026-13-01",
  "1899-12-31",
  "2026-11-22T00:00",
])("%s is none", (day) => expect(isDay(day)).toBe(false));
test("the day of an instant depends on the zone, not on the server", () => {
  const instant = new Date("2026-11-21T16:30:00Z");
  expect(dayIn(instant, "Asia/Shanghai")).toBe("2026-11-22");
  expect(dayIn(instant, "UTC")).toBe("2026-11-21");
});
test("days are added over month and leap-year ends", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});
test("both ends belong to a stretch", () => {
  expect(covers("2026-01-01", "2026-01-31", "2026-01-31")).toBe(true);
  expect(covers("2026-01-01", "2026-01-31", "2026-02-01")).toBe(false);
  expect(covers("2026-01-01", null, "2099-01-01")).toBe(true);
});
