export const targetStates = [
  "proposed",
  "in_force",
  "declined",
  "withdrawn",
  "superseded",
] as const;
export type TargetState = (typeof targetStates)[number];

/** agree and decline are the chair's; adopt cites a resolution; supersede happens to the one before. */
export const targetSteps = ["agree", "adopt", "decline", "withdraw", "supersede"] as const;
export type TargetStep = (typeof targetSteps)[number];
