import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { keepFormerName } from "./names";

/** The old name becomes a former one. One unit, several registers: each of them notes the day. */
export async function rename(
  tx: Tx,
  scope: TenantScope,
  organizationId: string,
  { before, after, from }: { before: string; after: string; from: Day },
): Promise<void> {
  await keepFormerName(tx, organizationId, { before, after }, from);
  await tx.$executeRaw`
    INSERT INTO membership_events (id, alliance_id, membership_id, kind, effective_on, reason, created_by_id)
    SELECT gen_random_uuid(), m.alliance_id, m.id, 'renamed', ${from}::date, ${`${before} → ${after}`},
      ${scope.actor.userId}::uuid
    FROM memberships m WHERE m.organization_id = ${organizationId}::uuid AND EXISTS (
      SELECT 1 FROM membership_periods p WHERE p.membership_id = m.id AND p.valid_from <= ${scope.today}::date
        AND coalesce(p.valid_to, 'infinity') >= ${scope.today}::date)`;
}
