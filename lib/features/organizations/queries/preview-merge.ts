import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { previewMergeInput, previewMergeOutput } from "../schema/organizations";

type Preview = z.input<typeof previewMergeOutput>;

/** What hangs on the duplicate, counted; with an alliance only what a reader of that alliance may know of. */
export async function countMoves(
  db: Db,
  absorbedId: string,
  allianceId: string | null,
): Promise<Preview["moves"]> {
  const rows = await db.$queryRaw<Preview["moves"]>`
    WITH x AS (SELECT ${absorbedId}::uuid AS id, ${allianceId}::uuid AS alliance)
    SELECT what, count::int FROM (
      SELECT 1 AS place, 'memberships' AS what, count(*) FROM memberships t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 2, 'names', count(*) FROM organization_names t, x WHERE t.organization_id = x.id
      UNION ALL SELECT 3, 'tags', count(*) FROM enterprise_tags t, x WHERE t.organization_id = x.id
      UNION ALL SELECT 4, 'chain', count(*) FROM organization_chain_nodes t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 5, 'profile', (SELECT count(*) FROM enterprises t, x WHERE t.organization_id = x.id)
        + (SELECT count(*) FROM member_institutions t, x WHERE t.organization_id = x.id)
        + (SELECT count(*) FROM industrial_parks t, x WHERE t.organization_id = x.id)
      UNION ALL SELECT 6, 'roles', count(*) FROM role_grants t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 7, 'applications', count(*) FROM membership_applications t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 8, 'bodies', count(*) FROM governance_bodies t, x WHERE t.host_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 9, 'alliances', count(*) FROM alliances t, x WHERE t.base_park_id = x.id AND coalesce(t.id = x.alliance, true)
      UNION ALL SELECT 10, 'platforms', count(*) FROM platforms t, x WHERE t.host_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 11, 'powers', count(*) FROM delegated_powers t, x WHERE t.grantor_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 12, 'entities', count(*) FROM operating_entities t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 13, 'shares', count(*) FROM entity_shares t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 14, 'offerings', count(*) FROM programme_offerings t, x WHERE t.organization_id = x.id
      UNION ALL SELECT 15, 'projects', count(*) FROM projects t, x WHERE t.lead_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 16, 'parties', count(*) FROM project_parties t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 17, 'commitments', count(*) FROM fund_commitments t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 18, 'receipts', count(*) FROM fund_entries t, x WHERE x.id IN (t.organization_id, t.payee_organization_id) AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 19, 'specialFunds', count(*) FROM fund_programmes t, x WHERE t.government_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 20, 'agreements', count(*) FROM agreement_parties t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 21, 'platformParties', count(*) FROM platform_parties t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 22, 'collegeParties', count(*) FROM college_parties t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 23, 'pairings', count(*) FROM park_pairings t, x WHERE x.id IN (t.school_id, t.park_id) AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 24, 'placements', count(*) FROM placements t, x WHERE x.id IN (t.school_id, t.host_id) AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 25, 'calls', count(*) FROM calls t, x WHERE t.poster_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 26, 'livingLists', count(*) FROM living_list_items t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 27, 'outcomes', count(*) FROM outcome_records t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 28, 'metrics', count(*) FROM metric_values t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 29, 'children', count(*) FROM organizations t, x WHERE t.parent_id = x.id
      UNION ALL SELECT 30, 'sponsored', count(*) FROM organizations t, x WHERE t.sponsor_id = x.id
      UNION ALL SELECT 31, 'absorbed', count(*) FROM organizations t, x WHERE t.merged_into_id = x.id
      UNION ALL SELECT 32, 'changes', count(*) FROM organization_changes t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 33, 'tasks', count(*) FROM tasks t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 34, 'proposals', count(*) FROM agenda_proposals t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 35, 'interests', count(*) FROM interests t, x WHERE x.id IN (t.organization_id, t.counterpart_id) AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 36, 'sittings', count(*) FROM meeting_seats t, x WHERE t.organization_id = x.id AND t.frozen_at IS NULL AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 37, 'targets', count(*) FROM metric_targets t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 38, 'bookings', count(*) FROM equipment_bookings t, x WHERE t.organization_id = x.id AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 39, 'certificates', count(*) FROM benefit_certificates t, x WHERE x.id IN (t.enterprise_id, t.claimant_id) AND coalesce(t.alliance_id = x.alliance, true)
      UNION ALL SELECT 40, 'trainings', count(*) FROM training_batches t, x WHERE x.id IN (t.organization_id, t.partner_id) AND coalesce(t.alliance_id = x.alliance, true)
    ) counted ORDER BY place`;
  return rows.filter(({ count }) => count > 0);
}

/** Alliances in which both rows are members today. */
export async function sharedAlliances(
  db: Db,
  ids: { survivorId: string; absorbedId: string },
  today: string,
  allianceId: string | null,
): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT a.id, a.name FROM alliances a
    WHERE (${allianceId}::uuid IS NULL OR a.id = ${allianceId}::uuid) AND 2 = (
      SELECT count(DISTINCT m.organization_id) FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
      WHERE m.alliance_id = a.id AND m.organization_id IN (${ids.survivorId}::uuid, ${ids.absorbedId}::uuid)
        AND coalesce(p.valid_to, 'infinity') >= ${today}::date)
    ORDER BY a.name`;
}

const side = { id: true, name: true, kind: true, creditCode: true, version: true } as const;

export async function readPreview(
  db: Db,
  ids: { survivorId: string; absorbedId: string },
  today: string,
  allianceId: string | null,
): Promise<Preview> {
  const [survivor, absorbed] = await Promise.all([
    db.organization.findUnique({ where: { id: ids.survivorId }, select: side }),
    db.organization.findUnique({ where: { id: ids.absorbedId }, select: side }),
  ]);
  if (!survivor || !absorbed) return notFound();
  const shared = await sharedAlliances(db, ids, today, allianceId);
  return {
    survivor,
    absorbed,
    moves: await countMoves(db, ids.absorbedId, allianceId),
    sharedAlliances: shared.map(({ name }) => name),
  };
}

export const previewMerge = (
  db: Db,
  scope: TenantScope,
  input: z.output<typeof previewMergeInput>,
): Promise<Preview> => readPreview(db, input, scope.today, scope.alliance.id);
