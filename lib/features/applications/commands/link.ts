import type { z } from "zod";
import { createOrganization } from "@/lib/features/organizations/commands/create-organization";
import { mustBeEditable } from "@/lib/features/organizations/queries/facts";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { linkInput, linkOutput, stepInput } from "../schema";
import { openStates } from "../types";
import { type Held, holdApplication } from "./move";

type LinkRefusal = "wrong-state" | "credit-code-differs" | "organization-not-active";
type Linked = Result<z.output<typeof linkOutput>, LinkRefusal>;

const isOpen = (held: Held) => openStates.some((state) => state === held.state);

/** Writes down which row of the register the applicant is. */
async function setOrganization(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  link: { organizationId: string; version: number },
): Promise<z.output<typeof linkOutput>> {
  const { count } = await tx.membershipApplication.updateMany({
    where: {
      id: held.id,
      allianceId: scope.alliance.id,
      state: held.state,
      version: link.version,
    },
    data: { organizationId: link.organizationId, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "application.link",
    subjectType: "application",
    subjectId: held.id,
    details: { organizationId: link.organizationId },
  });
  return {
    id: held.id,
    state: held.state,
    version: link.version + 1,
    organizationId: link.organizationId,
  };
}

/**
 * Links an application to an organization that the register has. The codes must agree; a code that the register lacked
 * is filled in, so that the same unit is not entered a second time.
 */
export async function linkOrganization(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof linkInput>,
): Promise<Linked> {
  const held = await holdApplication(tx, scope, input.applicationId);
  if (!isOpen(held)) return refuse("wrong-state");
  const organization =
    (await tx.organization.findUnique({
      where: { id: input.organizationId },
      select: { id: true, creditCode: true, status: true },
    })) ?? notFound();
  if (organization.status !== "active") return refuse("organization-not-active");
  if (organization.creditCode === null) {
    const filled = await fillCreditCode(tx, scope, organization.id, held.creditCode);
    if (!filled) return refuse("credit-code-differs");
  } else if (organization.creditCode !== held.creditCode) {
    return refuse("credit-code-differs");
  }
  return accept(await setOrganization(tx, scope, held, input));
}

/** False when another organization of the register carries the code. */
async function fillCreditCode(
  tx: Tx,
  scope: TenantScope,
  organizationId: string,
  creditCode: string,
): Promise<boolean> {
  // A code is part of the shared profile: a unit of other alliances gets it from them.
  await mustBeEditable(tx, scope, organizationId);
  if ((await tx.organization.count({ where: { creditCode } })) > 0) return false;
  const { count } = await tx.organization.updateMany({
    where: { id: organizationId, creditCode: null },
    data: { creditCode, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "organization.update",
    subjectType: "organization",
    subjectId: organizationId,
    details: { creditCode },
  });
  return true;
}

type Created = Result<
  z.output<typeof linkOutput>,
  "wrong-state" | "duplicate-code" | "duplicate-name"
>;

/** Enters the applicant in the register with what the application says, and links it. */
export async function createFromApplication(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepInput>,
): Promise<Created> {
  const held = await holdApplication(tx, scope, input.applicationId);
  if (!isOpen(held)) return refuse("wrong-state");
  const given = await tx.membershipApplication.findUniqueOrThrow({
    where: { id: held.id },
    select: { organizationName: true, kind: true },
  });
  const created = await createOrganization(tx, scope, {
    creditCode: held.creditCode,
    name: given.organizationName,
    kind: given.kind,
  });
  if (!created.ok) return created;
  const link = { organizationId: created.value.id, version: input.version };
  return accept(await setOrganization(tx, scope, held, link));
}
