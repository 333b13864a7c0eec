import type { z } from "zod";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { stageImportInput, stageImportOutput } from "../schema/import";

/** Keeps the rows of a file until somebody has looked at what would become of them. The register is not touched. */
export async function stageImport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stageImportInput>,
): Promise<Result<z.output<typeof stageImportOutput>, never>> {
  const { id } = await tx.registerImport.create({
    data: {
      ...input,
      allianceId: scope.alliance.id,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "import.upload_preview",
    subjectType: "import",
    subjectId: id,
    details: { fileName: input.fileName, sha256: input.sha256, rows: input.rows.length },
  });
  return accept({ id, rows: input.rows.length });
}
