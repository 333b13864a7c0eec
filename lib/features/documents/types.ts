/** The documents that a running alliance has (domain 6.2), in the order of that list; "other" is whatever else it adopts. */
export const libraryKinds = [
  "charter",
  "staff_measures",
  "office_assessment",
  "member_assessment",
  "finance",
  "research_transfer",
  "supervision",
  "talent_exchange",
  "rules_of_procedure",
  "major_matters",
  "decision_process",
  "base_sharing",
  "information",
  "programme_planning",
  "programme_adjustment",
  "guidance_rules",
] as const;
export const documentKinds = [...libraryKinds, "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStates = ["draft", "adopted", "superseded", "repealed", "withdrawn"] as const;
export type DocumentState = (typeof documentStates)[number];

/** What a charter must speak of before it can be put to the founders (domain 3.2). */
export const outlineParts = [
  "name",
  "nature",
  "purpose",
  "tasks",
  "organs",
  "members",
  "funds",
  "supplementary",
] as const;
export type OutlinePart = (typeof outlineParts)[number];

/** 条 */
export type Article = {
  number: number;
  chapter: string | null;
  heading: string | null;
  text: string;
};
