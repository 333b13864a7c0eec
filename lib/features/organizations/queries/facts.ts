import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";

/**
 * Stops unless the caller may change this organization here: it is a member of this alliance today or later, or of none
 * at all yet. Other alliances' organizations are known to a secretariat, but not its to change; an application says
 * nothing, because anybody may send one in another unit's name (A-05).
 */
export async function mustBeEditable(
  db: Db,
  scope: TenantScope,
  organizationId: string,
): Promise<void> {
  if (!reaches(scope.reach, organizationId)) return notFound();
  const rows = await db.$queryRaw<{ here: boolean; elsewhere: boolean }[]>`
    SELECT
      EXISTS (SELECT 1 FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
        WHERE m.organization_id = o.id AND m.alliance_id = ${scope.alliance.id}::uuid
          AND coalesce(p.valid_to, 'infinity') >= ${scope.today}::date) AS here,
      EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = o.id
        AND m.alliance_id <> ${scope.alliance.id}::uuid) AS elsewhere
    FROM organizations o WHERE o.id = ${organizationId}::uuid`;
  const facts = rows[0];
  if (!facts) return notFound();
  if (!facts.here && facts.elsewhere) return forbidden();
}
