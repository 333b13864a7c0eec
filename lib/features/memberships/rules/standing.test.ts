import { describe, expect, test } from "vitest";
import type { MembershipStatus } from "../types";
import { statusOn } from "./standing";

const member = (from: string, to: string | null = null) => ({
  from,
  to,
  position: "member_unit" as const,
});

describe("status of a membership on a day", () => {
  const facts = {
    periods: [
      member("2023-01-01", "2024-12-31"),
      { ...member("2025-01-01", "2026-06-30"), position: "council_unit" as const },
    ],
    suspensions: [{ from: "2024-03-01", to: "2024-03-31" }],
    notices: ["2026-04-01"],
  };
  test.each<[string, MembershipStatus]>([
    ["2022-12-31", "pending"],
    ["2023-01-01", "active"],
    ["2024-02-29", "active"],
    ["2024-03-01", "suspended"],
    ["2024-03-31", "suspended"],
    ["2024-04-01", "active"],
    ["2024-12-31", "active"],
    ["2025-01-01", "active"],
    ["2026-03-31", "active"],
    ["2026-04-01", "notice"],
    // Vote on the day a membership ends: the end date counts to 24:00.
    ["2026-06-30", "notice"],
    ["2026-07-01", "ended"],
  ])("on %s it is %s", (day, status) => expect(statusOn(facts, day)).toBe(status));

  test("a suspended member that gave notice is suspended", () =>
    expect(
      statusOn(
        {
          periods: [member("2023-01-01")],
          suspensions: [{ from: "2023-02-01", to: null }],
          notices: ["2023-01-15"],
        },
        "2023-03-01",
      ),
    ).toBe("suspended"));

  test("without a period it has not begun", () =>
    expect(statusOn({ periods: [], suspensions: [], notices: [] }, "2026-01-01")).toBe("pending"));
});
