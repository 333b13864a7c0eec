import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canConfirm,
  commitmentSide,
  exceeds,
  firstState,
  isSecondPerson,
  mayPromise,
  mayReceive,
  needsValuation,
  outstanding,
  receiptSide,
} from "./rules";
import { commitmentStates } from "./types";

describe("sides", () => {
  test("a promise counts as promised when it is binding, and nowhere when cancelled", () =>
    expect(commitmentStates.map(commitmentSide)).toEqual([
      "proposed",
      "conditional",
      "promised",
      null,
    ]));
  test("a receipt counts as received when a second person has booked it", () => {
    expect(receiptSide("entered")).toBe("entered");
    expect(receiptSide("booked")).toBe("received");
  });
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
  test("what is owed and what arrived make the promise, unless more arrived", () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 17n }),
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        (promised, received) => {
          const owed = outstanding(promised, received);
          expect(owed >= 0n).toBe(true);
          expect(exceeds(promised, received, 0n) || owed + received === promised).toBe(true);
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
