import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { listInput, listOutput, Subscription } from "../schema";

export async function listSubscriptions(
  db: Db,
  scope: TenantScope,
  _input: z.output<typeof listInput>,
): Promise<z.input<typeof listOutput>> {
  const items = await db.$queryRaw<Subscription[]>`
    SELECT s.id, s.rhythm::text AS rhythm, s.filters, s.next_on::text AS "nextOn", s.sent_on::text AS "sentOn",
      (SELECT o.name FROM organizations o WHERE o.id = (s.filters ->> 'organization')::uuid) AS organization
    FROM dashboard_subscriptions s
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.user_id = ${scope.actor.userId}::uuid AND s.ended_at IS NULL
    ORDER BY s.created_at, s.id`;
  return { items };
}
