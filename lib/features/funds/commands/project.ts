import type { Day } from "@/lib/kernel/dates";
import { fenOf } from "@/lib/kernel/money";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";

export type ProjectRow = {
  id: string;
  state: string;
  leadId: string;
  startsOn: Day;
  endsOn: Day;
  isNumbered: boolean;
  organizationIds: string[];
};

/**
 * The project that money is promised or given for, held until the end of the transaction: its state does not change
 * under an entry. Share mode: many entries at once do not wait for each other.
 */
export async function holdProject(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
): Promise<ProjectRow> {
  const rows = await tx.$queryRaw<ProjectRow[]>`
    SELECT p.id, p.state::text AS state, p.lead_id AS "leadId", p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
      p.code_number IS NOT NULL AS "isNumbered",
      ARRAY(SELECT y.organization_id::text FROM project_parties y
        WHERE y.project_id = p.id AND y.state <> 'declined') AS "organizationIds"
    FROM projects p WHERE p.alliance_id = ${scope.alliance.id}::uuid AND p.id = ${projectId}::uuid
    FOR SHARE OF p`;
  return rows[0] ?? notFound();
}

/**
 * What promises of this kind usually amount to in the alliance: the middle of the last hundred, in fen. Nothing where
 * there are too few to tell.
 */
export async function usualPromise(db: Db, allianceId: string, cash: boolean): Promise<bigint> {
  const rows = await db.$queryRaw<{ middle: string | null; records: number }[]>`
    SELECT round(percentile_disc(0.5) WITHIN GROUP (ORDER BY amount), 2)::text AS middle, count(*)::int AS records
    FROM (SELECT amount FROM fund_commitments WHERE alliance_id = ${allianceId}::uuid AND (kind = 'cash') = ${cash}
      AND state <> 'cancelled' ORDER BY created_at DESC, id LIMIT 100) c`;
  const [row] = rows;
  return row?.middle && row.records >= 5 ? fenOf(row.middle) : 0n;
}
