import type { Role, RoleHeld } from "@/lib/platform/auth/actor";

const platformWide: readonly Role[] = ["platform_admin"];

/** Roles whose rights are those of "own organization": without one they could do nothing. */
const ofOrganization: readonly Role[] = ["school_leader", "reporter", "enterprise_contact"];

export type RoleFault = "role-is-platform-wide" | "role-needs-alliance" | "role-needs-organization";

/** Does a role have the place that it needs? */
export function faultOfRole(
  role: Role,
  at: { alliance: boolean; organization: boolean },
): RoleFault | undefined {
  if (platformWide.includes(role))
    return at.alliance || at.organization ? "role-is-platform-wide" : undefined;
  if (!at.alliance) return "role-needs-alliance";
  return ofOrganization.includes(role) && !at.organization ? "role-needs-organization" : undefined;
}

/** "wang.xm@svu.example" → "w•••@svu.example": enough to tell people apart, too little to write to them. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? "•••" : `${email.slice(0, 1)}•••${email.slice(at)}`;
}

/** What the people of an organization may hand on: a right of their own organization, and never more than their own. */
const handedOn: Partial<Record<Role, readonly Role[]>> = {
  school_leader: ["reporter"],
  enterprise_contact: ["enterprise_contact"],
};

/**
 * May somebody whose right reaches over some organizations only give or take this right there?
 * @param held the roles they hold in the alliance
 */
export const mayHandOn = (
  held: readonly RoleHeld[],
  given: { role: Role; organizationId: string | null },
): boolean =>
  given.organizationId !== null &&
  held.some(
    (own) =>
      own.organizationId === given.organizationId && handedOn[own.role]?.includes(given.role),
  );
