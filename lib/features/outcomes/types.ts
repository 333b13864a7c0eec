import type { Role } from "@/lib/platform/auth/actor";

export const outcomeStates = [
  "draft",
  "submitted",
  "returned",
  "verified",
  "published",
  "superseded",
] as const;
export type OutcomeState = (typeof outcomeStates)[number];

export type OutcomeMove = "amend" | "return" | "verify";

/** Whom a record waits for. */
export type WaitsFor = { role: Role; organization: boolean } | undefined;

/** 校、市、省、国, lowest first. */
export const resultLevels = ["school", "municipal", "provincial", "national"] as const;
export type ResultLevel = (typeof resultLevels)[number];

/** How a claim goes on from an earlier one of the same thing. */
export const follows = ["upgrade", "continuation"] as const;
export type Follow = (typeof follows)[number];

export const coClaimStates = [
  "proposed",
  "agreed",
  "refused",
  "granted",
  "denied",
  "withdrawn",
] as const;
export type CoClaimState = (typeof coClaimStates)[number];

export const coClaimMoves = ["agree", "refuse", "withdraw", "grant", "deny"] as const;
export type CoClaimMove = (typeof coClaimMoves)[number];

export const adjustmentKinds = ["same", "partly", "upgrade", "upgrade_undone"] as const;

export const judgements = ["same", "different", "partly"] as const;
export const pairStates = ["open", ...judgements] as const;

/** What one training can prove: attendances, people, person-days, and those of them that were free of charge. */
export const trainingMetrics = ["M39", "M40", "M41", "M84"] as const;
export type TrainingMetric = (typeof trainingMetrics)[number];

export const trainingKinds = [
  "skill",
  "apprenticeship",
  "certificate",
  "teacher",
  "community",
  "other",
] as const;
