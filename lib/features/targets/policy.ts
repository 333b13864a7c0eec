import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

const whole = (scope: TenantScope, action: Parameters<typeof reachOf>[0]): boolean =>
  !scope.actor.readOnly && reachOf(action, scope.actor.roles, scope.alliance.id)?.whole === true;

export const maySetTargets = (scope: TenantScope): boolean => whole(scope, "target.set");

/** The chair's word; nobody agrees to an own proposal (the database holds it too). */
export const mayDecide = (scope: TenantScope, setById: string): boolean =>
  whole(scope, "target.agree") && setById !== scope.actor.userId;
