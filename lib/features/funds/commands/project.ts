import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";

export type ProjectRow = {
  id: string;
  state: string;
  isNumbered: boolean;
  organizationIds: string[];
};

/**
 * The project that money is promised or given for, held until the end of the transaction: its state does not change
 * under an entry. Share mode: many entries at once do not wait for each other.
 */
export async function holdProject(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
): Promise<ProjectRow> {
  const rows = await tx.$queryRaw<ProjectRow[]>`
    SELECT p.id, p.state::text AS state, p.code_number IS NOT NULL AS "isNumbered",
      ARRAY(SELECT y.organization_id::text FROM project_parties y
        WHERE y.project_id = p.id AND y.state <> 'declined') AS "organizationIds"
    FROM projects p WHERE p.alliance_id = ${scope.alliance.id}::uuid AND p.id = ${projectId}::uuid
    FOR SHARE OF p`;
  return rows[0] ?? notFound();
}
