import { describe, expect, test } from "vitest";
import { ceilingOf, lineRoom, outlier, withinProject, yearOpens } from "./guards";

describe("元 taken for 万元: the factor is named", () => {
  test.each([
    [3570_00n, 35_700_000_00n, { factor: 10_000, way: "small" }],
    [35_700_000_00n, 3570_00n, { factor: 10_000, way: "large" }],
    [100_000_00n, 100_00n, { factor: 1_000, way: "large" }],
    [100_00n, 100_00n, undefined],
    [50_000_00n, 100_00n, undefined],
    [10n ** 17n, 100_00n, { factor: 10_000, way: "large" }],
    [100n, 0n, undefined],
  ])("%s where %s is usual: %o", (amount, usual, found) =>
    expect(outlier(amount, usual)).toEqual(found),
  );
});

describe("dates outside the project", () => {
  const project = { startsOn: "2026-01-01", endsOn: "2026-06-30" };
  test.each([
    ["2025-12-31", false],
    ["2026-01-01", true],
    ["2026-12-27", true],
    ["2026-12-28", false],
  ])("%s: %s", (day, within) => expect(withinProject(day, project)).toBe(within));
});

describe("Budget guard: up to 10 % over warns and needs a reason; above → revision first", () => {
  const line = { planned: 1000n, ceiling: ceilingOf(1000n, 10), spent: 900n };
  test.each([
    [100n, "free"],
    [101n, "reason"],
    [200n, "reason"],
    [201n, "revise"],
  ])("%s more: %s", (amount, room) => expect(lineRoom(line, amount)).toBe(room));
});

describe("Spending dated after close", () => {
  const closed = { lateUntil: "2026-02-28", restatedUntil: null };
  test("within the window, then only by decision", () => {
    expect(yearOpens(undefined, "2026-03-01")).toBe(true);
    expect(yearOpens(closed, "2026-02-28")).toBe(true);
    expect(yearOpens(closed, "2026-03-01")).toBe(false);
    expect(yearOpens({ ...closed, restatedUntil: "2026-03-31" }, "2026-03-31")).toBe(true);
    expect(yearOpens({ ...closed, restatedUntil: "2026-03-31" }, "2026-04-01")).toBe(false);
  });
});
