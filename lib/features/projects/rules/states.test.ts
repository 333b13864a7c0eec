import { describe, expect, test } from "vitest";
import { projectMoves, projectStates } from "../types";
import { afterAnswer, answerKept, canMove, moves } from "./states";

describe("I-12 edges of a project", () => {
  const edges = projectStates.flatMap((state) =>
    projectMoves
      .filter((move) => canMove(move, state))
      .map((move) => `${state} -${move}-> ${moves[move].to}`),
  );
  test("are these and no others", () =>
    expect(edges).toEqual([
      "draft -ask_again-> partners_confirming",
      "draft -withdraw-> withdrawn",
      "partners_confirming -answer-> check",
      "partners_confirming -withdraw-> withdrawn",
      "check -request_supplement-> supplement",
      "check -register-> registered",
      "check -reject-> rejected",
      "check -withdraw-> withdrawn",
      "supplement -supplement-> check",
      "supplement -reject-> rejected",
      "supplement -withdraw-> withdrawn",
      "registered -start-> running",
    ]));
  test("registration and rejection are the secretariat's alone", () => {
    expect(moves.register.by).toEqual(["secretariat"]);
    expect(moves.reject.by).toEqual(["secretariat"]);
    expect(moves.answer.by).toEqual(["party"]);
  });
});

describe("where answers lead", () => {
  test.each([
    [["confirmed", "pending"], "partners_confirming"],
    [["confirmed", "confirmed"], "check"],
    [["confirmed", "declined", "pending"], "draft"],
    [["pending", "pending"], "partners_confirming"],
  ] as const)("%j → %s", (states, to) => expect(afterAnswer(states)).toBe(to));

  test.each([
    [{ isLead: true, state: "confirmed" }, true, true],
    [{ isLead: false, state: "confirmed" }, true, false],
    [{ isLead: false, state: "confirmed" }, false, true],
    [{ isLead: false, state: "declined" }, false, false],
    [{ isLead: false, state: "pending" }, false, false],
  ] as const)("asked again, %j with changes %s keeps its answer: %s", (party, changed, kept) =>
    expect(answerKept(party, changed)).toBe(kept),
  );
});
