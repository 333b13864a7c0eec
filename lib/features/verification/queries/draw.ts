import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";

type Period = { periodFrom: Day; periodTo: Day };
type Drawn = { id: string; version: number; quantity: string };

/** What a sample is drawn from: all approved results of the period, whoever verified them. */
const inPeriod = (scope: TenantScope, { periodFrom, periodTo }: Period): Prisma.Sql => Prisma.sql`
  o.alliance_id = ${scope.alliance.id}::uuid AND o.state IN ('verified', 'published')
    AND o.occurred_on BETWEEN ${periodFrom}::date AND ${periodTo}::date`;

export async function populationOf(db: Db, scope: TenantScope, period: Period): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM outcome_records o WHERE ${inPeriod(scope, period)}`;
  return rows[0]?.n ?? 0;
}

/** The records of the lowest digests, in their order. */
export const drawn = (
  db: Db,
  scope: TenantScope,
  period: Period,
  { seed, size }: { seed: string; size: number },
) =>
  db.$queryRaw<(Drawn & { digest: string })[]>`
    SELECT o.id, o.version, o.quantity::text AS quantity, sample_digest(${seed}, o.id) AS digest
    FROM outcome_records o WHERE ${inPeriod(scope, period)} ORDER BY digest LIMIT ${size}`;

/** A quarter of its year or more, under a metric that needs evidence. */
export const weightyIn = (db: Db, scope: TenantScope, period: Period) =>
  db.$queryRaw<Drawn[]>`
    SELECT o.id, o.version, o.quantity::text AS quantity FROM outcome_records o
    JOIN metric_definitions m ON m.code = o.metric_code AND m.evidence_required
    LEFT JOIN (SELECT r.metric_code, r.year, sum(r.total) AS total FROM outcome_rollups r
      WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.state IN ('verified', 'published')
      GROUP BY r.metric_code, r.year) t ON t.metric_code = o.metric_code AND t.year = o.year
    WHERE ${inPeriod(scope, period)} AND outcome_size(o.quantity, coalesce(t.total, 0)) = 4 ORDER BY o.id`;
