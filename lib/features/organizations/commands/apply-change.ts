import type { Day } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { touchedAlliances } from "../queries/registers";
import { stillHolds } from "../rules/changes";
import type { ChangedFields } from "../schema/changes";
import { type OrganizationKind, organizationKinds } from "../types";
import { duplicateOf } from "./create-organization";
import { noteEverywhere } from "./everywhere";
import { refreshSearchText } from "./names";
import { ensureProfile } from "./profiles";
import { rename } from "./rename";

type Agreed = {
  id: string;
  organizationId: string;
  fields: ChangedFields;
  renamedOn: Day | null;
};

const isKind = (text: string): text is OrganizationKind =>
  organizationKinds.some((kind) => kind === text);

async function lockOrganization(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM organizations WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.organization.findUniqueOrThrow({ where: { id } });
}

/** Writes what was agreed on, in one step for all registers; "stale" where the profile is no longer what it was. */
export async function applyChange(
  tx: Tx,
  scope: TenantScope,
  { id, organizationId, fields, renamedOn }: Agreed,
): Promise<Result<"applied" | "stale", "duplicate-code">> {
  const now = await lockOrganization(tx, organizationId);
  if (now.status === "merged" || !stillHolds(fields, now)) return accept("stale");
  const name = fields.name?.[1];
  const kind = fields.kind?.[1];
  const creditCode = fields.creditCode?.[1];
  const duplicate = await duplicateOf(tx, creditCode, organizationId);
  if (duplicate) return duplicate;
  await tx.organization.update({
    where: { id: organizationId },
    data: {
      ...(name && { name }),
      ...(kind && isKind(kind) && { kind }),
      ...(creditCode && { creditCode }),
      version: { increment: 1 },
    },
  });
  if (name) {
    await rename(tx, scope, organizationId, {
      before: now.name,
      after: name,
      from: renamedOn ?? scope.today,
    });
    await refreshSearchText(tx, organizationId);
  }
  if (kind && isKind(kind)) await ensureProfile(tx, organizationId, kind);
  await noteEverywhere(tx, scope, await touchedAlliances(tx, [organizationId]), {
    action: "organization.update",
    subjectType: "organization",
    subjectId: organizationId,
    details: { change: id, ...fields },
  });
  return accept("applied");
}
