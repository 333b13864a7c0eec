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
