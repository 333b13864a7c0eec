import { expect, test } from "vitest";
import { componentKinds, placementStates, platformStates } from "../types";
import {
  isSent,
  placementMayBecome,
  platformMayBecome,
  platformWaitsFor,
  platformWaitsSince,
} from "./states";
import { templateParts } from "./template";
import { isVisitDue } from "./visits";

test("S004-2 a platform is applied for, approved, built and operated; a closed one stays closed", () => {
  const edges = platformStates.flatMap((from) =>
    platformStates.filter((to) => platformMayBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(edges.filter((edge) => !edge.endsWith("closed"))).toEqual([
    "applied approved",
    "approved building",
    "building operating",
    "operating suspended",
    "suspended operating",
  ]);
  expect(edges.filter((edge) => edge.endsWith("closed"))).toHaveLength(5);
});

test("3.14 a placement goes from the application to the appraisal and cannot skip a step", () => {
  const edges = placementStates.flatMap((from) =>
    placementStates.filter((to) => placementMayBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(edges.filter((edge) => !edge.endsWith("withdrawn"))).toEqual([
    "applied matched",
    "matched dispatched",
    "dispatched midterm",
    "midterm appraised",
  ]);
  expect(placementStates.filter(isSent)).toEqual(["dispatched", "midterm", "appraised"]);
});

test("S004-5 the template has 1 space, 2 think tanks, 3 centres, 4 programmes; one is open, not invented", () => {
  expect(
    componentKinds.map((kind) => templateParts.filter((one) => one.kind === kind).length),
  ).toEqual([1, 2, 3, 4]);
  expect(templateParts.filter(({ name }) => name === null)).toEqual([
    { kind: "programme", ordinal: 4, name: null },
  ]);
});

test.each([
  ["2026-05-20", null, null, true],
  ["2026-05-24", null, null, false],
  ["2020-01-01", null, "2026-06-01", false],
  ["2020-01-01", null, "2026-05-01", true],
  ["2020-01-01", "2026-01-01", null, false],
] as const)(
  "from %s to %s, last visit %s: due on 2026-11-22 is %s",
  (validFrom, validTo, lastVisitOn, due) =>
    expect(isVisitDue({ validFrom, validTo, lastVisitOn }, "2026-11-22")).toBe(due),
);

test.each([
  ["applied", true, "approval", "2026-05-01"],
  ["approved", true, "parties", "2026-01-01"],
  ["approved", false, "building", "2026-05-01"],
  ["building", false, "building", "2026-05-01"],
  ["operating", true, "parties", "2026-01-01"],
  ["operating", false, "nobody", null],
  ["suspended", false, "restart", "2026-05-01"],
  ["closed", true, "nobody", null],
] as const)("%s, a party asked: %s, waits for %s since %s", (state, asked, waiting, since) => {
  const days = { stateSince: "2026-05-01", enteredOn: "2026-01-01" };
  expect(platformWaitsFor(state, asked)).toBe(waiting);
  expect(platformWaitsSince(waiting, days)).toBe(since);
});
