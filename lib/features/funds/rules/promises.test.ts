import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitmentStates } from "../types";
import {
  ageBand,
  canConfirm,
  converted,
  exceeds,
  firstState,
  hoursFit,
  instalmentState,
  lateSince,
  mayPromise,
  mayReceive,
  needsValuation,
  rateTimesHours,
  scheduleFits,
  standingOf,
} from "./promises";

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

test("goods need a basis of their value, cash has none", () => {
  expect(needsValuation("equipment", false)).toBe(true);
  expect(needsValuation("equipment", true)).toBe(false);
  expect(needsValuation("cash", false)).toBe(false);
});
test.each([
  ["nothing said", {}, true],
  ["an invoice", { valuedBy: "invoice" }, true],
  ["hours at a rate", { valuedBy: "rate_hours", hourlyRate: "150", hours: "8" }, true],
  ["hours without a rate", { valuedBy: "rate_hours", hours: "8" }, false],
  ["a rate without hours", { valuedBy: "rate_hours", hourlyRate: "150" }, false],
  ["the method without both", { valuedBy: "rate_hours" }, false],
  ["both without the method", { hourlyRate: "150", hours: "8" }, false],
  ["both by another method", { valuedBy: "invoice", hourlyRate: "150", hours: "8" }, false],
])("hours of a promise, %s", (_, given, fits) => {
  expect(hoursFit({ kind: "staff_time", ...given })).toBe(fits);
});
test("cash has no hours", () => {
  const given = { valuedBy: "rate_hours", hourlyRate: "150", hours: "8" };
  expect(hoursFit({ kind: "cash", ...given })).toBe(false);
  expect(hoursFit({ kind: "cash" })).toBe(true);
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

describe("a promise stands as its schedule and what arrived say", () => {
  const lines = [
    { dueOn: "2026-03-01", amount: 40n, released: true },
    { dueOn: "2026-06-01", amount: 60n, released: true },
  ];
  test.each([
    ["confirmed", 0n, "2026-02-01", "scheduled"],
    ["confirmed", 0n, "2026-03-01", "due"],
    ["confirmed", 0n, "2026-03-02", "overdue"],
    ["confirmed", 39n, "2026-03-02", "overdue"],
    ["confirmed", 40n, "2026-03-02", "partly_received"],
    ["confirmed", 40n, "2026-06-02", "overdue"],
    ["confirmed", 100n, "2027-01-01", "fulfilled"],
    ["proposed", 0n, "2027-01-01", "proposed"],
    ["conditional", 0n, "2027-01-01", "conditional"],
    ["cancelled", 0n, "2027-01-01", "cancelled"],
  ] as const)("%s, %s received, on %s: %s", (state, received, today, standing) =>
    expect(standingOf({ state, amount: 100n, received }, lines, today)).toBe(standing),
  );
  test("what a milestone holds back is not late", () => {
    const [first, second] = lines;
    const held = [{ ...first, released: false } as (typeof lines)[number]];
    expect(lateSince(held, 0n, "2027-01-01")).toBeUndefined();
    expect(second && lateSince([...held, second], 0n, "2027-01-01")).toBe("2026-06-01");
  });
});

describe("Promise ageing: due and not received 0–30, 31–90, 91–180, > 180 days", () => {
  test.each([
    ["2026-11-22", undefined],
    ["2026-11-21", "to30"],
    ["2026-10-23", "to30"],
    ["2026-10-22", "to90"],
    ["2026-08-24", "to90"],
    ["2026-08-23", "to180"],
    ["2026-05-26", "to180"],
    ["2026-05-25", "above180"],
  ])("late since %s: %s", (since, band) => expect(ageBand(since, "2026-11-22")).toBe(band));
});

describe("Milestone accepted, later found wrong: linked instalment becomes receivable", () => {
  const one = { amount: 100n, dueOn: "2026-06-01" };
  test.each([
    [0n, "open", "planned"],
    [0n, "accepted", "due"],
    [100n, "accepted", "paid"],
    [100n, "open", "reclaimable"],
    [30n, "open", "reclaimable"],
    [0n, "none", "due"],
  ] as const)("%s received, milestone %s: %s", (received, milestone, state) =>
    expect(instalmentState({ ...one, received, milestone }, "2026-06-01")).toBe(state),
  );
  test("released before its day", () =>
    expect(instalmentState({ ...one, received: 0n, milestone: "accepted" }, "2026-05-01")).toBe(
      "released",
    ));
});

describe("Foreign or partial payment", () => {
  test.each([
    [100_00n, "7.1234", 712_34n],
    [1n, "0.5", 1n],
    [1n, "0.49999999", 0n],
    [123_45n, "0.04567891", 564n],
  ])("%s hundredths at %s are %s fen", (foreign, rate, fen) =>
    expect(converted(foreign, rate)).toBe(fen),
  );
  test("rate × hours", () => expect(rateTimesHours(120_50n, 7_50n)).toBe(903_75n));
  test("a schedule adds up to its promise, or there is none", () => {
    expect(scheduleFits(100n, [])).toBe(true);
    expect(scheduleFits(100n, [40n, 60n])).toBe(true);
    expect(scheduleFits(100n, [40n, 61n])).toBe(false);
  });
});
