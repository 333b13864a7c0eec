import { expect, test } from "vitest";
import { isHigher, levelThatCounts } from "./levels";

test.each([
  ["municipal", "500000", "provincial"],
  ["municipal", "310115", "provincial"],
  ["municipal", "320500", "municipal"],
  ["municipal", null, "municipal"],
  ["school", "500000", "school"],
  ["national", "500000", "national"],
] as const)("%s in %s counts as %s: 市级 in Chongqing is provincial", (said, region, level) =>
  expect(levelThatCounts(said, region)).toBe(level),
);

test.each([
  ["national", "provincial", true],
  ["provincial", "provincial", false],
  ["municipal", "provincial", false],
  ["municipal", "school", true],
  ["municipal", null, false],
  [undefined, "school", false],
] as const)("%s above %s: %s", (level, than, higher) => expect(isHigher(level, than)).toBe(higher));
