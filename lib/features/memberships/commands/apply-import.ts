import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { lockRegister } from "../../organizations/commands/names";
import { stagedRows } from "../queries/get-import";
import { fingerprintOf, planImport } from "../queries/import-plan";
import { countsOf } from "../rules/import-plan";
import type { applyImportInput, applyImportOutput } from "../schema/import";
import { openMemberships, writeOrganizations } from "./import-rows";

export const applyImportRefusals = [
  "import-applied",
  "import-changed",
  "import-has-faults",
] as const;
type Refusal = (typeof applyImportRefusals)[number];

type Held = { id: string; fileName: string; sha256: string; rows: unknown; state: string };

async function holdImport(tx: Tx, scope: TenantScope, id: string): Promise<Held> {
  const rows = await tx.$queryRaw<Held[]>`
    SELECT id, file_name AS "fileName", sha256, rows, state::text AS state FROM register_imports
    WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return rows[0] ?? notFound();
}

/**
 * Writes all rows of a staged file, or none (I-20). The outcome is worked out again while nobody else may add to the
 * register; where it is not the one that was looked at, nothing is written.
 */
export async function applyImport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof applyImportInput>,
): Promise<Result<z.output<typeof applyImportOutput>, Refusal>> {
  const held = await holdImport(tx, scope, input.importId);
  if (held.state === "applied") return refuse("import-applied");
  await lockRegister(tx);
  const plan = await planImport(tx, scope, stagedRows(held.rows));
  if (fingerprintOf(plan) !== input.fingerprint) return refuse("import-changed");
  const counts = countsOf(plan);
  if (counts.fault > 0) return refuse("import-has-faults", { count: counts.fault });
  const created = await writeOrganizations(tx, scope, plan, held.id);
  await openMemberships(tx, scope, plan, created, held);
  await tx.registerImport.update({
    where: { id: held.id },
    data: {
      state: "applied",
      rows: [],
      outcome: counts,
      appliedAt: scope.now,
      appliedById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "import.commit",
    subjectType: "import",
    subjectId: held.id,
    details: { fileName: held.fileName, sha256: held.sha256, ...counts },
  });
  return accept({ id: held.id, ...counts });
}
