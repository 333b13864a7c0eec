import { expect, test } from "vitest";
import { levelKey } from "./level";
import { mayMove, needsBasePark } from "./status";

test.each([
  ["provincial", "500000", "provincialOfMunicipality"],
  ["provincial", "500105", "provincialOfMunicipality"],
  ["provincial", "320500", "provincial"],
  ["municipal", "320500", "municipal"],
  ["national", "500000", "national"],
  ["provincial", null, "provincial"],
] as const)("level %s in %s is said as %s", (level, region, key) =>
  expect(levelKey(level, region)).toBe(key),
);

test.each([
  ["preparing", "founded", true],
  ["preparing", "operating", false],
  ["operating", "operating", true],
  ["operating", "preparing", false],
  ["rectifying", "operating", true],
  ["operating", "suspended", false],
  ["suspended", "operating", false],
  ["dissolved", "founded", false],
] as const)("the secretariat takes %s to %s: %s", (from, to, may) =>
  expect(mayMove(from, to)).toBe(may),
);

test("a city alliance stands on a park from its founding on", () => {
  expect(needsBasePark("city_alliance", "preparing")).toBe(false);
  expect(needsBasePark("city_alliance", "founded")).toBe(true);
  expect(needsBasePark("school_enterprise_league", "operating")).toBe(false);
});
