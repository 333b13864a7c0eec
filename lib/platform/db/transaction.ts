import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { database } from "./client";
import { isRetryable } from "./errors";
import { alone } from "./queue";

/** A transaction's handle; what commands write with. */
export type Tx = Prisma.TransactionClient;

/** A handle to read with: a transaction or the client. */
export type Db = Prisma.TransactionClient;

export type Isolation = "read-committed" | "serializable";

const TRIES = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` in one transaction and commits when it returns. Serializable work is tried up to five times when the
 * database reports a conflict, so `work` may run more than once and must touch nothing but the database.
 * @param lane serializable writers of one lane wait for each other inside this process: most conflicts never happen
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: { isolation?: Isolation; lane?: string } = {},
): Promise<T> {
  const isolationLevel = options.isolation === "serializable" ? "Serializable" : "ReadCommitted";
  const attempt = async () => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await database().$transaction(work, { isolationLevel });
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
