import { describe, expect, test } from "vitest";
import { type ElectionAct, type ElectionState, electionActs, electionStates } from "../types";
import { missingCandidates, missingElectors } from "./missing";
import { canAct, stateAfter } from "./states";

const allowed: Record<ElectionState, Partial<Record<ElectionAct, ElectionState>>> = {
  planned: { open_nominations: "nominating", cancel: "cancelled" },
  nominating: {
    nominate: "nominating",
    answer: "nominating",
    close_nominations: "acceptance",
    cancel: "cancelled",
  },
  acceptance: {
    answer: "acceptance",
    check: "acceptance",
    finish_check: "checked",
    cancel: "cancelled",
  },
  checked: { open_ballot: "ballot", cancel: "cancelled" },
  ballot: { cast: "ballot", close_ballot: "counted", abort_ballot: "checked" },
  counted: {
    open_run_off: "ballot",
    draw_lot: "counted",
    witness_lot: "counted",
    declare: "declared",
    cancel: "cancelled",
  },
  declared: { announce: "objection_period", cancel: "cancelled" },
  objection_period: {
    object: "objection_period",
    answer_objection: "objection_period",
    fill: "filled",
    cancel: "cancelled",
  },
  filled: {},
  cancelled: {},
};

describe("PLANNED → … → FILLED (behaviour 4.2)", () => {
  const pairs = electionStates.flatMap((state) => electionActs.map((act) => [state, act] as const));
  test.each(pairs)("%s, %s", (state, act) => {
    expect(stateAfter(state, act)).toBe(allowed[state][act]);
    expect(canAct(state, act)).toBe(allowed[state][act] !== undefined);
  });
});

describe("freezing shows the list of what is missing", () => {
  const good = { accepted: true, eligible: true };
  test("nothing, when everything is there", () =>
    expect(
      missingCandidates({ contest: "equal", seats: 2, maxMarks: 2, candidates: [good, good] }),
    ).toEqual([]));
  test("answers, checks, too few for 差额, marks above seats", () =>
    expect(
      missingCandidates({
        contest: "contested",
        seats: 1,
        maxMarks: 2,
        candidates: [good, { accepted: null, eligible: null }, { accepted: true, eligible: null }],
      }),
    ).toEqual([
      "answers-outstanding",
      "checks-outstanding",
      "candidates-too-few",
      "marks-above-seats",
    ]));
  test("等额 takes no more than the seats; who declined or is not eligible does not stand", () => {
    const given = { contest: "equal", seats: 1, maxMarks: 1 } as const;
    expect(missingCandidates({ ...given, candidates: [good, good] })).toEqual([
      "candidates-too-many",
    ]);
    const out = [
      { accepted: false, eligible: null },
      { accepted: true, eligible: false },
    ];
    expect(missingCandidates({ ...given, candidates: [good, ...out] })).toEqual([]);
  });
  test("a rule, electors enough for secrecy, people in their seats", () => {
    const someone = { personId: "p" };
    expect(
      missingElectors({
        ruleFound: false,
        electors: [someone, { personId: null }],
        secretMinimum: 5,
      }),
    ).toEqual(["rule-missing", "electors-too-few", "electors-without-person"]);
  });
});
