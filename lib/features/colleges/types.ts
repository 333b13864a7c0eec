export const collegeKinds = [
  "modern_industry",
  "engineer",
  "craftsman",
  "shortage_training",
  "rural_revitalisation",
  "regional",
] as const;
export type CollegeKind = (typeof collegeKinds)[number];

export const collegeOwnerships = ["school_run", "joint", "mixed"] as const;
export type CollegeOwnership = (typeof collegeOwnerships)[number];

export const collegeModes = ["nominal", "entity"] as const;
export type CollegeMode = (typeof collegeModes)[number];

export const collegeStates = [
  "proposed",
  "feasibility",
  "approved",
  "agreement_signed",
  "board_formed",
  "operating",
  "yearly_review",
  "rectifying",
  "renewed",
  "exiting",
  "closed",
] as const;
export type CollegeState = (typeof collegeStates)[number];

/** Steps that the secretariat takes by hand; the others follow from an approval, a board, a review or its list. */
export const collegeSteps = [
  "feasibility",
  "proposed",
  "agreement_signed",
  "operating",
  "renewed",
  "exiting",
  "closed",
] as const satisfies readonly CollegeState[];
export type CollegeStep = (typeof collegeSteps)[number];

/** Guards of the approval: five of the national guide of 2020, and the supply of platforms (domain 3.8). */
export const approvalItems = [
  "focus",
  "programme_base",
  "key_enterprise",
  "responsibilities",
  "stable_funds",
  "platform_supply",
] as const;

/** 五化 (S001-52) */
export const fiveItems = [
  "content_list",
  "standard_process",
  "entity_operation",
  "visible_results",
  "benefit_sharing",
] as const;
export const checkItems = [...approvalItems, ...fiveItems] as const;
export type CheckItem = (typeof checkItems)[number];

/** 三享 */
export const sharedObjects = ["resources", "talent", "results"] as const;

export const reviewGrades = ["a", "b", "c", "d"] as const;
export type ReviewGrade = (typeof reviewGrades)[number];
export const reviewStates = ["draft", "submitted", "decided"] as const;
export type ReviewState = (typeof reviewStates)[number];

export const vetoes = ["no_enrolment", "no_board_meeting", "no_contribution"] as const;
export type Veto = (typeof vetoes)[number];

/** What a yearly review counts by itself. Money is yuan as text. Null: nobody records it yet, so it is left out. */
export type ReviewInputs = {
  projects: number;
  receivedCash: string;
  receivedKind: string;
  contributedCash: string;
  contributedKind: string;
  /** Parties with a confirmed contribution dated in the year. */
  contributors: number;
  boardMeetings: number;
  /** Of the five. */
  checks: number;
  entityShown: boolean;
  /** From the classes of the college; from the school's own report where it has none. */
  enrolled: number;
  enrolledBefore: number | null;
  students: number | null;
  hired: number | null;
  satisfaction: number | null;
};
