import type { Prisma } from "@/prisma/generated/client";
import type { Tx } from "./transaction";

/** Writes what nothing is read of: it goes out with the next statement of its transaction, and one way is saved. */
export async function writeWithNext(tx: Tx, statement: Prisma.Sql): Promise<void> {
  await (tx.$withNext ? tx.$withNext(statement) : tx.$executeRaw(statement));
}

/**
 * Writes as the last of the transaction, together with its commit: what is locked for it is locked no longer.
 * A savepoint that is taken back does not take it back: the transaction as a whole does.
 */
export async function writeAtCommit(tx: Tx, statement: Prisma.Sql): Promise<void> {
  await (tx.$atCommit ? tx.$atCommit(statement) : tx.$executeRaw(statement));
}
