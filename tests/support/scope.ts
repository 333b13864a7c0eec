import { type Day, dayIn, homeZone } from "@/lib/kernel/dates";
import { recordAudit } from "@/lib/platform/audit";
import type { Actor } from "@/lib/platform/auth/actor";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";

type Alliance = { id: string; slug: string; name: string };

/** The scope that the corridor would make for this person; `today` where a test stands on another day. */
export function scopeOf(
  tx: Tx,
  alliance: Alliance,
  actor: Actor,
  { today }: { today?: Day } = {},
): TenantScope {
  const now = new Date();
  return {
    actor,
    reach: {
      whole: true,
      masked: false,
      organizationIds: [],
      self: false,
      assigned: false,
      published: true,
    },
    now,
    today: today ?? dayIn(now, homeZone),
    alliance: { ...alliance, timeZone: homeZone, status: "operating", published: true },
    requestId: "test",
    audit: (event) =>
      recordAudit(tx, { chain: alliance.id, actorId: actor.userId, requestId: "test" }, event),
  };
}
