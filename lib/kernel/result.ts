/** An answer, or a refusal that the person can act on. Faults are thrown instead (see AppError). */
export type Result<T, R extends string = string> =
  | { ok: true; value: T }
  | { ok: false; reason: R; details?: Record<string, string | number> };

export const accept = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** `details` fill the placeholders of the message `refusals.<reason>`. */
export const refuse = <R extends string>(
  reason: R,
  details?: Record<string, string | number>,
): Result<never, R> => ({ ok: false, reason, ...(details && { details }) });
