/*
 * What a database error means. Prisma wraps the driver's error, by path and by version in different ways, so the code
 * is looked for on the error and on its causes.
 */
type Shape = {
  code?: unknown;
  cause?: unknown;
  message?: unknown;
  meta?: { code?: unknown; target?: unknown; driverAdapterError?: unknown };
  originalCode?: unknown;
  /** What the driver adapter calls it, where the database itself had no chance to give a code. */
  kind?: unknown;
  constraint?: unknown;
};

function chain(error: unknown): Shape[] {
  const found: Shape[] = [];
  let current: unknown = error;
  while (typeof current === "object" && current !== null && found.length < 6) {
    const shape = current as Shape;
    found.push(shape);
    current = shape.cause ?? shape.meta?.driverAdapterError;
  }
  return found;
}

const has = (error: unknown, ...codes: string[]) =>
  chain(error).some((shape) =>
    [shape.code, shape.originalCode, shape.kind, shape.meta?.code].some(
      (code) => typeof code === "string" && codes.includes(code),
    ),
  );

/** Serialization failure or deadlock: the transaction may be tried again as a whole. */
export const isRetryable = (error: unknown): boolean => has(error, "P2034", "40001", "40P01");

export const isUniqueViolation = (error: unknown): boolean => has(error, "P2002", "23505");

export const isExclusionViolation = (error: unknown): boolean => has(error, "23P01");

/** The database is away, restarting or too busy: nothing was changed, or it cannot be known. */
export const isUnavailable = (error: unknown): boolean =>
  has(
    error,
    "P1001",
    "P1002",
    "P1008",
    "P1017",
    "P2024",
    "P2028",
    "57P01",
    "57P02",
    "57P03",
    "57014",
    "55P03",
    "53300",
    "08006",
    "08001",
    "08003",
    "08004",
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "ConnectionClosed",
    "DatabaseNotReachable",
    "SocketTimeout",
    "TooManyConnections",
  ) ||
  chain(error).some((shape) =>
    /Connection terminated|timeout exceeded when trying to connect|is not queryable/.test(
      String(shape.message),
    ),
  );

/** A guard of the database spoke: `RAISE EXCEPTION 'guard: <name>'` of a trigger. */
export const isGuarded = (error: unknown, name: string): boolean =>
  chain(error).some((shape) => String(shape.message).includes(`guard: ${name}`));
