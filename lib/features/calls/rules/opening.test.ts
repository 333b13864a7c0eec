import { expect, test } from "vitest";
import { lapsed } from "./opening";

const first = new Date("2026-11-23T02:00:00.000Z");

test.each([
  ["2026-11-23T02:00:00.000Z", false],
  ["2026-11-23T02:30:00.000Z", false],
  ["2026-11-23T02:30:00.001Z", true],
] as const)("the second within half an hour: at %s lapsed is %s", (at, expected) =>
  expect(lapsed(first, new Date(at))).toBe(expected),
);
