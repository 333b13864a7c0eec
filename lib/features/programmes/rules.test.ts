import { expect, test } from "vitest";
import { academicYearOf, leads } from "./rules";

test.each([
  ["2026-07-31", 2025],
  ["2026-08-01", 2026],
  ["2027-01-15", 2026],
])("%s lies in the academic year %i", (day, year) => {
  expect(academicYearOf(day)).toBe(year);
});

const secondary = { id: "a", level: "secondary" } as const;
const college = { id: "b", level: "college" } as const;
const bachelor = { id: "c", level: "bachelor" } as const;

test("3+2 leads from a secondary school to a college, and nowhere else", () => {
  expect(leads("three_plus_two", secondary, college)).toBe(true);
  expect(leads("three_plus_two", college, secondary)).toBe(false);
  expect(leads("three_plus_two", college, bachelor)).toBe(false);
  expect(leads("three_plus_four", secondary, bachelor)).toBe(true);
});

test("五年一贯 and 4+0 may stay at one offering, the others not", () => {
  expect(leads("five_year", college, college)).toBe(true);
  expect(leads("four_plus_zero", bachelor, bachelor)).toBe(true);
  expect(leads("three_plus_two", secondary, secondary)).toBe(false);
});
