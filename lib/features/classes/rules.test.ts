import { expect, test } from "vitest";
import { patternOf, stageFault } from "./rules";

const years = (...list: number[]) => list.map((year) => ({ months: year * 12 }));

test("S002-45: 1+1+1 is three years, and no other number", () => {
  expect(stageFault("modern_apprenticeship", 36, years(1, 1, 1))).toBeUndefined();
  expect(stageFault("modern_apprenticeship", 24, years(1, 1, 1))).toBe("stages-do-not-add-up");
  expect(patternOf(years(1, 1, 1))).toBe("1+1+1");
  expect(patternOf([{ months: 18 }, { months: 18 }])).toBe("1.5+1.5");
});

test("an apprenticeship has stages, an order class may have none; stages need a course", () => {
  expect(stageFault("modern_apprenticeship", 36, [])).toBe("stages-missing");
  expect(stageFault("order", undefined, [])).toBeUndefined();
  expect(stageFault("order", undefined, years(1))).toBe("course-missing");
});
