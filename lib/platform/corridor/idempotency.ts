import { createHmac } from "node:crypto";
import { canonicalJson } from "@/lib/kernel/json";
import { Prisma } from "@/prisma/generated/client";
import { writeWithNext } from "../db/later";
import type { Tx } from "../db/transaction";
import { env } from "../env";
import { AppError } from "../errors";

/**
 * Keyed, because it stays in the table and in backups: a change of password is among the requests, and a plain hash of it
 * could be guessed a billion times a second.
 */
export const requestHash = (operation: string, tenant: string | null, input: unknown): string =>
  createHmac("sha256", env().AUTH_SECRET)
    .update(canonicalJson([operation, tenant, input]))
    .digest("hex");

export type IdempotencyClaim = { actorKey: string; key: string; operation: string; hash: string };

/**
 * Takes the key for this transaction, or gives the first answer. A second request with the same key waits at the
 * primary key until the first has committed or failed.
 * @throws AppError idempotency-conflict when the key was used for another request
 */
export async function claimKey(
  tx: Tx,
  claim: IdempotencyClaim,
): Promise<{ first: true } | { first: false; response: Prisma.JsonValue }> {
  const taken = await tx.$executeRaw`
    INSERT INTO idempotency_records (actor_key, key, operation, request_hash)
    VALUES (${claim.actorKey}, ${claim.key}, ${claim.operation}, ${claim.hash}) ON CONFLICT DO NOTHING`;
  if (taken === 1) return { first: true };
  const record = await tx.idempotencyRecord.findUnique({
    where: { actorKey_key: { actorKey: claim.actorKey, key: claim.key } },
  });
  if (!record || record.requestHash !== claim.hash || record.response === null) {
    throw new AppError("idempotency-conflict");
  }
  return { first: false, response: record.response };
}

export const keepAnswer = (tx: Tx, claim: IdempotencyClaim, response: unknown): Promise<void> =>
  writeWithNext(
    tx,
    Prisma.sql`UPDATE idempotency_records SET response = ${JSON.stringify({ value: response })}::jsonb
      WHERE actor_key = ${claim.actorKey} AND key = ${claim.key}`,
  );
