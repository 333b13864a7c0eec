import type { z } from "zod";
import type { Metric } from "@/lib/features/metrics/schema";
import { unapprovedReach } from "@/lib/features/outcomes/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { type FundRow, fundsOf, type RollupRow, seriesOf } from "./rules";
import type { Dashboard, dashboardFilterSchema } from "./schema";

type Filter = z.output<typeof dashboardFilterSchema>;
type Years = { from: number; to: number };

/** One trip for all metrics: the roll-up has one row per metric, year, state and organization, whatever the records. */
function readMetrics(db: Db, scope: TenantScope, filter: Filter, years: Years) {
  const reach = unapprovedReach(scope);
  const own = [...(reach?.organizationIds ?? [])];
  const organization = filter.organization ?? null;
  const states = countedStates(scope);
  return db.$queryRaw<(Metric & { rows: RollupRow[] | null })[]>`
    WITH sums AS (
      SELECT r.metric_code, r.year, r.state::text = ANY(${states}::text[]) AS approved,
        sum(r.records)::int AS records, sum(r.total)::text AS total
      FROM outcome_rollups r
      WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records > 0
        AND r.year BETWEEN ${years.from} AND ${years.to}
        AND (${organization}::uuid IS NULL OR r.organization_id = ${organization}::uuid)
        AND (r.state::text = ANY(${states}::text[])
          OR (r.state IN ('submitted', 'returned')
            AND (${reach?.whole ?? false} OR r.organization_id = ANY(${own}::uuid[]))))
      GROUP BY 1, 2, 3)
    SELECT m.code, m.name_zh AS "nameZh", m.name_en AS "nameEn", m.unit_zh AS "unitZh", m.unit_en AS "unitEn",
      m.definition_zh AS "definitionZh", m.definition_en AS "definitionEn", m.aggregation::text AS aggregation,
      m.year_basis::text AS "yearBasis", m.reportable, m.evidence_required AS "evidenceRequired",
      (SELECT jsonb_agg(jsonb_build_object('metricCode', s.metric_code, 'year', s.year, 'approved', s.approved,
        'records', s.records, 'total', s.total)) FROM sums s WHERE s.metric_code = m.code) AS rows
    FROM metric_definitions m
    WHERE m.code IN (SELECT metric_code FROM sums)
    ORDER BY m.sort_order`;
}

function readFunds(db: Db, scope: TenantScope, filter: Filter, years: Years) {
  const organization = filter.organization ?? null;
  return db.$queryRaw<FundRow[]>`
    SELECT year, side, cash, sum(total)::text AS total FROM fund_rollups
    WHERE alliance_id = ${scope.alliance.id}::uuid AND records <> 0 AND year BETWEEN ${years.from} AND ${years.to}
      AND (${organization}::uuid IS NULL OR organization_id = ${organization}::uuid)
    GROUP BY 1, 2, 3`;
}

type Frame = {
  members: number;
  reported: number;
  organization: { id: string; name: string } | null;
  own: { id: string; name: string }[] | null;
};

/** States that count for this reader: a visitor reads what is published; verified figures belong to the alliance. */
const countedStates = (scope: TenantScope): string[] =>
  scope.reach.whole ? ["verified", "published"] : ["published"];

/** Members, how many of them have an approved record in the stretch, and the names that the switch needs. */
async function readFrame(db: Db, scope: TenantScope, filter: Filter, years: Years): Promise<Frame> {
  const own = scope.actor.roles
    .filter((held) => held.allianceId === scope.alliance.id && held.organizationId !== null)
    .map((held) => held.organizationId);
  const rows = await db.$queryRaw<Frame[]>`
    WITH members AS (
      SELECT DISTINCT m.organization_id FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
      WHERE m.alliance_id = ${scope.alliance.id}::uuid
        AND daterange(p.valid_from, p.valid_to, '[]') @> ${scope.today}::date)
    SELECT (SELECT count(*)::int FROM members) AS members,
      (SELECT count(DISTINCT r.organization_id)::int FROM outcome_rollups r JOIN members USING (organization_id)
        WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records > 0 AND r.state::text = ANY(${countedStates(scope)}::text[])
          AND r.year BETWEEN ${years.from} AND ${years.to}) AS reported,
      (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM organizations o
        WHERE o.id = ${filter.organization ?? null}::uuid AND EXISTS (
          SELECT 1 FROM memberships m WHERE m.organization_id = o.id AND m.alliance_id = ${scope.alliance.id}::uuid)
      ) AS organization,
      (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.pinyin, o.id)
        FROM organizations o WHERE o.id = ANY(${own}::uuid[])) AS own`;
  return rows[0] ?? notFound();
}

/**
 * The alliance's or one member's numbers for a stretch of years. Three statements, all on roll-ups, so ten times the
 * records cost the same.
 */
export async function getDashboard(db: Db, scope: TenantScope, filter: Filter): Promise<Dashboard> {
  const thisYear = Number(scope.today.slice(0, 4));
  const years = { from: filter.from ?? thisYear - 4, to: filter.to ?? thisYear };
  const [metrics, funds, frame] = await Promise.all([
    readMetrics(db, scope, filter, years),
    // Money is not published by itself: a visitor reads none.
    scope.reach.whole ? readFunds(db, scope, filter, years) : [],
    readFrame(db, scope, filter, years),
  ]);
  if (filter.organization && !frame.organization) notFound();
  return {
    asOf: scope.now.toISOString(),
    organization: frame.organization,
    ...years,
    funds: fundsOf(funds),
    metrics: metrics.map(({ rows, ...metric }) => seriesOf(metric, rows ?? [])),
    coverage: { reported: frame.reported, members: frame.members },
    own: frame.own ?? [],
  };
}
