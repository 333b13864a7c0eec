import { expect, test } from "vitest";
import type { YearValue } from "../schema";
import { barParts, trendOf } from "./trend";

const year = (of: number, approved: string, records = 1): YearValue => ({
  year: of,
  approved,
  approvedRecords: records,
  provisional: "99.00",
  provisionalRecords: 1,
});

test("Open period: the last closed year beside the year before, and the open one in no trend", () =>
  expect(
    trendOf([year(2024, "20.00"), year(2025, "33.00"), year(2026, "1.00")], 2026),
  ).toMatchObject({ kind: "change", year: 2025, change: "13.00", tenths: 650 }));

test("Percentage of zero, negative values: no number, a negative change keeps its sign", () => {
  expect(trendOf([year(2024, "0.00"), year(2025, "5.00")], 2026)).toMatchObject({ tenths: null });
  expect(trendOf([year(2024, "-10.00"), year(2025, "-15.00")], 2026)).toMatchObject({
    change: "-5.00",
    tenths: -500,
  });
});

test("a gap of years is not compared over, nothing approved is no trend", () => {
  expect(trendOf([year(2022, "3.00"), year(2025, "5.00")], 2026)).toMatchObject({ kind: "first" });
  expect(trendOf([year(2025, "5.00", 0)], 2026)).toBeUndefined();
  expect(trendOf([], 2026)).toBeUndefined();
});

test.each([
  ["a verified number of a year that is not over", 2026, 3, 0, { hatched: 3, provisional: 0 }],
  ["partly verified, not over", 2026, 5, 2, { hatched: 5, provisional: 2 }],
  ["partly verified, over", 2025, 5, 2, { hatched: 2, provisional: 2 }],
  ["verified, over", 2025, 5, 0, { hatched: 0, provisional: 0 }],
])("%s: drawn as what may change, told as what it is", (_, of, value, provisional, parts) =>
  expect(barParts(of, 2026, { value, provisional })).toEqual(parts),
);
