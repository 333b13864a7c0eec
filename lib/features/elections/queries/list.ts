import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { ElectionRow, listOutput } from "../schema";

/** Elections, those that go on first; `toCast` are the reader's own seats whose paper is missing. */
export async function listElections(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof listOutput>> {
  const rows = await db.$queryRaw<(Omit<ElectionRow, "stateSince"> & { stateSince: Date })[]>`
    SELECT e.id, e.title, e.state::text AS state, e.state_since AS "stateSince", e.body_id AS "bodyId", b.name AS "bodyName",
      b.name_en AS "bodyNameEn", e.contest::text AS contest, e.starts_on::text AS "startsOn",
      (SELECT count(*)::int FROM election_seats s WHERE s.election_id = e.id) AS seats,
      (SELECT count(*)::int FROM election_candidates c WHERE c.election_id = e.id) AS candidates,
      e.term_id IS NOT NULL AND e.state <> 'filled' OR EXISTS (SELECT 1 FROM terms t WHERE t.id = e.term_id AND t.starts_on < e.starts_on) AS "byElection",
      (SELECT count(*)::int FROM election_rounds r JOIN election_electors x ON x.round_id = r.id
        WHERE r.election_id = e.id AND r.state = 'open' AND r.closes_at > clock_timestamp() AND x.person_id = ${scope.actor.personId}::uuid
          AND NOT EXISTS (SELECT 1 FROM election_issues i WHERE i.round_id = r.id AND i.seat_id = x.seat_id)) AS "toCast"
    FROM elections e JOIN governance_bodies b ON b.alliance_id = e.alliance_id AND b.id = e.body_id
    WHERE e.alliance_id = ${scope.alliance.id}::uuid
    ORDER BY e.state IN ('filled', 'cancelled'), e.starts_on DESC, e.id`;
  return {
    items: rows.map((row) => ({ ...row, stateSince: row.stateSince.toISOString() })),
    manages: reachOf("election.manage", scope.actor.roles, scope.alliance.id)?.whole === true,
  };
}
