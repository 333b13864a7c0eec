import { expect, test } from "vitest";
import { callStates } from "../types";
import { waitingFor } from "./waiting";

const of = (state: (typeof callStates)[number], more = {}) =>
  waitingFor({ state, overdue: false, expertsOwing: 0, ...more });

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
