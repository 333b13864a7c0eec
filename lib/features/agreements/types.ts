export const agreementKinds = [
  "strategic",
  "industry_college",
  "platform",
  "project",
  "training_class",
  "service",
  "pathway",
  "exit",
  "other",
] as const;
export type AgreementKind = (typeof agreementKinds)[number];

export const agreementStates = [
  "draft",
  "legal_check",
  "sealed",
  "in_force",
  "renewed",
  "ended",
] as const;
export type AgreementState = (typeof agreementStates)[number];

/** Where it stands for the reader: what is in force is told apart by its last day. */
export const agreementPhases = [
  "draft",
  "legal_check",
  "sealed",
  "in_force",
  "expiring",
  "expired",
  "renewed",
  "ended",
] as const;
export type AgreementPhase = (typeof agreementPhases)[number];

/**
 * Moves of the secretariat; sealing is done by the parties, renewing by the agreement that follows. The step ahead stands
 * first: a form offers it before the steps back.
 */
export const agreementMoves = ["submit", "clear", "enforce", "return", "end"] as const;
export type AgreementMove = (typeof agreementMoves)[number];

export const agreementEventSteps = [
  "drafted",
  "changed",
  "submitted",
  "returned",
  "cleared",
  "sealed",
  "enforced",
  "renewed",
  "ended",
] as const;
export type AgreementEventStep = (typeof agreementEventSteps)[number];

export const sealStates = ["none", "partly", "all"] as const;
export type SealState = (typeof sealStates)[number];

export const linkKinds = ["college", "platform", "project", "class", "call", "pathway"] as const;
export type LinkKind = (typeof linkKinds)[number];
