import { Prisma } from "@/prisma/generated/client";
import { writeAtCommit } from "./db/later";
import type { Tx } from "./db/transaction";

/** What happened, in the words of the permission table ("organization.create"), and to which record. */
export type AuditEvent = {
  action: string;
  subjectType: string;
  subjectId: string | null;
  /** Ids, states, old and new values. No secrets, no personal data. */
  details?: Prisma.InputJsonObject;
};

export type AuditContext = { chain: string; actorId: string | null; requestId: string };

/** Chain of what belongs to no alliance. */
export const PLATFORM_CHAIN = "platform";

/**
 * Appends one entry to the chain, in the caller's transaction: change and entry are committed together or not at all
 * (I-05). The database numbers and hashes it under a lock (I-06), which is held to the end of the transaction.
 */
export const recordAudit = (tx: Tx, context: AuditContext, event: AuditEvent): Promise<void> =>
  writeAtCommit(
    tx,
    Prisma.sql`SELECT audit_append(
    ${context.chain}, ${context.actorId}::uuid, ${event.action}, ${event.subjectType}, ${event.subjectId}::uuid,
    ${JSON.stringify(event.details ?? {})}::jsonb, ${context.requestId})::text AS seq`,
  );

/** Entries of one kind about many records, numbered in their order, with one move of the chain's head. */
export const recordAudits = (
  tx: Tx,
  context: AuditContext,
  kind: Pick<AuditEvent, "action" | "subjectType">,
  entries: readonly { subjectId: string; details: Prisma.InputJsonObject }[],
): Promise<void> =>
  writeAtCommit(
    tx,
    Prisma.sql`SELECT audit_append_all(
    ${context.chain}, ${context.actorId}::uuid, ${kind.action}, ${kind.subjectType},
    ${entries.map(({ subjectId }) => subjectId)}::uuid[], ${JSON.stringify(entries.map(({ details }) => details))}::jsonb,
    ${context.requestId})::text AS seq`,
  );
