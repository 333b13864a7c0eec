import { expect, test } from "vitest";
import { evaluationStates } from "../types";
import { hasReached, mayBecome, mayGoBack, waits } from "./states";

test("3.12 of 121 pairs of states ten are steps: each leads to the next", () => {
  const steps = evaluationStates.flatMap((from) =>
    evaluationStates.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(steps).toEqual(
    evaluationStates.slice(1).map((to, place) => `${evaluationStates[place]} ${to}`),
  );
});

test("a state is reached by itself and by what follows", () => {
  expect(hasReached("objection", "objection")).toBe(true);
  expect(hasReached("published", "objection")).toBe(true);
  expect(hasReached("veto_check", "objection")).toBe(false);
});

test("only the last one waits for nobody", () => {
  expect(evaluationStates.filter((state) => waits[state] === "nobody")).toEqual(["follow_up"]);
});

test("only what the council voted on goes back", () => {
  expect(evaluationStates.filter(mayGoBack)).toEqual(["objection"]);
});
