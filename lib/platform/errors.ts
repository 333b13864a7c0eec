/** Faults with a fixed meaning, mapped to an HTTP status once (contract, section 5). */
export const statusOf = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  stale: 409,
  "idempotency-conflict": 409,
  "too-large": 413,
  "too-many": 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

/** One fault of one field: `path` as typed ("parties.0.duty"), `message` a key of `fields.*`. */
export type FieldIssue = { path: string; message: string };

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly issues: FieldIssue[] | undefined;
  /** Seconds to wait, for too-many and unavailable. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, more: { issues?: FieldIssue[]; retryAfter?: number } = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.issues = more.issues;
    this.retryAfter = more.retryAfter;
  }
}

/** An object outside of the caller's view and a missing one are the same answer. */
export const notFound = (): never => {
  throw new AppError("not-found");
};

export const forbidden = (): never => {
  throw new AppError("forbidden");
};
