import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { countsOf } from "../rules/import-plan";
import {
  type getImportInput,
  type getImportOutput,
  type ImportCells,
  importCells,
  importCounts,
} from "../schema/import";
import { fingerprintOf, planImport } from "./import-plan";

type Row = {
  id: string;
  fileName: string;
  rows: unknown;
  createdAt: Date;
  createdBy: string | null;
  appliedAt: Date | null;
  outcome: unknown;
};

/** Rows as they were staged; what is stored was parsed on its way in. */
export const stagedRows = (rows: unknown): ImportCells[] => importCells.array().parse(rows);

async function findImport(db: Db, scope: TenantScope, id: string): Promise<Row> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id, i.file_name AS "fileName", i.rows, i.created_at AS "createdAt", y.name AS "createdBy",
      i.applied_at AS "appliedAt", i.outcome
    FROM register_imports i LEFT JOIN users u ON u.id = i.created_by_id LEFT JOIN people y ON y.id = u.person_id
    WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.id = ${id}::uuid`;
  return rows[0] ?? notFound();
}

/** A staged file with what would become of each row, as of now; an applied one with what was done. */
export async function getImport(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getImportInput>,
): Promise<z.input<typeof getImportOutput>> {
  const { page, pageSize } = input;
  const found = await findImport(db, scope, input.importId);
  const plan = await planImport(db, scope, stagedRows(found.rows));
  const shown = plan.filter(({ outcome }) => !input.outcome || outcome === input.outcome);
  return {
    id: found.id,
    fileName: found.fileName,
    createdAt: found.createdAt.toISOString(),
    createdBy: found.createdBy,
    appliedAt: found.appliedAt?.toISOString() ?? null,
    counts: found.appliedAt ? importCounts.parse(found.outcome) : countsOf(plan),
    fingerprint: fingerprintOf(plan),
    items: shown.slice((page - 1) * pageSize, page * pageSize),
    total: shown.length,
    page,
    pageSize,
  };
}
