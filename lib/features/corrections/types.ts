export const correctionStates = [
  "requested",
  "endorsed",
  "applied",
  "refused",
  "withdrawn",
] as const;
export type CorrectionState = (typeof correctionStates)[number];

export const correctionReasons = [
  "clerical",
  "late_evidence",
  "fraud",
  "definition",
  "double_count",
] as const;

export const correctionMoves = ["endorse", "apply", "refuse", "withdraw"] as const;
export type CorrectionMove = (typeof correctionMoves)[number];

/** What a record says of itself that a correction can change. */
export type Said = {
  metricCode: string;
  organizationId: string;
  year: number;
  occurredOn: string;
  /** Decimal text. */
  quantity: string;
  naturalKey: string | null;
  fileId: string | null;
};

/** Old → new: only what changes stands here. */
export type Change = Partial<Said>;
