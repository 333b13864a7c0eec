/** Who is evaluated: member organizations, industry colleges, or the alliance itself. */
export const subjectKinds = ["member", "college", "alliance"] as const;

export const schemeStates = ["draft", "published"] as const;
export type SchemeState = (typeof schemeStates)[number];

/** How an indicator gives points (domain 3.12). */
export const ruleKinds = [
  "threshold",
  "ratio",
  "best_in_group",
  "level_points",
  "expert",
  "deduction",
  "veto",
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** The levels of an item, the highest first. */
export const itemLevels = ["national", "provincial", "municipal", "school"] as const;
export type ItemLevel = (typeof itemLevels)[number];

export const grades = ["a", "b", "c", "d"] as const;
export type Grade = (typeof grades)[number];

/** 3.12: one after the other. */
export const evaluationStates = [
  "scheme_published",
  "self_evaluation",
  "data_verified",
  "expert_scoring",
  "veto_check",
  "draft_result",
  "objection",
  "council_ratified",
  "published",
  "rectification",
  "follow_up",
] as const;
export type EvaluationState = (typeof evaluationStates)[number];

/** Steps that the secretariat takes; ratification follows from a resolution of the council. */
export const roundSteps = [
  "self_evaluation",
  "data_verified",
  "expert_scoring",
  "veto_check",
  "draft_result",
  "objection",
  "published",
  "rectification",
  "follow_up",
] as const satisfies readonly EvaluationState[];
export type RoundStep = (typeof roundSteps)[number];

/** What a list of evaluations can be narrowed to. */
export const roundFilters = ["self", "running", "vetoed"] as const;

export const seatStates = ["assigned", "clear", "recused"] as const;
export const vetoStates = ["found", "confirmed", "dismissed"] as const;
export const objectionStates = ["open", "upheld", "rejected"] as const;
