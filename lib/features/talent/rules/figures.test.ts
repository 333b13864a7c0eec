import { expect, test } from "vitest";
import { gapOf, permille, structureDeviation } from "./figures";
import { overfill, roomFor } from "./heads";

test("S002-6: 305 of 414 is 73.7 %", () => {
  expect(permille({ part: 305, whole: 414 })).toBe(737);
  expect(permille({ part: 0, whole: 0 })).toBeUndefined();
});

test("structure deviation: share of students ÷ share of employment − 1", () => {
  expect(structureDeviation({ part: 30, whole: 100 }, { part: 20, whole: 100 })).toBe(500);
  expect(structureDeviation({ part: 0, whole: 100 }, { part: 20, whole: 100 })).toBe(-1000);
  expect(structureDeviation({ part: 30, whole: 100 }, { part: 0, whole: 100 })).toBeUndefined();
  expect(structureDeviation({ part: 0, whole: 0 }, { part: 20, whole: 100 })).toBeUndefined();
});

test("the gap may be below zero", () => {
  expect(gapOf({ demand: 10, supply: 35 })).toBe(-25);
});

test("the tighter side is named first", () => {
  const room = roomFor({ headcount: 10, taken: 8 }, { graduates: 3, taken: 0 });
  expect(room).toEqual({ demand: 2, supply: 3 });
  expect(overfill(2, room)).toBeUndefined();
  expect(overfill(3, room)).toBe("demand");
  expect(overfill(4, { demand: 9, supply: 3 })).toBe("supply");
});
