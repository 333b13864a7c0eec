import { describe, expect, test } from "vitest";
import { obligationSteps, storedStates } from "../types";
import { isLate, owes, periodEnd, shownState, shutFor, stateAfter, yearBegin } from "./states";

test("the table of edges, and no other", () => {
  const edges = storedStates.flatMap((state) =>
    obligationSteps.flatMap((step) => {
      const next = stateAfter(state, step);
      return next ? [`${state} ${step} ${next}`] : [];
    }),
  );
  expect(edges).toEqual([
    "open save draft",
    "open submit submitted",
    "draft save draft",
    "draft submit submitted",
    "submitted take checking",
    "checking return returned",
    "checking verify verified",
    "returned save returned",
    "returned submit checking",
    "verified unverify checking",
    "verified approve approved",
    "approved unapprove verified",
  ]);
});

const days = { opensOn: "2026-10-01", dueOn: "2026-10-15", closesOn: "2026-10-31" };
const marks = { state: "open" as const, exempt: false, endedOn: null, firstSubmittedOn: null };

test.each([
  [marks, "2026-09-30", "not_open", false],
  [marks, "2026-10-15", "open", false],
  [marks, "2026-10-16", "open", true],
  [{ ...marks, state: "draft" as const }, "2026-10-16", "draft", true],
  [
    { ...marks, state: "submitted" as const, firstSubmittedOn: "2026-10-15" },
    "2026-12-01",
    "submitted",
    false,
  ],
  [
    { ...marks, state: "returned" as const, firstSubmittedOn: "2026-10-16" },
    "2026-12-01",
    "returned",
    true,
  ],
  [{ ...marks, exempt: true }, "2026-10-16", "exempt", false],
  [{ ...marks, endedOn: "2026-10-02" }, "2026-10-16", "ended", false],
])("%j on %s is %s, late %s", (given, today, shown, late) => {
  expect(shownState(given, days, today)).toBe(shown);
  expect(isLate(given, days, today)).toBe(late);
});

test.each([
  [{}, "2026-09-30", "cycle-not-open"],
  [{}, "2026-10-01", undefined],
  [{}, "2026-10-31", undefined],
  [{}, "2026-11-01", "cycle-closed"],
  [{ exceptionUntil: "2026-11-05" }, "2026-11-05", undefined],
  [{ exceptionUntil: "2026-11-05" }, "2026-11-06", "cycle-closed"],
  [{ exempt: true }, "2026-10-10", "obligation-exempt"],
  [{ endedOn: "2026-10-02" }, "2026-10-10", "obligation-ended"],
])("%j on %s is shut by %s", (given, today, shut) => {
  expect(
    shutFor({ exempt: false, endedOn: null, exceptionUntil: null, ...given }, days, today),
  ).toBe(shut);
});

describe("who owes a period", () => {
  const period = { from: "2026-07-01", to: "2026-09-30", proRata: false };
  test.each([
    [{ joinedOn: "2026-07-01", leftOn: null }, false, true],
    [{ joinedOn: "2026-07-02", leftOn: null }, false, false],
    [{ joinedOn: "2026-07-02", leftOn: null }, true, true],
    [{ joinedOn: "2026-10-01", leftOn: null }, true, false],
    [{ joinedOn: "2020-01-01", leftOn: "2026-09-29" }, false, false],
    [{ joinedOn: "2020-01-01", leftOn: "2026-09-30" }, false, true],
  ])("%j, pro rata %s: %s", (member, proRata, expected) => {
    expect(owes(member, { ...period, proRata })).toBe(expected);
  });
});

test.each([
  ["month", "2028-02-01", "2028-02-29"],
  ["quarter", "2026-10-01", "2026-12-31"],
  ["half", "2026-07-01", "2026-12-31"],
  ["year", "2026-09-01", "2027-08-31"],
] as const)("a %s from %s ends on %s", (kind, from, to) => {
  expect(periodEnd(kind, from)).toBe(to);
});

test("the year of an indicator", () => {
  expect(yearBegin("2026-03-31", "calendar")).toBe("2026-01-01");
  expect(yearBegin("2026-03-31", "academic")).toBe("2025-09-01");
  expect(yearBegin("2026-09-30", "academic")).toBe("2026-09-01");
  expect(yearBegin("2026-03-31", "cohort")).toBe("2026-01-01");
});
