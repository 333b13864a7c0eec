import type { Day } from "@/lib/kernel/dates";
import type { Db } from "@/lib/platform/db/transaction";

/**
 * Alliances that have a say in an organization's key fields: it is a member there today or later. A frozen one can say
 * nothing, and would hold up the others for good.
 */
export async function registersOf(db: Db, organizationId: string, today: Day): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a.id FROM memberships m JOIN alliances a ON a.id = m.alliance_id
    JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
    WHERE m.organization_id = ${organizationId}::uuid AND coalesce(p.valid_to, 'infinity') >= ${today}::date
      AND a.status NOT IN ('suspended', 'dissolved') ORDER BY a.id`;
  return rows.map(({ id }) => id);
}

/** Every alliance in whose records one of these organizations stands, now or formerly: each keeps its own chain. */
export async function touchedAlliances(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH o AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT alliance_id AS id FROM memberships WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM membership_applications WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM role_grants WHERE organization_id IN (SELECT id FROM o) AND alliance_id IS NOT NULL
    UNION SELECT alliance_id FROM governance_bodies WHERE host_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM platforms WHERE host_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM delegated_powers WHERE grantor_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM agreement_parties WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM platform_parties WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM college_parties WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM park_pairings WHERE school_id IN (SELECT id FROM o) OR park_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM placements WHERE school_id IN (SELECT id FROM o) OR host_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM equipment_bookings WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM benefit_certificates WHERE enterprise_id IN (SELECT id FROM o) OR claimant_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM project_parties WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM outcome_records WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM training_batches WHERE partner_id IN (SELECT id FROM o)
    UNION SELECT alliance_id FROM outcome_shares WHERE organization_id IN (SELECT id FROM o)
    UNION SELECT id FROM alliances WHERE base_park_id IN (SELECT id FROM o)`;
  return rows.map(({ id }) => id);
}
