import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { mayManageFunds } from "../policy";
import type { SpecialFund, specialFundListSchema } from "../schema/promises";

/** Special funds of governments with what projects got of them, the latest year first. */
export async function listSpecialFunds(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof specialFundListSchema>> {
  const items = await db.$queryRaw<SpecialFund[]>`
    SELECT f.id, f.government_id AS "governmentId", o.name AS "governmentName", f.title, f.year, f.total::text AS total,
      f.allocated::text AS allocated, f.basis,
      (SELECT count(DISTINCT c.project_id)::int FROM fund_commitments c WHERE c.alliance_id = f.alliance_id
        AND c.programme_id = f.id AND c.state <> 'cancelled') AS projects,
      coalesce((SELECT sum(e.amount) FROM fund_commitments c JOIN fund_entries e ON e.alliance_id = c.alliance_id
        AND e.commitment_id = c.id AND e.state = 'posted' WHERE c.alliance_id = f.alliance_id AND c.programme_id = f.id), 0.00)::text AS received
    FROM fund_programmes f JOIN organizations o ON o.id = f.government_id
    WHERE f.alliance_id = ${scope.alliance.id}::uuid ORDER BY f.year DESC, f.title, f.id LIMIT 200`;
  return { items, may: { manage: mayManageFunds(scope) } };
}
