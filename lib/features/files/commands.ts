import type { z } from "zod";
import { accept } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { registerFileSchema } from "./schema";

/** Notes a file whose bytes are already stored; the bytes come first, so no row is without its file (I-29). */
export async function registerFile(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof registerFileSchema>,
) {
  const file = await tx.storedFile.create({
    data: { ...input, allianceId: scope.alliance.id, uploadedById: scope.actor.userId },
  });
  await scope.audit({
    action: "file.upload",
    subjectType: "file",
    subjectId: file.id,
    details: { sha256: file.sha256, size: file.size },
  });
  return accept(file);
}
