import { reachOf } from "@/lib/features/access/policy";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

const reach = (scope: TenantScope) =>
  scope.actor.readOnly
    ? undefined
    : reachOf("programme.manage", scope.actor.roles, scope.alliance.id);

/** The school's own offerings, groups and pathways; the secretariat's all of them. */
export function mayManage(scope: TenantScope, organizationId: string): boolean {
  const held = reach(scope);
  return held !== undefined && reaches(held, organizationId);
}

/** For whom the reader may enter something; "all" for the secretariat. */
export function managedBy(scope: TenantScope): "all" | readonly string[] {
  const held = reach(scope);
  if (!held) return [];
  return held.whole ? "all" : held.organizationIds;
}
