import { Prisma } from "@/prisma/generated/client";
import type { Check } from "./check";

export type ChainFault = { chain: string; seq: string; fault: "gap" | "link" | "hash" | "head" };

/**
 * The first bad entry of every chain, or of one (I-06, A-29). The hashes are computed again by the very function that
 * made them. An entry is bad when its number does not follow, when it does not hold the hash before it, or when its
 * content does not give its hash; the head is bad when it is not the last entry.
 */
export const chainFaults = (chain: string | null): Prisma.Sql => Prisma.sql`
  WITH entries AS (
    SELECT e.*, row_number() OVER w AS place, coalesce(lag(e.hash) OVER w, repeat('0', 64)) AS before
    FROM audit_entries e WHERE ${chain}::text IS NULL OR e.chain = ${chain}
    WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq)
  ), faults AS (
    SELECT chain, place AS seq, CASE
      WHEN seq <> place THEN 'gap'
      WHEN prev_hash <> before THEN 'link'
      WHEN hash <> audit_hash(prev_hash, chain, seq, at, actor_id, action, subject_type, subject_id, details, request_id)
        THEN 'hash' END AS fault
    FROM entries
    UNION ALL
    SELECT h.chain, h.seq, 'head' FROM audit_heads h
    LEFT JOIN LATERAL (
      SELECT e.seq, e.hash FROM audit_entries e WHERE e.chain = h.chain ORDER BY e.seq DESC LIMIT 1) l ON true
    WHERE (${chain}::text IS NULL OR h.chain = ${chain})
      AND (h.seq, h.hash) IS DISTINCT FROM (coalesce(l.seq, 0), coalesce(l.hash, repeat('0', 64)))
    UNION ALL
    SELECT DISTINCT e.chain, 1::bigint, 'head' FROM entries e
    WHERE NOT EXISTS (SELECT 1 FROM audit_heads h WHERE h.chain = e.chain)
  )
  SELECT DISTINCT ON (f.chain) f.chain, f.seq::text AS seq, f.fault
  FROM faults f WHERE f.fault IS NOT NULL ORDER BY f.chain, f.seq`;

export const auditChains: Check = {
  id: "I-06",
  title: "audit chains are complete, in order and untouched",
  find: async (reader) => {
    const { text, values } = chainFaults(null);
    return (await reader.query<ChainFault>({ text, values })).rows;
  },
};
