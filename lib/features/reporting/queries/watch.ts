import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { filters } from "./cycles";

type MissingReports = { cycleId: string; cycle: string; dueOn: string; count: number };

const from = Prisma.sql`obligations o JOIN reporting_cycles c ON c.alliance_id = o.alliance_id AND c.id = o.cycle_id`;

/** The cycle past its day that lacks the most reports, the oldest of several; undefined where nothing is missing. */
export async function mostMissing(
  db: Db,
  scope: TenantScope,
  organization: string | undefined,
): Promise<MissingReports | undefined> {
  const rows = await db.$queryRaw<MissingReports[]>`
    SELECT c.id AS "cycleId", c.name AS cycle, c.due_on::text AS "dueOn", count(*)::int AS count FROM ${from}
    WHERE ${filters(scope, { missing: true, organization })}
    GROUP BY c.id ORDER BY 4 DESC, c.due_on, c.id LIMIT 1`;
  return rows[0];
}

/** Newest reports that meet a veto indicator, as the list under the same filter has them. */
export async function countNegative(
  db: Db,
  scope: TenantScope,
  organization: string | undefined,
): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${from} WHERE ${filters(scope, { negative: true, organization })}`;
  return rows[0]?.count ?? 0;
}
