import type { RoleHeld } from "@/lib/platform/auth/actor";
import type { Reach } from "@/lib/platform/corridor/permission";
import { reachOf } from "../access/policy";

/** Those who add organizations see the whole register, or they would add one that exists. */
export const seesWholeRegister = (roles: readonly RoleHeld[], allianceId: string | null): boolean =>
  reachOf("organization.create", roles, allianceId)?.whole === true;

/** How much of an organization's inside this reader may see, in one alliance. */
export type InternalView = "none" | "masked" | "full";

export function internalView(reach: Reach | undefined, organizationId: string): InternalView {
  if (reach?.organizationIds.includes(organizationId)) return "full";
  if (!reach?.whole) return "none";
  return reach.masked ? "masked" : "full";
}

export const internalViewIn = (
  roles: readonly RoleHeld[],
  allianceId: string,
  organizationId: string,
): InternalView =>
  internalView(reachOf("organization.read_internal", roles, allianceId), organizationId);
