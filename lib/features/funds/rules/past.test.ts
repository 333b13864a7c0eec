import { describe, expect, test } from "vitest";
import { knownFrom, unknownSides } from "./past";

const promises = ["promised", "conditional", "proposed"];
const pending = ["entered", "requested"];
const history = { promisedFrom: "2026-03-01", pendingFrom: "2026-06-01" };
const whole = { promisedFrom: null, pendingFrom: null };

describe("what cannot be told of a past day", () => {
  test.each([
    [undefined, history, [], null],
    ["2020-01-01", whole, [], null],
    ["2026-02-28", history, [...promises, ...pending], "2026-06-01"],
    ["2026-03-01", history, pending, "2026-06-01"],
    ["2026-05-31", history, pending, "2026-06-01"],
    ["2026-06-01", history, [], null],
    ["2026-02-01", { ...history, pendingFrom: null }, promises, "2026-03-01"],
  ])("%s with %j: %j, known from %s", (day, known, sides, from) => {
    expect(unknownSides(day, known)).toEqual(sides);
    expect(knownFrom(day, known)).toBe(from);
  });
});
