import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { conditions } from "./conditions";

/** Newest published evaluations with a veto, as the list under the same filter has them. */
export async function countVetoed(
  db: Db,
  scope: TenantScope,
  organization: string | undefined,
): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM evaluation_rounds r WHERE ${conditions(scope, { waits: "vetoed", organization })}`;
  return rows[0]?.count ?? 0;
}
