import { reachOf } from "@/lib/features/access/policy";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

/** Classes are for those inside: a visitor reads none. */
export const mayReadClasses = (scope: Pick<TenantScope, "actor" | "alliance">): boolean =>
  reachOf("class.read", scope.actor.roles, scope.alliance.id) !== undefined;

/** The school's own classes; the secretariat's all of them. */
export function mayManage(scope: TenantScope, organizationId: string): boolean {
  if (scope.actor.readOnly) return false;
  const reach = reachOf("class.manage", scope.actor.roles, scope.alliance.id);
  return reach !== undefined && reaches(reach, organizationId);
}

export const mayCreate = (scope: TenantScope): boolean =>
  !scope.actor.readOnly &&
  reachOf("class.manage", scope.actor.roles, scope.alliance.id) !== undefined;
