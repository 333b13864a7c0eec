import { expect, test } from "vitest";
import { expiryOf, standingOf } from "./living";

test("180 days, the last one included", () => {
  const end = expiryOf("2026-01-01");
  expect(end).toBe("2026-06-30");
  expect(standingOf("active", end, end)).toBe("expiring");
  expect(standingOf("active", end, "2026-07-01")).toBe("expired");
  expect(standingOf("active", end, "2026-05-31")).toBe("expiring");
  expect(standingOf("active", end, "2026-05-30")).toBe("current");
});

test("what was taken back or done does not expire", () => {
  expect(standingOf("withdrawn", "2020-01-01", "2026-01-01")).toBe("withdrawn");
  expect(standingOf("done", "2020-01-01", "2026-01-01")).toBe("done");
});
