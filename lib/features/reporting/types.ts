import type { CellAnswer, ObligationState, PeriodKind } from "@/prisma/generated/enums";

export type { CellAnswer, ObligationState, PeriodKind };

export const periodKinds = [
  "month",
  "quarter",
  "half",
  "year",
] as const satisfies readonly PeriodKind[];

/** Somebody is waited for. */
export const awaitedStates = [
  "open",
  "draft",
  "submitted",
  "checking",
  "returned",
  "verified",
] as const satisfies readonly ObligationState[];

export const storedStates = [
  ...awaitedStates,
  "approved",
] as const satisfies readonly ObligationState[];

/** As a reader sees it: before its cycle opens, a report is not open yet; who left owes nothing any more. */
export const shownStates = ["not_open", ...storedStates, "exempt", "ended"] as const;
export type ShownState = (typeof shownStates)[number];

export const obligationSteps = [
  "save",
  "submit",
  "take",
  "return",
  "verify",
  "unverify",
  "approve",
  "unapprove",
] as const;
export type ObligationStep = (typeof obligationSteps)[number];

export const cellAnswers = [
  "blank",
  "value",
  "not_applicable",
] as const satisfies readonly CellAnswer[];

export const MOST_CELLS = 500;
