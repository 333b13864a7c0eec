import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { database, transactionPlaces } from "./client";
import { onConnection } from "./connection";
import { type Later, withDirectStatements } from "./direct";
import { isRetryable } from "./errors";
import { alone } from "./queue";

/** A transaction's handle; what commands write with. */
export type Tx = Prisma.TransactionClient & Later;

/** A handle to read with: a transaction or the client. */
export type Db = Prisma.TransactionClient & Later;

export type Isolation = "read-committed" | "serializable";

const TRIES = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` in one transaction and commits when it returns. Serializable work is tried up to five times when the
 * database reports a conflict, so `work` may run more than once and must touch nothing but the database.
 * @param milliseconds how long it may take as a whole, where the usual limit is too short for many rows
 * @param lane serializable writers of one lane wait for each other inside this process: most conflicts never happen
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: { isolation?: Isolation; lane?: string; milliseconds?: number | undefined } = {},
): Promise<T> {
  // Without a word the connection's own holds: read committed.
  const level = {
    ...(options.isolation === "serializable" && { isolationLevel: "Serializable" as const }),
    ...(options.milliseconds !== undefined && { timeout: options.milliseconds }),
  };
  const attempt = async () => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await onConnection(transactionPlaces(), (connection) =>
          database().$transaction((tx) => work(withDirectStatements(tx, connection)), level),
        );
      } catch (error) {
        if (tried >= TRIES || !isRetryable(error)) throw error;
        await pause(Math.random() * 20 * 2 ** tried);
      }
    }
  };
  return options.isolation === "serializable" && options.lane
    ? alone(options.lane, attempt)
    : attempt();
}
