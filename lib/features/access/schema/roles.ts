import { z } from "zod";
import { day, email, id, line, optional } from "@/lib/kernel/fields";
import { pageOf, pagingShape } from "@/lib/kernel/paging";
import { governanceRoles, memberRoles } from "../types";
import { roleName } from "./accounts";

const reason = () => line(500);
const place = z.object({ slug: z.string(), name: z.string() });
const organization = z.object({ id: z.string(), name: z.string() });

export const grantRoleInput = z.strictObject({
  email: email(),
  role: z.enum(memberRoles, { error: "required" }),
  organizationId: optional(id()),
  validTo: optional(day()),
});

/** `userId` in place of the e-mail: for the platform administrator, who sees addresses masked. */
export const proposeRoleInput = z
  .strictObject({
    email: optional(email()),
    userId: optional(id()),
    role: z.enum(governanceRoles, { error: "required" }),
    organizationId: optional(id()),
    validTo: optional(day()),
    reason: reason(),
  })
  .refine(({ email: by, userId }) => Boolean(by) !== Boolean(userId), {
    path: ["email"],
    message: "required",
  });

export const proposeAdministratorInput = z.strictObject({ id: id(), reason: reason() });
export const decideProposalInput = z.strictObject({ id: id() });
export const rejectProposalInput = z.strictObject({ id: id(), reason: reason() });
export const endRoleInput = z.strictObject({ id: id(), reason: reason() });
export const disableUserInput = z.strictObject({ id: id(), reason: reason() });

const proposal = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  role: roleName(),
  alliance: place.nullable(),
  organization: organization.nullable(),
  validTo: z.string().nullable(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  /** The caller may agree: is neither the one who proposed nor the one who is meant. */
  mayApprove: z.boolean(),
  mayReject: z.boolean(),
});
export const proposalsOutput = z.object({ items: z.array(proposal) });

const grant = z.object({
  id: z.string(),
  role: roleName(),
  organization: organization.nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  grantedBy: z.string().nullable(),
});

export const rolesInput = z.strictObject({
  ...pagingShape,
  q: optional(z.string().trim().max(100, "too-long")),
  role: optional(roleName()),
});
/** The rights that hold in one alliance. */
export const rolesOutput = pageOf(
  grant.extend({ name: z.string(), email: z.string(), own: z.boolean() }),
);

export const userOutput = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  disabledAt: z.iso.datetime().nullable(),
  own: z.boolean(),
  grants: z.array(grant.extend({ alliance: place.nullable(), holds: z.boolean() })),
  proposals: z.array(proposal),
});
