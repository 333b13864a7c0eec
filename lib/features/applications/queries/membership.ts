import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";

/** Is the organization with this credit code a member on this day or later? */
export async function isMemberWithCode(
  db: Db,
  allianceId: string,
  creditCode: string,
  day: Day,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM organizations o JOIN memberships m ON m.organization_id = o.id
        JOIN membership_periods p ON p.membership_id = m.id
      WHERE o.credit_code = ${creditCode} AND m.alliance_id = ${allianceId}::uuid
        AND coalesce(p.valid_to, 'infinity') >= ${day}::date) AS found`;
  return rows[0]?.found === true;
}

/** Is this organization a member on this day or later? */
export async function isMemberFrom(
  db: Db,
  allianceId: string,
  organizationId: string,
  day: Day,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
      WHERE m.organization_id = ${organizationId}::uuid AND m.alliance_id = ${allianceId}::uuid
        AND coalesce(p.valid_to, 'infinity') >= ${day}::date) AS found`;
  return rows[0]?.found === true;
}

/** The highest certificate number given so far; 0 for none. */
export async function lastMembershipNumber(db: Db, allianceId: string): Promise<number> {
  const found = await db.membership.aggregate({ where: { allianceId }, _max: { number: true } });
  return found._max.number ?? 0;
}

/** Days of public notice that the rule asks for by which a resolution was taken; older snapshots ask for none. */
export async function noticeDays(
  db: Db,
  scope: TenantScope,
  resolutionId: string,
): Promise<number> {
  const rows = await db.$queryRaw<{ days: number }[]>`
    SELECT coalesce((m.rule_snapshot #>> '{rule,options,publicNoticeDays}')::int, 0) AS days
    FROM resolutions r JOIN motions m ON m.alliance_id = r.alliance_id AND m.id = r.motion_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.id = ${resolutionId}::uuid`;
  return rows[0]?.days ?? 0;
}
