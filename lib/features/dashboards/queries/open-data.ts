import { listPublishedFigures } from "@/lib/features/metrics/queries";
import { listedPeople } from "@/lib/features/people/queries";
import { peopleTrained } from "@/lib/features/people/types";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { type OpenMetric, type OpenRow, openLines } from "../rules/open-data";
import type { OpenData } from "../schema";

/**
 * Published results by metric, kind of member and year. A ratio is no sum of its parts and is left out: it is published as a
 * figure, with its parts.
 */
const publishedResults = (db: Db, scope: TenantScope) => db.$queryRaw<
  (OpenMetric & { rows: OpenRow[] })[]
>`
  WITH cells AS (
    SELECT r.metric_code, o.kind::text AS kind, r.year, sum(r.total)::text AS total, sum(r.records)::int AS records,
      jsonb_agg(DISTINCT o.id) AS organizations
    FROM outcome_rollups r JOIN organizations o ON o.id = r.organization_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.state = 'published' AND r.records > 0
    GROUP BY 1, 2, 3),
  people AS (
    SELECT r.id, r.year, o.kind::text AS kind, r.person_key FROM ${listedPeople} r JOIN organizations o ON o.id = r.organization_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.state = 'published')
  SELECT m.code, m.name_zh AS "nameZh", m.name_en AS "nameEn", m.unit_zh AS "unitZh", m.unit_en AS "unitEn",
    m.aggregation::text AS aggregation,
    m.code = ${peopleTrained} AND (SELECT count(*) > count(DISTINCT p.person_key) FROM people p) AS repeated,
    jsonb_agg(jsonb_build_object('kind', c.kind, 'year', c.year, 'total', c.total, 'organizations', c.organizations,
        'records', c.records, 'listed', CASE WHEN m.code = ${peopleTrained} THEN (SELECT count(DISTINCT p.id) FROM people p
          WHERE p.kind = c.kind AND p.year = c.year) ELSE 0 END)
      ORDER BY c.kind, c.year) AS rows
  FROM cells c JOIN metric_definitions m ON m.code = c.metric_code WHERE m.aggregation <> 'ratio'
  GROUP BY m.code ORDER BY m.sort_order, m.code`;

/** What the alliance has published, for everybody to take away: the same for a visitor and for the secretariat. */
export async function openData(db: Db, scope: TenantScope): Promise<OpenData> {
  const [figures, metrics] = await Promise.all([
    listPublishedFigures(db, scope, { alliance: scope.alliance.slug }),
    publishedResults(db, scope),
  ]);
  return {
    alliance: scope.alliance.name,
    asOf: scope.now.toISOString(),
    figures: figures.items,
    results: metrics.flatMap(({ rows, ...metric }) => openLines(metric, rows)),
  };
}
