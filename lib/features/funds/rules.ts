import type { CommitmentState, ResourceKind } from "./types";

const isCash = (kind: ResourceKind): boolean => kind === "cash";

/** A promise that hangs on a condition is told apart from the first day on (S002, Deyang). */
export const firstState = (condition: string | undefined): CommitmentState =>
  condition ? "conditional" : "proposed";

export const canConfirm = (state: CommitmentState): boolean =>
  state === "proposed" || state === "conditional";

/** States of a project in which organizations may promise something. */
const takesPromises: readonly string[] = [
  "draft",
  "partners_confirming",
  "check",
  "supplement",
  "review",
  "decision",
  "registered",
  "running",
  "suspended",
];

/** Money arrives for a project that has its number and is not closed. */
const takesMoney: readonly string[] = [
  "registered",
  "running",
  "suspended",
  "acceptance_requested",
  "accepting",
  "accepted",
  "rework",
  "terminated",
  "settlement",
];

export const mayPromise = (projectState: string): boolean => takesPromises.includes(projectState);
export const mayReceive = (projectState: string): boolean => takesMoney.includes(projectState);

/** Would this receipt bring more than was promised? What is entered but not booked counts too. */
export const exceeds = (promised: bigint, arrived: bigint, amount: bigint): boolean =>
  arrived + amount > promised;

/** Two persons for one receipt (I-15, A-31): accounts belong to one person each, so accounts are compared. */
export const isSecondPerson = (enteredById: string | null, actorId: string | null): boolean =>
  actorId !== null && actorId !== enteredById;

/**
 * Basis of a valued contribution: required for goods unless something else gives it. Cash has none.
 */
export const needsValuation = (kind: ResourceKind, hasCommitment: boolean): boolean =>
  !isCash(kind) && !hasCommitment;
