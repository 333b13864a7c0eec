import { distinctSum } from "@/lib/features/metrics/rules";
import type { Metric } from "@/lib/features/metrics/schema";
import { listedOf } from "@/lib/features/people/queries";
import type { Listed } from "@/lib/features/people/rules";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { gapOf } from "../rules";
import type { TargetView } from "../schema";

export type TargetOf = { code: string; year: number; organizationId: string | null; value: string };

type Of = {
  codes?: readonly string[];
  years: readonly number[];
  organizationId?: string | undefined;
};

/** The statement of the targets, for those who read them together with something else. */
export function targetsStatement(allianceId: string, of: Of): Prisma.Sql {
  const codes = of.codes ? [...of.codes] : null;
  return Prisma.sql`
    SELECT t.metric_code AS code, t.year, t.organization_id AS "organizationId", t.value::text AS value FROM metric_targets t
    WHERE t.alliance_id = ${allianceId}::uuid AND t.state = 'in_force' AND t.year = ANY(${[...of.years]}::int[])
      AND (${codes}::text[] IS NULL OR t.metric_code = ANY(${codes}::text[]))
      AND t.organization_id IS NOT DISTINCT FROM ${of.organizationId ?? null}::uuid
    ORDER BY t.year, t.metric_code`;
}

/**
 * Targets in force: of the alliance, or of one member where one is named. What is missing here has no target, and is shown
 * as such, never as zero.
 */
export const targetsOf = (db: Db, allianceId: string, of: Of): Promise<TargetOf[]> =>
  db.$queryRaw<TargetOf[]>`${targetsStatement(allianceId, of)}`;

type Row = Omit<TargetView, "gap" | "atMost"> &
  Pick<Metric, "aggregation"> & { known: Listed | null };

/** What was reached of a metric, as everywhere: people once each as far as lists tell. */
export const reachedOf = ({
  metricCode: code,
  aggregation,
  unitZh,
  achieved: total,
  records,
  known,
}: Pick<Row, "metricCode" | "aggregation" | "unitZh" | "achieved" | "records" | "known">) =>
  distinctSum({ code, aggregation, unitZh }, { records, total }, known);

/** So many metrics stand on a first screen; the dashboard has them all. */
const SHOWN = 12;

/**
 * One year's approved numbers of a member beside its targets: metrics with a target first, then those with results. A stock
 * of the year and a flow of the year are both the year's own number, so nothing is added over years here.
 */
export async function againstTargets(
  db: Db,
  allianceId: string,
  of: { organizationId: string; year: number },
): Promise<TargetView[]> {
  const own = Prisma.sql`p.alliance_id = ${allianceId}::uuid AND p.organization_id = ${of.organizationId}::uuid
    AND p.year = ${of.year} AND p.state IN ('verified', 'published')`;
  const rows = await db.$queryRaw<Row[]>`
    WITH reached AS (
      SELECT r.metric_code, sum(r.total) AS total, sum(r.records)::int AS records FROM outcome_rollups r
      WHERE r.alliance_id = ${allianceId}::uuid AND r.organization_id = ${of.organizationId}::uuid AND r.year = ${of.year}
        AND r.state IN ('verified', 'published') AND r.records > 0 GROUP BY 1),
    aimed AS (
      SELECT t.metric_code, t.value FROM metric_targets t WHERE t.alliance_id = ${allianceId}::uuid
        AND t.organization_id = ${of.organizationId}::uuid AND t.year = ${of.year} AND t.state = 'in_force')
    SELECT m.code AS "metricCode", m.name_zh AS "nameZh", m.name_en AS "nameEn", m.unit_zh AS "unitZh", m.unit_en AS "unitEn",
      m.aggregation::text AS aggregation, ${of.year}::int AS year, a.value::text AS target,
      coalesce(r.total, 0.00)::text AS achieved, coalesce(r.records, 0) AS records,
      ${listedOf(Prisma.sql`m.code`, Prisma.sql`p`, own)} AS known
    FROM metric_definitions m LEFT JOIN reached r ON r.metric_code = m.code LEFT JOIN aimed a ON a.metric_code = m.code
    WHERE r.metric_code IS NOT NULL OR a.metric_code IS NOT NULL
    ORDER BY a.metric_code IS NULL, m.sort_order LIMIT ${SHOWN}`;
  return rows.map(({ aggregation, known, ...row }) => {
    const { value, atMost } = reachedOf({ ...row, aggregation, known });
    return { ...row, achieved: value, gap: gapOf(row.target, value), atMost };
  });
}
