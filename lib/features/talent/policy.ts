import { type Action, reachOf } from "@/lib/features/access/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

const reachFor = (scope: TenantScope, action: Action): Reach | undefined =>
  scope.actor.readOnly ? undefined : reachOf(action, scope.actor.roles, scope.alliance.id);

/** May the caller act by this right for this organization? */
export function mayFor(scope: TenantScope, action: Action, organizationId: string): boolean {
  const reach = reachFor(scope, action);
  return reach !== undefined && reaches(reach, organizationId);
}

/** May the caller act by this right for the alliance as a whole? */
export const mayWhole = (scope: TenantScope, action: Action): boolean =>
  reachFor(scope, action)?.whole === true;

/** Has the caller this right in the alliance at all? */
export const mayAtAll = (scope: TenantScope, action: Action): boolean =>
  reachFor(scope, action) !== undefined;
