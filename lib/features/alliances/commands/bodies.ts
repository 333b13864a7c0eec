import type { Tx } from "@/lib/platform/db/transaction";
import { templateBodies } from "../rules/structure-templates";
import type { StructureTemplate } from "../types";

/** Lays the bodies of a template into an alliance that has none; returns how many. */
export async function createBodies(
  tx: Tx,
  allianceId: string,
  template: StructureTemplate,
): Promise<number> {
  const ids = new Map<string, string>();
  for (const [sortOrder, { key, parent, ...body }] of templateBodies(template).entries()) {
    const created = await tx.governanceBody.create({
      data: { ...body, allianceId, sortOrder, parentId: parent ? (ids.get(parent) ?? null) : null },
    });
    ids.set(key, created.id);
  }
  return ids.size;
}
