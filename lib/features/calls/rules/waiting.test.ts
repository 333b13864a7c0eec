import { expect, test } from "vitest";
import { callStates } from "../types";
import { waitingFor, waitOf } from "./waiting";

const of = (state: (typeof callStates)[number], more = {}) =>
  waitingFor({ state, overdue: false, expertsOwing: 0, objectedAt: null, ...more });

test("every call that goes on waits for somebody, and the ended ones for nobody", () =>
  expect(callStates.filter((state) => of(state) === null)).toEqual([
    "archived",
    "failed",
    "cancelled",
  ]));

test("bids until the deadline, openers from then on", () => {
  expect(of("bidding")).toBe("bidders");
  expect(of("bidding", { overdue: true })).toBe("opener");
  expect(of("closed")).toBe("second_opener");
});

test("experts while they owe something, then the office", () => {
  expect(of("evaluation", { expertsOwing: 1 })).toBe("experts");
  expect(of("evaluation")).toBe("secretariat");
});

test("a notice waits for the answer to an open objection before it waits for its end", () => {
  const objectedAt = new Date("2026-05-04T02:00:00Z");
  const stateSince = new Date("2026-05-01T02:00:00Z");
  expect(of("notice")).toBe("objections");
  expect(of("notice", { objectedAt })).toBe("answer");
  expect(of("contract", { objectedAt })).toBe("secretariat");
  const facts = { state: "notice" as const, overdue: false, expertsOwing: 0, stateSince };
  expect(waitOf({ ...facts, objectedAt })).toEqual({ party: "answer", since: objectedAt });
  expect(waitOf({ ...facts, objectedAt: null })).toEqual({
    party: "objections",
    since: stateSince,
  });
});
