import { isUpperBound } from "@/lib/features/metrics/rules";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { type Cell, type Effect, effectsOf } from "../rules";
import type { NamedEffect } from "../schema";
import type { Said } from "../types";

/** The approved totals of these metrics and years, of these organizations and (null) of the alliance. */
const totalsOf = (db: Db, allianceId: string, saids: readonly Said[]) => {
  const pairs = Prisma.join(
    saids.map((one) => Prisma.sql`(${one.metricCode}::text, ${one.year}::int)`),
  );
  const organizations = saids.map((one) => one.organizationId);
  return db.$queryRaw<Cell[]>`
    SELECT metric_code AS "metricCode", year, organization_id AS "organizationId", sum(records)::int AS records,
      sum(total)::text AS total
    FROM outcome_rollups
    WHERE alliance_id = ${allianceId}::uuid AND (metric_code::text, year) IN (${pairs}) AND state IN ('verified', 'published')
    GROUP BY GROUPING SETS ((metric_code, year, organization_id), (metric_code, year))
    HAVING organization_id IS NULL OR organization_id = ANY(${organizations}::uuid[])`;
};

/** What the correction does to the totals as they stand now. */
export async function impactOf(
  db: Db,
  allianceId: string,
  { before, after }: { before: Said; after: Said | null },
  adjustment: string,
): Promise<Effect[]> {
  const totals = await totalsOf(db, allianceId, after ? [before, after] : [before]);
  return effectsOf(totals, before, after, adjustment);
}

export async function nameEffects(db: Db, effects: readonly Effect[]): Promise<NamedEffect[]> {
  const [metrics, organizations] = await Promise.all([
    db.metricDefinition.findMany({ where: { code: { in: effects.map((one) => one.metricCode) } } }),
    db.organization.findMany({
      where: { id: { in: effects.flatMap((one) => one.organizationId ?? []) } },
      select: { id: true, name: true },
    }),
  ]);
  return effects.map((one) => {
    const metric = metrics.find(({ code }) => code === one.metricCode);
    return {
      ...one,
      organizationName: organizations.find(({ id }) => id === one.organizationId)?.name ?? null,
      metricZh: metric?.nameZh ?? one.metricCode,
      metricEn: metric?.nameEn ?? one.metricCode,
      unitZh: metric?.unitZh ?? "",
      unitEn: metric?.unitEn ?? "",
      atMost: metric !== undefined && isUpperBound(metric),
    };
  });
}
