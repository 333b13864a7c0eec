import type { SeatCount } from "@/lib/features/bodies/types";
import type { Db } from "@/lib/platform/db/transaction";
import { type Electorate, type ElectorLine, graceSeconds } from "../types";

/**
 * The seats of a meeting as they stand now: who is called, who is there, who steps back from the item, who carries whose
 * proxy. Proxies count from their acceptance on; the silence of those online is measured by the clock of the database.
 */
export async function electorateOf(
  db: Db,
  allianceId: string,
  meetingId: string,
  itemId: string | null,
): Promise<Electorate> {
  const lines = await db.$queryRaw<ElectorLine[]>`
    SELECT m.seat_id AS "seatId", m.number, m.position::text AS position, m.voting, m.eligible,
      m.holder_name AS "holderName", m.membership_id AS "membershipId", m.organization_id AS "organizationId",
      o.kind::text AS "organizationKind", m.person_id AS "personId",
      CASE WHEN p.id IS NOT NULL THEN json_build_object(
        'personId', p.person_id, 'personName', p.person_name, 'capacity', p.capacity, 'mode', p.mode,
        'unclear', p.mode = 'online' AND
          coalesce(p.seen_at, p.came_at) < clock_timestamp() - make_interval(secs => ${graceSeconds}::int)) END AS present,
      r.id IS NOT NULL AS recused,
      CASE WHEN x.id IS NOT NULL THEN json_build_object('proxyId', x.id, 'seatId', x.holder_seat_id) END AS "proxyTo",
      x.instructions ->> ${itemId ?? ""} AS instruction
    FROM meeting_seats m
    LEFT JOIN organizations o ON o.id = m.organization_id
    LEFT JOIN presences p ON p.alliance_id = m.alliance_id AND p.meeting_id = m.meeting_id AND p.seat_id = m.seat_id
      AND p.left_at IS NULL
    LEFT JOIN recusals r ON r.alliance_id = m.alliance_id AND r.item_id = ${itemId}::uuid AND r.seat_id = m.seat_id
      AND r.state IN ('declared', 'recused')
    LEFT JOIN proxies x ON x.alliance_id = m.alliance_id AND x.meeting_id = m.meeting_id
      AND x.principal_seat_id = m.seat_id AND x.state IN ('accepted', 'active', 'used')
    WHERE m.alliance_id = ${allianceId}::uuid AND m.meeting_id = ${meetingId}::uuid
    ORDER BY m.number`;
  return { seats: countLines(lines), lines };
}

const countLines = (lines: readonly ElectorLine[]): SeatCount => ({
  all: lines.filter((line) => line.voting).length,
  filled: lines.filter((line) => line.voting && line.holderName !== null).length,
  eligible: lines.filter((line) => line.eligible).length,
});
