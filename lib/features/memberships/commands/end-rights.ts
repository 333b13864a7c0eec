import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";

type Leaving = { personId: string; membershipId: string; organizationId: string; lastDay: Day };

/**
 * The account of a person who no longer speaks for a member loses the organization's rights with the same day
 * (behaviour 4.1), unless the person goes on for it in another capacity.
 * @returns how many rights ended
 */
export function endRights(tx: Tx, scope: TenantScope, leaving: Leaving): Promise<number> {
  const { personId, membershipId, organizationId, lastDay } = leaving;
  return tx.$executeRaw`
    UPDATE role_grants g SET valid_to = ${lastDay}::date
    FROM users u WHERE u.id = g.user_id AND u.person_id = ${personId}::uuid
      AND g.alliance_id = ${scope.alliance.id}::uuid AND g.organization_id = ${organizationId}::uuid
      AND g.valid_from <= ${lastDay}::date AND coalesce(g.valid_to, 'infinity') > ${lastDay}::date
      AND NOT EXISTS (SELECT 1 FROM representatives r
        WHERE r.membership_id = ${membershipId}::uuid AND r.person_id = ${personId}::uuid
          AND coalesce(r.valid_to, 'infinity') > ${lastDay}::date)`;
}
