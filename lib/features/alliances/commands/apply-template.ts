import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { applyTemplateInput } from "../schema/alliances";
import { createBodies } from "./bodies";

/** Lays a structure into an alliance without bodies. The row of the alliance is locked: two at once make one tree. */
export async function applyTemplate(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof applyTemplateInput>,
): Promise<Result<{ bodies: number }, "structure-exists">> {
  await tx.$queryRaw`SELECT id FROM alliances WHERE id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const existing = await tx.governanceBody.count({ where: { allianceId: scope.alliance.id } });
  if (existing > 0) return refuse("structure-exists", { count: existing });
  const bodies = await createBodies(tx, scope.alliance.id, input.structureTemplate);
  await tx.alliance.update({
    where: { id: scope.alliance.id },
    data: { structureTemplate: input.structureTemplate, version: { increment: 1 } },
  });
  await scope.audit({
    action: "alliance.update_profile",
    subjectType: "alliance",
    subjectId: scope.alliance.id,
    details: { template: input.structureTemplate, bodies },
  });
  return accept({ bodies });
}
