import { type EvaluationState, evaluationStates } from "../types";

const placeOf = (state: EvaluationState): number => evaluationStates.indexOf(state);

/** One step after the other, and none back: the same as the guard of the database. */
export const mayBecome = (from: EvaluationState, to: EvaluationState): boolean =>
  placeOf(to) === placeOf(from) + 1;

/** What the council declined goes back to be verified again, and nothing else does. */
export const mayGoBack = (state: EvaluationState): boolean => state === "objection";

/** Has the round come to this state, or beyond it? */
export const hasReached = (state: EvaluationState, wanted: EvaluationState): boolean =>
  placeOf(state) >= placeOf(wanted);

/** For whom it waits. */
export const waits = {
  scheme_published: "office",
  self_evaluation: "subjects",
  data_verified: "verifiers",
  expert_scoring: "experts",
  veto_check: "vetoes",
  draft_result: "office",
  objection: "objections",
  council_ratified: "publication",
  published: "office",
  rectification: "owners",
  follow_up: "nobody",
} as const satisfies Record<EvaluationState, string>;
