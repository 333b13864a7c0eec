import type { Metric } from "@/lib/features/metrics/schema";
import { listedCounts, listedPeople } from "@/lib/features/people/queries";
import type { Listed } from "@/lib/features/people/rules";
import { peopleTrained } from "@/lib/features/people/types";
import type { Db } from "@/lib/platform/db/transaction";
import type { Chosen } from "./chosen";

export type ClaimSum = {
  alliance: string;
  total: string;
  records: number;
  members: number;
  /** Of people: whom lists of trainings name. */
  known: Listed | null;
};
export type ClaimRow = Metric & { sums: ClaimSum[] };

/**
 * Approved totals per metric and alliance from the roll-up: published ones, and verified ones where the reader's right to
 * them reaches. Only what may be added over years and units; a stock or a ratio of two alliances is no sum.
 */
export const claimSums = (
  db: Db,
  chosen: readonly Chosen[],
  years: { from: number; to: number },
): Promise<ClaimRow[]> => db.$queryRaw<ClaimRow[]>`
  WITH chosen AS (SELECT * FROM unnest(${chosen.map(({ id }) => id)}::uuid[], ${chosen.map(({ whole }) => whole)}::boolean[]) AS c(id, whole)),
  sums AS (
    SELECT r.metric_code, r.alliance_id, sum(r.total)::text AS total, sum(r.records)::int AS records,
      count(DISTINCT r.organization_id)::int AS members
    FROM chosen c JOIN outcome_rollups r ON r.alliance_id = c.id
    WHERE r.records > 0 AND r.year BETWEEN ${years.from} AND ${years.to}
      AND (r.state = 'published' OR c.whole AND r.state = 'verified')
    GROUP BY 1, 2),
  known AS (
    SELECT alliance_id, ${listedCounts} FROM (
      SELECT r.id, r.alliance_id, r.person_key FROM chosen c JOIN ${listedPeople} r ON r.alliance_id = c.id
      WHERE r.year BETWEEN ${years.from} AND ${years.to} AND (r.state = 'published' OR c.whole AND r.state = 'verified')) x GROUP BY 1)
  SELECT m.code, m.name_zh AS "nameZh", m.name_en AS "nameEn", m.unit_zh AS "unitZh", m.unit_en AS "unitEn",
    m.definition_zh AS "definitionZh", m.definition_en AS "definitionEn", m.aggregation::text AS aggregation,
    m.year_basis::text AS "yearBasis", m.reportable, m.evidence_required AS "evidenceRequired",
    (SELECT json_agg(json_build_object('alliance', s.alliance_id, 'total', s.total, 'records', s.records, 'members', s.members,
        'known', (SELECT to_jsonb(k) FROM known k WHERE k.alliance_id = s.alliance_id AND s.metric_code = ${peopleTrained})))
      FROM sums s WHERE s.metric_code = m.code) AS sums
  FROM metric_definitions m
  WHERE m.aggregation IN ('sum', 'distinct') AND m.code IN (SELECT metric_code FROM sums) ORDER BY m.sort_order`;

export type Double = { code: string; double: string; shared: number };

/**
 * What is claimed in several of the shown cells under one key, as the keys of results are compared: all but the largest of
 * the amounts that count there. What was taken off somewhere stands there no more; cells that are not shown take no part, so
 * the difference tells nothing of them.
 */
export const doubledClaims = (
  db: Db,
  shown: readonly { id: string; whole: boolean; code: string }[],
  years: { from: number; to: number },
): Promise<Double[]> => db.$queryRaw<Double[]>`
  WITH shown AS (SELECT * FROM unnest(${shown.map(({ id }) => id)}::uuid[], ${shown.map(({ whole }) => whole)}::boolean[],
    ${shown.map(({ code }) => code)}::text[]) AS c(id, whole, code)),
  claims AS (
    SELECT o.metric_code, o.alliance_id, outcome_key(o.natural_key) AS key, sum(o.quantity + o.adjustment) AS amount
    FROM shown c JOIN outcome_records o ON o.alliance_id = c.id AND o.metric_code = c.code
    WHERE o.natural_key IS NOT NULL AND o.year BETWEEN ${years.from} AND ${years.to}
      AND (o.state = 'published' OR c.whole AND o.state = 'verified')
    GROUP BY 1, 2, 3),
  twice AS (SELECT metric_code, key, sum(amount) - max(amount) AS double FROM claims GROUP BY 1, 2 HAVING sum(amount) > max(amount))
  SELECT metric_code AS code, sum(double)::text AS double, count(*)::int AS shared FROM twice GROUP BY 1`;

/** Members with approved results in these years, and those whose results the reader sees. */
export async function seenOrganizations(
  db: Db,
  chosen: readonly Chosen[],
  years: { from: number; to: number },
): Promise<{ seen: number; all: number }> {
  const rows = await db.$queryRaw<{ seen: number; all: number }[]>`
    SELECT count(DISTINCT r.organization_id)::int AS all,
      (count(DISTINCT r.organization_id) FILTER (WHERE r.state = 'published' OR c.whole))::int AS seen
    FROM unnest(${chosen.map(({ id }) => id)}::uuid[], ${chosen.map(({ whole }) => whole)}::boolean[]) AS c(id, whole)
    JOIN outcome_rollups r ON r.alliance_id = c.id
    WHERE r.records > 0 AND r.year BETWEEN ${years.from} AND ${years.to} AND r.state IN ('verified', 'published')`;
  return rows[0] ?? { seen: 0, all: 0 };
}
