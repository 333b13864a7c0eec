import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import type { ExitItem, ExitView, exitInput } from "../schema/life";

/** What a member leaves open: projects, promised money, reports owed, shared equipment; seats, which end by themselves. */
export const exitItems = (db: Db, allianceId: string, membershipId: string) => db.$queryRaw<
  ExitItem[]
>`
  WITH member AS (SELECT id, organization_id FROM memberships
    WHERE alliance_id = ${allianceId}::uuid AND id = ${membershipId}::uuid)
  SELECT 'project' AS kind, p.id, p.title, NULL AS amount, true AS blocking
  FROM member m JOIN project_parties y ON y.organization_id = m.organization_id AND y.alliance_id = ${allianceId}::uuid AND y.state <> 'declined'
  JOIN projects p ON p.id = y.project_id
  WHERE p.state NOT IN ('draft', 'rejected', 'withdrawn', 'terminated', 'failed', 'closed', 'archived', 'follow_up')
  UNION ALL
  SELECT 'money', c.id, p.title, (c.amount - coalesce(r.booked, 0))::text, true
  FROM member m JOIN fund_commitments c ON c.organization_id = m.organization_id AND c.alliance_id = ${allianceId}::uuid AND c.state = 'confirmed'
  JOIN projects p ON p.id = c.project_id
  LEFT JOIN LATERAL (SELECT sum(x.amount) AS booked FROM fund_entries x
    WHERE x.commitment_id = c.id AND x.state = 'posted') r ON true
  WHERE c.amount > coalesce(r.booked, 0)
  UNION ALL
  SELECT 'report', o.id, o.title, NULL, true
  FROM member m JOIN outcome_records o ON o.organization_id = m.organization_id AND o.alliance_id = ${allianceId}::uuid AND o.state = 'returned'
  UNION ALL
  SELECT 'equipment', f.id, f.name, NULL, true
  FROM member m JOIN platforms f ON f.host_id = m.organization_id AND f.alliance_id = ${allianceId}::uuid AND f.shared
  UNION ALL
  SELECT 'seat', h.id, concat(b.name, ' · ', s.number), NULL, false
  FROM member m JOIN seat_holdings h ON h.membership_id = m.id AND coalesce(h.valid_to, 'infinity') >= current_date
  JOIN seats s ON s.id = h.seat_id JOIN governance_bodies b ON b.id = s.body_id
  ORDER BY 5 DESC, 1, 3, 2`;

type MembershipRow = ExitView["membership"];

/** The member as the register shows it today. */
async function memberRow(db: Db, scope: TenantScope, membershipId: string): Promise<MembershipRow> {
  const rows = await db.$queryRaw<MembershipRow[]>`
    SELECT m.id, m.number, m.organization_id AS "organizationId", o.name,
      (SELECT min(p.valid_from) FROM membership_periods p WHERE p.membership_id = m.id)::text AS since,
      CASE WHEN bool_or(p.valid_to IS NULL) THEN NULL ELSE max(p.valid_to) END::text AS until,
      CASE WHEN min(p.valid_from) > ${scope.today}::date THEN 'pending'
        WHEN NOT bool_or(${scope.today}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')) THEN 'ended'
        WHEN EXISTS (SELECT 1 FROM membership_suspensions s WHERE s.membership_id = m.id
          AND ${scope.today}::date BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity')) THEN 'suspended'
        WHEN EXISTS (SELECT 1 FROM membership_exits x WHERE x.membership_id = m.id AND x.state <> 'revoked') THEN 'notice'
        ELSE 'active' END AS status
    FROM memberships m JOIN organizations o ON o.id = m.organization_id JOIN membership_periods p ON p.membership_id = m.id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.id = ${membershipId}::uuid
    GROUP BY m.id, o.id`;
  return rows[0] ?? notFound();
}

const latestExit = (db: Db, scope: TenantScope, membershipId: string) => db.$queryRaw<
  NonNullable<ExitView["exit"]>[]
>`
  SELECT id, state::text AS state, noticed_on::text AS "noticedOn", last_day::text AS "lastDay", reason,
    letter_file_id AS "letterFileId", override_resolution_id IS NOT NULL AS overridden, version,
    given_by_id IS NOT DISTINCT FROM ${scope.actor.personId}::uuid AS own
  FROM membership_exits WHERE alliance_id = ${scope.alliance.id}::uuid AND membership_id = ${membershipId}::uuid
  ORDER BY created_at DESC, id DESC LIMIT 1`;

const correctionsOf = (db: Db, scope: TenantScope, membershipId: string) => db.$queryRaw<
  (NonNullable<ExitView["correction"]> & { state: string; at: string })[]
>`
  SELECT id, old_from::text AS "oldFrom", new_from::text AS "newFrom", reason, version, state::text AS state,
    coalesce(decided_at, created_at)::date::text AS at, proposed_by_id IS NOT DISTINCT FROM ${scope.actor.personId}::uuid AS own
  FROM membership_corrections WHERE alliance_id = ${scope.alliance.id}::uuid AND membership_id = ${membershipId}::uuid
  ORDER BY created_at, id`;

/** The end of a membership before it ends: the notice, what is still open, and corrections of its beginning. */
export async function readExit(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof exitInput>,
): Promise<ExitView> {
  const membership = await memberRow(db, scope, input.membershipId);
  if (!reaches(scope.reach, membership.organizationId)) return forbidden();
  const [exit] = await latestExit(db, scope, membership.id);
  const corrections = await correctionsOf(db, scope, membership.id);
  const can = (action: Parameters<typeof reachOf>[0]) => {
    const reach = reachOf(action, scope.actor.roles, scope.alliance.id);
    return reach !== undefined && reaches(reach, membership.organizationId);
  };
  return {
    membership,
    today: scope.today,
    exit: exit ?? null,
    items: await exitItems(db, scope.alliance.id, membership.id),
    correction: corrections.find(({ state }) => state === "proposed") ?? null,
    corrections: corrections.filter(({ state }) => state === "confirmed"),
    may: {
      give: can("membership.withdraw"),
      record: can("membership.record_notice"),
      end: can("membership.terminate"),
      correct: can("membership.correct"),
    },
  };
}
