import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { CallFacts } from "../policy";
import type { CallState } from "../types";

export type HeldCall = CallFacts & {
  id: string;
  version: number;
  published: boolean;
  title: string;
  publicTitle: string | null;
  problem: string;
  round: number;
  extended: boolean;
  leastBids: number;
  leastExperts: number;
  noticeDays: number;
  budget: string;
  closesAt: Date | null;
  /** The time for bids is over, by the clock of the database. */
  overdue: boolean;
  /** That clock. */
  at: Date;
  stateSince: Date;
  sealPublicKey: Uint8Array | null;
  sealKey: Uint8Array | null;
  firstOpenerId: string | null;
  chosenBidId: string | null;
  chosenById: string | null;
  signedById: string | null;
  projectId: string | null;
  noticeUntil: string | null;
  neededOn: string;
  state: CallState;
};

/** What decides over a call. In a transaction that has locked it first, so that nothing of it moves. */
export async function callFacts(
  db: Db,
  scope: TenantScope,
  id: string,
): Promise<HeldCall | undefined> {
  const rows = await db.$queryRaw<HeldCall[]>`
    SELECT c.id, c.version, c.published_at IS NOT NULL AS published, c.title, c.public_title AS "publicTitle", c.problem,
      c.state::text AS state,
      c.poster_id AS "posterId", c.secrecy::text AS secrecy, c.round, c.extended, c.least_bids AS "leastBids",
      c.least_experts AS "leastExperts", c.notice_days AS "noticeDays", c.budget::text AS budget,
      c.closes_at AS "closesAt", coalesce(c.closes_at <= clock_timestamp(), false) AS overdue, clock_timestamp() AS at,
      c.state_since AS "stateSince", c.seal_public_key AS "sealPublicKey", c.seal_key AS "sealKey",
      c.first_opener_id AS "firstOpenerId", c.chosen_bid_id AS "chosenBidId", c.chosen_by_id AS "chosenById",
      c.signed_by_id AS "signedById", c.project_id AS "projectId", c.notice_until::text AS "noticeUntil",
      c.needed_on::text AS "neededOn",
      ARRAY(SELECT u.organization_id FROM call_undertakings u WHERE u.call_id = c.id) AS undertaken,
      ARRAY(SELECT e.person_id FROM call_experts e WHERE e.call_id = c.id AND e.state <> 'recused') AS "expertIds",
      ARRAY(SELECT e.person_id FROM call_experts e WHERE e.call_id = c.id AND e.state = 'clear') AS "clearExpertIds"
    FROM calls c WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.id = ${id}::uuid`;
  return rows[0];
}

/** Units whose bids stand sealed in the present round; rows that were merged are one unit. */
export async function sealedCount(db: Db, call: { id: string; round: number }): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT coalesce(o.merged_into_id, o.id))::int AS n FROM bids b JOIN organizations o ON o.id = b.organization_id
    WHERE b.call_id = ${call.id}::uuid AND b.round = ${call.round} AND b.state = 'sealed'`;
  return rows[0]?.n ?? 0;
}
