import { expect, test } from "vitest";
import { effectFault, isMotionOfOrder } from "./effects";

const id = "00000000-0000-7000-8000-000000000001";
const admit = { kind: "admit", applicationId: id } as const;
const expel = { kind: "expel", membershipId: id } as const;

test("a report brings nothing about", () => {
  expect(effectFault({ kind: "report", effect: admit })).toBe("effect-without-vote");
  expect(effectFault({ kind: "report", effect: { kind: "none" } })).toBeUndefined();
});

test("members are admitted by the membership rule and expelled by the special majority alone", () => {
  expect(effectFault({ kind: "decide", matter: "ordinary", effect: admit })).toBe(
    "effect-needs-membership",
  );
  expect(effectFault({ kind: "decide", matter: "membership", effect: admit })).toBeUndefined();
  expect(effectFault({ kind: "decide", matter: "ordinary", effect: expel })).toBe(
    "effect-needs-special",
  );
  expect(effectFault({ kind: "decide", matter: "special", effect: expel })).toBeUndefined();
});

test("a motion of order is about the meeting itself and brings nothing about", () => {
  const motion = { kind: "procedural", matter: "procedural", effect: { kind: "none" } } as const;
  expect(isMotionOfOrder(motion)).toBe(true);
  expect(isMotionOfOrder({ ...motion, kind: "decide" })).toBe(false);
  expect(isMotionOfOrder({ ...motion, matter: "ordinary" })).toBe(false);
  expect(isMotionOfOrder({ ...motion, effect: admit })).toBe(false);
  expect(isMotionOfOrder({ ...motion, applicationId: id })).toBe(false);
  expect(isMotionOfOrder({ ...motion, projectId: id })).toBe(false);
});
