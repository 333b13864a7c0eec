import { expect, test } from "vitest";
import { agreementMoves, agreementStates } from "../types";
import { canStep, phaseOf, sealStateOf, waitsFor, waitsSince } from "./states";

test("3.14 an agreement moves only along its edges", () => {
  const edges = agreementMoves.flatMap((move) =>
    agreementStates.filter((state) => canStep(move, state)).map((state) => `${state} ${move}`),
  );
  expect(edges).toEqual([
    "draft submit",
    "legal_check clear",
    "sealed enforce",
    "legal_check return",
    "draft end",
    "legal_check end",
    "sealed end",
    "in_force end",
  ]);
});

test.each([
  ["2026-11-22", null, false, "in_force"],
  ["2026-11-22", "2027-01-22", false, "in_force"],
  ["2026-11-22", "2027-01-21", false, "expiring"],
  ["2026-11-22", "2026-11-22", false, "expiring"],
  ["2026-11-22", "2026-11-21", false, "expired"],
  ["2026-11-22", "2026-11-21", true, "in_force"],
] as const)("on %s, last day %s, renews itself %s: %s", (today, validTo, autoRenew, phase) =>
  expect(phaseOf({ state: "in_force", validTo, autoRenew }, today)).toBe(phase),
);

test("only what is in force expires", () =>
  expect(phaseOf({ state: "ended", validTo: "2020-01-01", autoRenew: false }, "2026-11-22")).toBe(
    "ended",
  ));

test.each([
  [[], "none"],
  [[false, false], "none"],
  [[true, false], "partly"],
  [[true, true], "all"],
] as const)("seals %j: %s", (sealed, state) => expect(sealStateOf(sealed)).toBe(state));

test("it waits for the checker until it is cleared, then for the parties", () => {
  expect(waitsFor({ state: "legal_check", cleared: false }, "legal_check")).toBe("checker");
  expect(waitsFor({ state: "legal_check", cleared: true }, "legal_check")).toBe("parties");
  expect(waitsFor({ state: "in_force", cleared: true }, "expired")).toBe("renewal");
  expect(waitsFor({ state: "in_force", cleared: true }, "in_force")).toBe("nobody");
});

test.each([
  ["author", "2026-03-01", null, null, "2026-03-01"],
  ["checker", "2026-03-02", null, null, "2026-03-02"],
  ["parties", "2026-03-02", "2026-03-09", null, "2026-03-09"],
  ["day", "2026-04-01", "2026-03-09", null, "2026-04-01"],
  ["renewal", "2026-04-01", "2026-03-09", "2027-01-02", "2026-11-03"],
  ["renewal", "2026-12-01", "2026-11-09", "2027-01-02", "2026-12-01"],
  ["nobody", "2026-04-01", "2026-03-09", "2029-01-02", null],
] as const)(
  "waiting for %s, in its state since %s, cleared on %s, last day %s: since %s",
  (waiting, stateSince, clearedOn, validTo, since) =>
    expect(waitsSince(waiting, { stateSince, clearedOn, validTo })).toBe(since),
);
