import { describe, expect, test } from "vitest";
import { gapOf, shareOf, stateAfter } from "./rules";
import { type TargetState, targetStates, targetSteps } from "./types";

describe("a target's life", () => {
  const allowed: Record<string, TargetState> = {
    "proposed agree": "in_force",
    "proposed adopt": "in_force",
    "proposed decline": "declined",
    "proposed withdraw": "withdrawn",
    "in_force supersede": "superseded",
  };
  test.each(targetStates.flatMap((state) => targetSteps.map((step) => [state, step] as const)))(
    "%s, %s",
    (state, step) => expect(stateAfter(state, step)).toBe(allowed[`${state} ${step}`]),
  );
});

describe("Missing target", () => {
  test.each([
    [null, "12.00", null, null],
    ["10.00", "12.00", "0.00", 120],
    ["10.00", "9.99", "0.01", 99],
    ["0.00", "0.00", "0.00", null],
    ["999999999999999.99", "0.00", "999999999999999.99", 0],
  ] as const)("target %s, reached %s: missing %s, %s per cent", (target, achieved, gap, share) => {
    expect(gapOf(target, achieved)).toBe(gap);
    expect(shareOf(target, achieved)).toBe(share);
  });
});
