import { expect, test } from "vitest";
import { addDays, covers, dayIn, instantIn, isDay } from "./dates";

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
test.each([
  ["2026-11-22", "14:30", "Asia/Shanghai", "2026-11-22T06:30:00.000Z"],
  ["2026-11-22", "00:00", "Asia/Shanghai", "2026-11-21T16:00:00.000Z"],
  ["2026-11-22", "23:59", "Asia/Kathmandu", "2026-11-22T18:14:00.000Z"],
  // Shanghai had summer time in 1990; the clocks of Berlin went forward at 02:00.
  ["1990-07-01", "12:00", "Asia/Shanghai", "1990-07-01T03:00:00.000Z"],
  ["2026-03-29", "03:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
])("%s %s in %s", (day, time, zone, instant) =>
  expect(instantIn(day, time, zone).toISOString()).toBe(instant),
);
