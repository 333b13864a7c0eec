import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canConfirm,
  exceeds,
  firstState,
  isSecondPerson,
  mayPromise,
  mayReceive,
  needsValuation,
} from "./rules";
import { commitmentStates } from "./types";

describe("promises", () => {
  test("a condition is kept apart from the first day on", () => {
    expect(firstState("公司注册完成后")).toBe("conditional");
    expect(firstState(undefined)).toBe("proposed");
  });
  test("what is binding or cancelled is not confirmed again", () =>
    expect(commitmentStates.filter(canConfirm)).toEqual(["proposed", "conditional"]));
});

describe("received above promise", () => {
  test.each([
    [100n, 0n, 100n, false],
    [100n, 60n, 40n, false],
    [100n, 60n, 41n, true],
    [100n, -10n, 110n, false],
  ])("promised %s, arrived %s, now %s: above %s", (promised, arrived, amount, above) =>
    expect(exceeds(promised, arrived, amount)).toBe(above),
  );
  test("what arrived and what may still arrive make the promise", () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 17n }),
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        (promised, arrived) => {
          fc.pre(arrived < promised);
          expect(exceeds(promised, arrived, promised - arrived)).toBe(false);
          expect(exceeds(promised, arrived, promised - arrived + 1n)).toBe(true);
        },
      ),
    ));
});

describe("I-15 two persons", () => {
  test.each([
    ["a", "b", true],
    ["a", "a", false],
    [null, "b", true],
    ["a", null, false],
  ])("entered by %s, booked by %s: %s", (entered, booker, allowed) =>
    expect(isSecondPerson(entered, booker)).toBe(allowed),
  );
});

test("goods need a basis of their value, cash has none", () => {
  expect(needsValuation("equipment", false)).toBe(true);
  expect(needsValuation("equipment", true)).toBe(false);
  expect(needsValuation("cash", false)).toBe(false);
});
test("money arrives only for a project with a number; promises come before", () => {
  expect(
    ["draft", "check", "registered", "running", "closed", "rejected"].filter(mayReceive),
  ).toEqual(["registered", "running"]);
  expect(["draft", "check", "running", "closed", "withdrawn"].filter(mayPromise)).toEqual([
    "draft",
    "check",
    "running",
  ]);
});
