import { describe, expect, test } from "vitest";
import { isRetryable, isUnavailable } from "./errors";

/** As Prisma wraps what the driver's adapter threw. */
const wrapped = (cause: object) =>
  Object.assign(new Error("Raw query failed."), {
    code: "P2010",
    meta: { code: "N/A", driverAdapterError: Object.assign(new Error(), { cause }) },
  });

describe("F-02 a database that is away is told from a fault of ours", () => {
  test.each([
    ["the server closed the connection", wrapped({ kind: "ConnectionClosed" })],
    ["nobody listens", wrapped({ kind: "DatabaseNotReachable" })],
    ["it is shutting down", wrapped({ kind: "postgres", originalCode: "57P01" })],
    ["the pool has no connection", new Error("timeout exceeded when trying to connect")],
    ["a lock was waited for too long", Object.assign(new Error(), { code: "55P03" })],
  ])("%s", (_, error) => expect(isUnavailable(error)).toBe(true));

  test.each([
    ["a unique key", wrapped({ kind: "UniqueConstraintViolation", originalCode: "23505" })],
    ["a statement that is wrong", wrapped({ kind: "postgres", originalCode: "42601" })],
    ["our own mistake", new TypeError("x is not a function")],
    ["nothing", undefined],
  ])("not %s", (_, error) => expect(isUnavailable(error)).toBe(false));

  test("a conflict of two writers may be tried again", () => {
    expect(isRetryable(wrapped({ kind: "TransactionWriteConflict", originalCode: "40001" }))).toBe(
      true,
    );
    expect(isRetryable(wrapped({ kind: "ConnectionClosed" }))).toBe(false);
  });
});
