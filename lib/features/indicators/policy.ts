import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

/** Those who keep the sets read drafts too. */
export const maySetUp = (scope: TenantScope): boolean =>
  !scope.actor.readOnly &&
  reachOf("indicator.manage", scope.actor.roles, scope.alliance.id)?.whole === true;
