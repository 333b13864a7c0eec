import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { milestoneStates, projectMoves, projectStates } from "../types";
import { afterAnswer, answerKept, canMoveMilestone, ends, isOverdue, moves } from "./states";

/** The function project_edges of the migration: what the database allows. */
const inDatabase = [
  ...(readFileSync("prisma/migrations/20261124100000_projects_whole/migration.sql", "utf8")
    .split("FUNCTION project_edges()")[1]
    ?.split("$$;")[0]
    ?.matchAll(/\('(\w+)', '(\w+)'\)/g) ?? []),
].map(([, from, to]) => `${from} → ${to}`);

describe("I-12 edges of a project", () => {
  const edges = projectMoves.flatMap((move) =>
    moves[move].from.flatMap((from) =>
      ends(move)
        .filter((to) => to !== from)
        .map((to) => `${from} → ${to}`),
    ),
  );
  test("are the same here and in the database", () =>
    expect([...new Set(edges)].sort()).toEqual([...inDatabase].sort()));
  test("every state is reached, and every one but three is left", () => {
    const left = new Set(edges.map((edge) => edge.split(" → ")[0]));
    const reached = new Set(edges.map((edge) => edge.split(" → ")[1]));
    expect(projectStates.filter((state) => !left.has(state))).toEqual([
      "archived",
      "rejected",
      "withdrawn",
    ]);
    expect(projectStates.filter((state) => !reached.has(state))).toEqual([]);
  });
  test("what is decided is decided by the office, and nobody withdraws what has a number", () => {
    for (const move of ["register", "refuse", "reject", "terminate", "close"] as const)
      expect(moves[move].by).toEqual(["secretariat"]);
    expect(moves.answer.by).toEqual(["party"]);
    expect(moves.withdraw.from).not.toContain("registered");
  });
});

describe("I-12 edges of a milestone", () => {
  test.each([
    ["begin", ["planned"]],
    ["submit", ["running", "returned"]],
    ["accept", ["submitted"]],
    ["return", ["submitted"]],
    ["waive", ["planned", "running", "returned"]],
    ["reopen", ["accepted"]],
  ] as const)("%s from %j only", (move, from) =>
    expect(milestoneStates.filter((state) => canMoveMilestone(move, state))).toEqual(
      milestoneStates.filter((state) => (from as readonly string[]).includes(state)),
    ),
  );
  test("late is computed", () => {
    expect(isOverdue("running", "2026-01-01", "2026-01-02")).toBe(true);
    expect(isOverdue("running", "2026-01-02", "2026-01-02")).toBe(false);
    expect(isOverdue("submitted", "2026-01-01", "2026-01-02")).toBe(false);
    expect(isOverdue("accepted", "2026-01-01", "2026-01-02")).toBe(false);
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
