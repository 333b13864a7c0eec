import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WHOLE } from "../../alliances/rules/shares";
import {
  approvalItems,
  collegeStates,
  collegeSteps,
  type ReviewInputs,
  reviewGrades,
} from "../types";
import { type ApprovalFacts, guardsOf, sharesAreWhole } from "./approval";
import { isRemote } from "./place";
import {
  gradeOf,
  mustRectify,
  partsOf,
  pointsOf,
  reviewInHand,
  runsAsEntity,
  unconfirmedIn,
  vetoesOf,
} from "./review";
import { collegeEdges, collegeMayBecome, mayStep } from "./states";

test("3.8 a college goes from the proposal to its renewal or exit", () => {
  const edges = collegeStates.flatMap((from) =>
    collegeStates.filter((to) => collegeMayBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(edges).toHaveLength(18);
  expect(collegeEdges.closed).toEqual([]);
  expect(edges).toContain("feasibility approved");
  expect(edges).not.toContain("proposed approved");
});

test("by hand nobody approves, reviews or takes a college out of its rectification", () => {
  const byHand = collegeStates.flatMap((from) =>
    collegeSteps.filter((to) => mayStep(from, to)).map((to) => `${from} ${to}`),
  );
  expect(byHand).toEqual([
    "proposed feasibility",
    "proposed closed",
    "feasibility proposed",
    "feasibility closed",
    "approved agreement_signed",
    "board_formed operating",
    "operating renewed",
    "operating exiting",
    "rectifying exiting",
    "renewed exiting",
    "exiting closed",
  ]);
});

const ready: ApprovalFacts = {
  kind: "modern_industry",
  ownership: "joint",
  checks: approvalItems,
  parties: [
    { role: "school_body", share: null, signed: true },
    { role: "enterprise_body", share: null, signed: true },
  ],
  contributions: 1,
  schoolOpinion: true,
};
const unmet = (facts: Partial<ApprovalFacts>) =>
  guardsOf({ ...ready, ...facts })
    .filter(({ met }) => !met)
    .map(({ guard }) => guard);

describe("guards at the approval", () => {
  test("all are met", () => expect(unmet({})).toEqual([]));
  test.each([
    [{ checks: approvalItems.slice(1) }, ["focus"]],
    [{ contributions: 0 }, ["contributions"]],
    [{ schoolOpinion: false }, ["school_opinion"]],
    [{ kind: "rural_revitalisation" }, ["counterpart"]],
    [{ ownership: "mixed" }, ["shares"]],
    [{ parties: [] }, ["school_party", "counterpart", "signatures"]],
    [
      { parties: [{ role: "school_body", share: null, signed: false }] },
      ["counterpart", "signatures"],
    ],
  ] as const)("%j leaves %j open", (facts, open) => expect(unmet(facts as never)).toEqual(open));

  test("S001-10 shares of a mixed college make 100 %, to the hundredth of a percent", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: WHOLE }), { minLength: 1, maxLength: 5 }),
        (shares) => {
          const sum = shares.reduce((total, share) => total + share, 0);
          expect(sharesAreWhole("mixed", shares)).toBe(sum === WHOLE);
          expect(sharesAreWhole("joint", shares)).toBe(false);
        },
      ),
    ));
});

const best: ReviewInputs = {
  projects: 2,
  receivedCash: "100.00",
  receivedKind: "0.00",
  contributedCash: "10.00",
  contributedKind: "0.00",
  contributors: 2,
  boardMeetings: 2,
  checks: 5,
  entityShown: true,
  enrolled: 40,
  enrolledBefore: 38,
  students: 78,
  hired: null,
  satisfaction: 100,
};

describe("yearly review", () => {
  test("the parts make a hundred", () => {
    expect(partsOf(best).reduce((sum, { most }) => sum + most, 0)).toBe(100);
    expect(pointsOf(best)).toBe(100);
    expect(gradeOf(best)).toBe("a");
  });

  test("what nobody recorded is left out and not counted as nothing", () => {
    expect(pointsOf({ ...best, satisfaction: null })).toBe(100);
    expect(pointsOf({ ...best, satisfaction: 0 })).toBe(90);
  });

  test.each([
    [{ checks: 3 }, "b"],
    [{ checks: 2, satisfaction: 50 }, "b"],
    [{ checks: 1, satisfaction: 50 }, "c"],
    [{ checks: 1, satisfaction: 0, projects: 1 }, "d"],
  ] as const)("%j: %s", (less, grade) => expect(gradeOf({ ...best, ...less })).toBe(grade));

  test.each([
    [{ boardMeetings: 0 }, ["no_board_meeting"]],
    [{ contributors: 0 }, ["no_contribution"]],
    [{ enrolled: 0, enrolledBefore: 0 }, ["no_enrolment"]],
    [{ enrolled: 0 }, []],
    [{ enrolled: 0, enrolledBefore: null }, []],
  ] as const)("veto %j: %j", (less, hits) => {
    const inputs = { ...best, ...less };
    expect(vetoesOf(inputs)).toEqual(hits);
    expect(gradeOf(inputs)).toBe(hits.length > 0 ? "d" : "a");
  });

  test("C and D are rectified", () => expect(reviewGrades.filter(mustRectify)).toEqual(["c", "d"]));

  test("S000-13 a plaque alone does not make an entity", () => {
    expect(runsAsEntity(best)).toBe(true);
    expect(runsAsEntity({ ...best, entityShown: false })).toBe(false);
    expect(runsAsEntity({ ...best, boardMeetings: 0 })).toBe(false);
  });
});

test.each([
  ["320100", "320583", true],
  ["320500", "320583", false],
  [null, "320583", false],
] as const)("S002-43 school in %s, college in %s: remote %s", (school, place, remote) =>
  expect(isRemote(school, place)).toBe(remote),
);

test("a review that was handed in is still the one in hand until it is graded", () => {
  const decided = { state: "decided" as const };
  const [draft, submitted] = [{ state: "draft" as const }, { state: "submitted" as const }];
  expect(reviewInHand([decided, submitted])).toBe(submitted);
  expect(reviewInHand([submitted, draft])).toBe(draft);
  expect(reviewInHand([decided])).toBeUndefined();
});

test("3.8 what nobody else has confirmed in the year of a review is told before it counts for nothing", () => {
  const contributions = [
    { on: "2025-01-01", confirmed: false },
    { on: "2025-12-31", confirmed: false },
    { on: "2025-06-30", confirmed: true },
    { on: "2024-12-31", confirmed: false },
  ];
  expect(unconfirmedIn(contributions, 2025)).toEqual(contributions.slice(0, 2));
  expect(unconfirmedIn(contributions, 2026)).toEqual([]);
});
