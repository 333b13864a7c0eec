export const findingKinds = [
  "evidence_missing",
  "evidence_reused",
  "outside_membership",
  "rate_above_hundred",
  "big_change",
] as const;
export const findingStrengths = ["block", "reason", "info"] as const;
export type FindingStrength = (typeof findingStrengths)[number];
