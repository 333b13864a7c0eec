import { type Action, reachOf } from "@/lib/features/access/policy";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

export function mayFor(scope: TenantScope, action: Action, organizationId: string): boolean {
  if (scope.actor.readOnly) return false;
  const reach = reachOf(action, scope.actor.roles, scope.alliance.id);
  return reach !== undefined && reaches(reach, organizationId);
}

export const mayWhole = (scope: TenantScope, action: Action): boolean =>
  !scope.actor.readOnly && reachOf(action, scope.actor.roles, scope.alliance.id)?.whole === true;

type Facts = { organizationId: string; submittedById: string | null };

/** Whoever handed it in, or belongs to the organization, judges nothing of it. */
export const isIndependent = (scope: TenantScope, facts: Facts): boolean =>
  facts.submittedById !== scope.actor.userId &&
  !scope.actor.roles.some((held) => held.organizationId === facts.organizationId);
