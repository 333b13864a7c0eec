import type { RoleHeld } from "../auth/actor";

/**
 * How far a right reaches, for one caller in one alliance.
 * Cells of the permission table (security.md 2) become this: y, u, 2 → whole; m → whole, personal data masked;
 * o → own organizations; s → own seat or record; a → where named; p → published, public fields.
 */
export type Reach = {
  whole: boolean;
  masked: boolean;
  organizationIds: readonly string[];
  self: boolean;
  assigned: boolean;
  published: boolean;
};

export type Permission = {
  action: string;
  /** Undefined: no right at all. */
  reachOf: (roles: readonly RoleHeld[], allianceId: string | null) => Reach | undefined;
};

/** May the caller act for this organization's records? */
export const reaches = (reach: Reach, organizationId: string | null): boolean =>
  reach.whole || (organizationId !== null && reach.organizationIds.includes(organizationId));
