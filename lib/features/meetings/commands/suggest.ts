import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";

/**
 * Suggests to step back where the organization of a seat is a party of an item (the applicant, a project's party, the
 * proposer, whom the effect is about), or where the register of interests ties the seat or its person to a party. What
 * was answered already stays as it was answered.
 */
export const suggestConflicts = (
  tx: Tx,
  scope: TenantScope,
  meetingId: string,
): Promise<number> => tx.$executeRaw`
  WITH parties AS (
    SELECT i.id AS item_id, a.organization_id, 'party' AS source
    FROM agenda_items i JOIN membership_applications a ON a.id = i.application_id AND a.alliance_id = i.alliance_id
    WHERE i.meeting_id = ${meetingId}::uuid
    UNION
    SELECT i.id, y.organization_id, 'project'
    FROM agenda_items i JOIN project_parties y ON y.project_id = i.project_id AND y.alliance_id = i.alliance_id
    WHERE i.meeting_id = ${meetingId}::uuid
    UNION
    SELECT i.id, p.organization_id, 'proposer'
    FROM agenda_items i JOIN agenda_proposals p ON p.item_id = i.id AND p.alliance_id = i.alliance_id
    WHERE i.meeting_id = ${meetingId}::uuid
    UNION
    SELECT i.id, m.organization_id, 'effect'
    FROM agenda_items i
    LEFT JOIN seat_holdings h ON h.alliance_id = i.alliance_id AND h.id::text = i.effect ->> 'holdingId'
    JOIN memberships m ON m.alliance_id = i.alliance_id
      AND (m.id::text = i.effect ->> 'membershipId' OR m.id = h.membership_id)
    WHERE i.meeting_id = ${meetingId}::uuid
  ), hits AS (
    SELECT p.item_id, s.seat_id, p.source, NULL::uuid AS interest_id
    FROM parties p JOIN meeting_seats s ON s.meeting_id = ${meetingId}::uuid AND s.organization_id = p.organization_id
    UNION ALL
    SELECT p.item_id, s.seat_id, 'register', n.id
    FROM parties p
    JOIN interests n ON n.alliance_id = ${scope.alliance.id}::uuid AND n.counterpart_id = p.organization_id
      AND ${scope.today}::date BETWEEN n.valid_from AND coalesce(n.valid_to, 'infinity')
    JOIN meeting_seats s ON s.meeting_id = ${meetingId}::uuid
      AND (s.organization_id = n.organization_id OR s.person_id = n.person_id)
    WHERE p.source <> 'proposer'
    UNION ALL
    SELECT i.id, s.seat_id, 'effect', NULL
    FROM agenda_items i JOIN meeting_seats s ON s.meeting_id = i.meeting_id AND s.person_id::text = i.effect ->> 'personId'
    WHERE i.meeting_id = ${meetingId}::uuid
  )
  INSERT INTO recusals (id, alliance_id, item_id, seat_id, state, source, interest_id, state_since)
  SELECT DISTINCT ON (h.item_id, h.seat_id) gen_random_uuid(), ${scope.alliance.id}::uuid, h.item_id, h.seat_id,
    'suggested', h.source, h.interest_id, clock_timestamp()
  FROM hits h JOIN agenda_items i ON i.id = h.item_id AND i.state IN ('planned', 'open')
  WHERE h.seat_id IS NOT NULL
  ORDER BY h.item_id, h.seat_id, h.source, h.interest_id
  ON CONFLICT (item_id, seat_id) DO NOTHING`;
