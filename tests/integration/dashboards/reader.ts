import { reachOf } from "@/lib/features/access/policy";
import { dayIn } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import type { Tenant, TenantScope } from "@/lib/platform/corridor/use-case";

/** The scope that the corridor makes for a dashboard of this reader. */
export function readerOf(alliance: Tenant, actor: Actor): TenantScope {
  const reach = reachOf("fund.read_summary", actor.roles, alliance.id);
  if (!reach) throw new Error("everybody reads a dashboard");
  const now = new Date();
  return {
    actor,
    alliance,
    reach,
    now,
    today: dayIn(now, alliance.timeZone),
    requestId: "test",
    audit: () => Promise.resolve(),
  };
}
