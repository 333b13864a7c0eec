import type { z } from "zod";
import { PLATFORM_CHAIN } from "@/lib/platform/audit";
import type { Scope, TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { type ChainFault, chainFaults } from "@/lib/platform/invariants/chain";
import { Prisma } from "@/prisma/generated/client";
import type {
  Entry,
  listEntriesInput,
  listEntriesOutput,
  verifyChainInput,
  verifyChainOutput,
} from "./schema";

type ListInput = z.output<typeof listEntriesInput>;
type Row = Omit<Entry, "at"> & { at: Date };

/**
 * Who has bid, and how many have, stands in the chain from the first moment and is read there when two people have opened
 * the bids; a call that was never opened keeps it to itself (domain 3.7: bidders are hidden from each other).
 */
const ofSealedBid = Prisma.sql`(
  e.action IN ('bid.submit', 'bid.withdraw', 'bid.prepare', 'bid.keep_file') AND NOT EXISTS (
    SELECT 1 FROM calls c WHERE c.id = coalesce((e.details->>'callId')::uuid, e.subject_id) AND c.opened_at IS NOT NULL)
  OR e.action = 'file.upload' AND EXISTS (
    SELECT 1 FROM bid_files b JOIN calls c ON c.id = b.call_id WHERE b.file_id = e.subject_id AND c.opened_at IS NULL))`;

const conditions = (chain: string, { action, subject, actor, cursor }: ListInput): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`e.chain = ${chain}`,
      Prisma.sql`NOT ${ofSealedBid}`,
      cursor && Prisma.sql`e.seq < ${BigInt(cursor)}`,
      action && Prisma.sql`e.action = ${action}`,
      subject && Prisma.sql`e.subject_id = ${subject}::uuid`,
      actor && Prisma.sql`e.actor_id = ${actor}::uuid`,
    ].filter((one): one is Prisma.Sql => typeof one === "object"),
    " AND ",
  );

/**
 * What was chosen or counted is in the chain from the first moment, and is read there when the result has been declared:
 * until then it would be a partial count, and the second counter's answer. Without a result it stays unread.
 */
const details = Prisma.sql`
  CASE WHEN e.action IN ('ballot.cast', 'ballot.enter_paper', 'ballot.count_hands') AND NOT EXISTS (
      SELECT 1 FROM votes v WHERE v.id = e.subject_id AND v.state IN ('declared', 'voided'))
    THEN e.details - ARRAY['choice', 'before', 'yes', 'no', 'abstain'] ELSE e.details END`;

/** Entries of one chain, newest first; one more is read than shown, to know whether older ones are there. */
async function listChain(
  db: Db,
  chain: string,
  input: ListInput,
): Promise<z.input<typeof listEntriesOutput>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.seq::text AS seq, e.at, e.actor_id AS "actorId", p.name AS actor, e.action, e.subject_type AS "subjectType",
      e.subject_id AS "subjectId", ${details} AS details, e.request_id AS "requestId"
    FROM audit_entries e LEFT JOIN users u ON u.id = e.actor_id LEFT JOIN people p ON p.id = u.person_id
    WHERE ${conditions(chain, input)} ORDER BY e.seq DESC LIMIT ${input.limit + 1}`;
  const items = rows.slice(0, input.limit).map((row) => ({ ...row, at: row.at.toISOString() }));
  return { items, next: rows.length > input.limit ? (items.at(-1)?.seq ?? null) : null };
}

async function verifyOne(
  db: Db,
  chain: string,
  now: Date,
): Promise<z.input<typeof verifyChainOutput>> {
  const faults = await db.$queryRaw<ChainFault[]>(chainFaults(chain));
  const heads = await db.$queryRaw<{ seq: string; hash: string; entries: string }[]>`
    SELECT h.seq::text AS seq, h.hash, (SELECT count(*)::text FROM audit_entries e WHERE e.chain = h.chain) AS entries
    FROM audit_heads h WHERE h.chain = ${chain}`;
  const [fault] = faults;
  const head = heads[0] ?? { seq: "0", hash: "0".repeat(64), entries: "0" };
  return {
    intact: fault === undefined,
    entries: head.entries,
    head: { seq: head.seq, hash: head.hash },
    fault: fault ? { seq: fault.seq, kind: fault.fault } : null,
    at: now.toISOString(),
  };
}

export const listAllianceEntries = (db: Db, scope: TenantScope, input: ListInput) =>
  listChain(db, scope.alliance.id, input);

export const listPlatformEntries = (db: Db, _scope: Scope, input: ListInput) =>
  listChain(db, PLATFORM_CHAIN, input);

type VerifyInput = z.output<typeof verifyChainInput>;

export const verifyAllianceChain = (db: Db, scope: TenantScope, _input: VerifyInput) =>
  verifyOne(db, scope.alliance.id, scope.now);

export const verifyPlatformChain = (db: Db, scope: Scope, _input: VerifyInput) =>
  verifyOne(db, PLATFORM_CHAIN, scope.now);
