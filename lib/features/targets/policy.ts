import { reachOf } from "@/lib/features/access/policy";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

const whole = (scope: TenantScope, action: Parameters<typeof reachOf>[0]): boolean =>
  !scope.actor.readOnly && reachOf(action, scope.actor.roles, scope.alliance.id)?.whole === true;

export const maySetTargets = (scope: TenantScope): boolean => whole(scope, "target.set");

/** The alliance's own targets are every member's to read; a member's by those who see the whole, and by that member. */
export function mayReadTargets(scope: TenantScope, organizationId: string | undefined): boolean {
  const reach = reachOf("target.read", scope.actor.roles, scope.alliance.id);
  if (!reach) return false;
  return organizationId === undefined || reaches(reach, organizationId);
}

/** The chair's word; nobody agrees to an own proposal (the database holds it too). */
export const mayDecide = (scope: TenantScope, setById: string): boolean =>
  whole(scope, "target.agree") && setById !== scope.actor.userId;
