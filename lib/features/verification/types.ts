export const findingKinds = [
  "evidence_missing",
  "evidence_reused",
  "outside_membership",
  "rate_above_hundred",
  "big_change",
  "benefit_uncertified",
] as const;
/** What a verifier passed over with a reason: what the machine noticed, and what was read on the paper. */
const passedKinds = [...findingKinds, "paper_outside_period", "owner_not_named"] as const;
export const readPassed = (kinds: readonly string[]) =>
  passedKinds.filter((kind) => kinds.includes(kind));
export const findingStrengths = ["block", "reason", "info"] as const;
export type FindingStrength = (typeof findingStrengths)[number];

/** What becomes of one row of a list that is published: it is, or it is not for this reason. */
export const approveAnswers = [
  "approved",
  "wrong-state",
  "same-person",
  "own-figure",
  "record-changed-since",
  "correction-open",
  "co-claim-disputed",
  "evidence-gone",
  "finding-needs-reading",
] as const;
export type ApproveAnswer = (typeof approveAnswers)[number];

export const evidenceEndKinds = ["withdrawn", "expired"] as const;

export const sampleOutcomes = ["confirmed", "corrected_down", "rejected", "needs_visit"] as const;
export type SampleOutcome = (typeof sampleOutcomes)[number];
export const sampleCauses = ["random", "weighty"] as const;
