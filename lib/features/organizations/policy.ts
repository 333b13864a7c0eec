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

/** Alliances in which the reader holds a role; undefined: a role of the platform, which reaches all of them. */
export const ownAlliances = (roles: readonly RoleHeld[]): string[] | undefined =>
  roles.some(({ allianceId }) => allianceId === null)
    ? undefined
    : roles.flatMap(({ allianceId }) => (allianceId ? [allianceId] : []));
