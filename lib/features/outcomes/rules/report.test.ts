import { describe, expect, test } from "vitest";
import { type OutcomeMove, type OutcomeState, outcomeStates } from "../types";
import { checkReport, yearOf } from "./report";
import { stateAfter, waitsFor } from "./states";

const patent = {
  aggregation: "distinct",
  unitZh: "项",
  reportable: true,
  evidenceRequired: true,
} as const;
const personDays = {
  aggregation: "sum",
  unitZh: "人日",
  reportable: true,
  evidenceRequired: true,
} as const;
const persons = {
  aggregation: "distinct",
  unitZh: "人",
  reportable: true,
  evidenceRequired: false,
} as const;
const given = { occurredOn: "2026-05-01", quantity: "1", naturalKey: "ZL 示例 1", fileId: "f" };

describe("I-12 moves of an outcome record", () => {
  const allowed: Record<OutcomeMove, Partial<Record<OutcomeState, OutcomeState>>> = {
    amend: { draft: "submitted", returned: "submitted" },
    return: { submitted: "returned" },
    verify: { submitted: "verified" },
  };
  for (const move of ["amend", "return", "verify"] as const)
    for (const state of outcomeStates)
      test(`${move} from ${state}`, () =>
        expect(stateAfter(state, move)).toBe(allowed[move][state]));
});

test("who a record waits for", () => {
  expect(waitsFor("submitted")?.role).toBe("secretariat");
  expect(waitsFor("returned")).toEqual({ role: "reporter", organization: true });
  expect(waitsFor("verified")).toBeUndefined();
});

test.each([
  ["2026-08-31", "academic", 2025],
  ["2026-09-01", "academic", 2026],
  ["2026-01-01", "calendar", 2026],
  ["2026-12-31", "cohort", 2026],
] as const)("%s counts in the %s year %i", (day, basis, year) =>
  expect(yearOf(day, basis)).toBe(year),
);

describe("checks of a report", () => {
  const reason = (
    metric: Parameters<typeof checkReport>[0],
    change: Partial<typeof given> | object,
  ) => {
    const result = checkReport(metric, { ...given, ...change }, "2026-11-22");
    return result.ok ? "accepted" : result.reason;
  };
  test("a patent with its number and certificate", () =>
    expect(reason(patent, {})).toBe("accepted"));
  test("missing evidence", () =>
    expect(reason(patent, { fileId: undefined })).toBe("evidence-missing"));
  test("a patent without its number", () =>
    expect(reason(patent, { naturalKey: undefined })).toBe("key-missing"));
  test("147 patents in one record", () =>
    expect(reason(patent, { quantity: "147" })).toBe("one-result-per-record"));
  test("tomorrow", () =>
    expect(reason(patent, { occurredOn: "2026-11-23" })).toBe("result-in-future"));
  test("today", () => expect(reason(patent, { occurredOn: "2026-11-22" })).toBe("accepted"));
  test("half a person-day", () => expect(reason(personDays, { quantity: "0.5" })).toBe("accepted"));
  test("half a person", () =>
    expect(reason(persons, { quantity: "10.5" })).toBe("fraction-of-a-thing"));
  test("ten persons written 10.00", () =>
    expect(reason(persons, { quantity: "10.00" })).toBe("accepted"));
  test("zero is a value", () => expect(reason(personDays, { quantity: "0" })).toBe("accepted"));
  test("a metric that is computed", () =>
    expect(reason({ ...patent, reportable: false }, {})).toBe("metric-not-reported"));
});
