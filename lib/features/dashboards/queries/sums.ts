import {
  type FundPast,
  fundTotalsOf,
  historyOf,
  pastWith,
} from "@/lib/features/funds/queries/past";
import type { FundHistory } from "@/lib/features/funds/rules/past";
import { membersCounted } from "@/lib/features/memberships/queries/register";
import { listMembersInput } from "@/lib/features/memberships/schema/register";
import type { Metric } from "@/lib/features/metrics/schema";
import { unapprovedReach } from "@/lib/features/outcomes/policy";
import { listedCounts, listedPeople } from "@/lib/features/people/queries";
import { peopleTrained } from "@/lib/features/people/types";
import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { FundRow, OutcomeRows } from "../rules/numbers";

/** Whose rows, and of which years. */
export type Stretch = {
  from: number;
  to: number;
  organization?: string | undefined;
  kind?: string | undefined;
  /** The day of the past whose closing totals are read. */
  asOf?: Day | undefined;
  /** One metric alone. */
  metric?: string | undefined;
};

/** The totals of now, or as they closed on a day: the last balance of each key on or before it. */
export const rollupsOf = (scope: TenantScope, { from, to, asOf, metric }: Stretch): Prisma.Sql =>
  asOf === undefined
    ? Prisma.sql`outcome_rollups`
    : Prisma.sql`(SELECT DISTINCT ON (d.metric_code, d.year, d.state, d.organization_id) d.*
        FROM outcome_rollup_days d WHERE d.alliance_id = ${scope.alliance.id}::uuid AND d.day <= ${asOf}::date
          AND d.year BETWEEN ${from} AND ${to}
          AND (${metric ?? null}::text IS NULL OR d.metric_code = ${metric ?? null}::text)
        ORDER BY d.metric_code, d.year, d.state, d.organization_id, d.day DESC)`;

/** States that count for this reader: a visitor reads what is published; verified figures belong to the alliance. */
export const countedStates = (scope: TenantScope): string[] =>
  scope.reach.whole ? ["verified", "published"] : ["published"];

const ofKind = (column: Prisma.Sql, kind: string | undefined): Prisma.Sql => Prisma.sql`
  (${kind ?? null}::text IS NULL OR ${column} IN (
    SELECT o.id FROM organizations o WHERE o.kind::text = ${kind ?? null}::text))`;

/** How many members there are: the total of the register, with its own conditions. */
export const membersTotal = (scope: TenantScope, { kind, asOf }: Stretch): Prisma.Sql =>
  Prisma.sql`SELECT x.count FROM (${membersCounted(scope, listMembersInput.parse({ kind, asOf }))}) x`;

/**
 * Whether the organization of a row is a member on the day, of the chosen kind. Few have rows, so each is looked up;
 * OFFSET keeps the planner from reading the whole register instead.
 */
export function isMember(
  scope: TenantScope,
  { kind, asOf }: Stretch,
  organization: Prisma.Sql,
): Prisma.Sql {
  const day = asOf ?? scope.today;
  return Prisma.sql`EXISTS (
    SELECT 1 FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
    WHERE m.organization_id = ${organization} AND p.alliance_id = ${scope.alliance.id}::uuid
      AND p.valid_from <= ${day}::date AND (p.valid_to IS NULL OR p.valid_to >= ${day}::date)
      AND ${ofKind(organization, kind)} OFFSET 0)`;
}

export const ofWhom = ({ organization, kind }: Stretch): Prisma.Sql => Prisma.sql`
  (${organization ?? null}::uuid IS NULL OR r.organization_id = ${organization ?? null}::uuid)
  AND ${ofKind(Prisma.sql`r.organization_id`, kind)}`;

/** Rows that count for this reader: approved ones, and those in verification as far as the reader may see them. */
export function seenRows(scope: TenantScope): Prisma.Sql {
  const reach = unapprovedReach(scope);
  const own = [...(reach?.organizationIds ?? [])];
  return Prisma.sql`(r.state::text = ANY(${countedStates(scope)}::text[]) OR (r.state IN ('submitted', 'returned')
    AND (${reach?.whole ?? false} OR r.organization_id = ANY(${own}::uuid[]))))`;
}

/**
 * Whom the lists of trainings name, for each layer by year and over all years: nobody is the sum of years. Of a day of the
 * past it is not known which list there was.
 */
const peopleOf = (
  scope: TenantScope,
  stretch: Stretch,
  states: readonly string[],
): Prisma.Sql => Prisma.sql`
  SELECT jsonb_agg(to_jsonb(q)) FROM (
    SELECT v.layer, r.year, ${listedCounts} FROM ${listedPeople} r
    JOIN (VALUES ('approved'), ('live')) AS v(layer) ON v.layer = 'live' OR r.state::text = ANY(${[...states]}::text[])
    WHERE ${stretch.asOf === undefined} AND r.alliance_id = ${scope.alliance.id}::uuid
      AND r.year BETWEEN ${stretch.from} AND ${stretch.to} AND ${ofWhom(stretch)} AND ${seenRows(scope)}
    GROUP BY GROUPING SETS ((v.layer, r.year), (v.layer))) q`;

/**
 * One trip for all metrics: the roll-up has one row per metric, year, state and organization, whatever the records.
 * With `codes`, these metrics whether or not anything was reported; else those with a record.
 */
export function readOutcomes(
  db: Db,
  scope: TenantScope,
  stretch: Stretch,
  codes: readonly string[] | undefined,
): Promise<(Metric & OutcomeRows)[]> {
  const states = countedStates(scope);
  const named = codes ? [...codes] : null;
  return db.$queryRaw<(Metric & OutcomeRows)[]>`
    WITH found AS (
      SELECT r.metric_code, r.year, r.organization_id, r.state::text = ANY(${states}::text[]) AS approved, r.records, r.total
      FROM ${rollupsOf(scope, stretch)} r
      WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records > 0
        AND r.year BETWEEN ${stretch.from} AND ${stretch.to} AND ${ofWhom(stretch)}
        AND (${named}::text[] IS NULL OR r.metric_code = ANY(${named}::text[])) AND ${seenRows(scope)}),
    sums AS (SELECT metric_code, year, approved, sum(records)::int AS records, sum(total)::text AS total
      FROM found GROUP BY 1, 2, 3),
    reporters AS (SELECT metric_code, organization_id, bool_or(approved) AS approved FROM found GROUP BY 1, 2),
    reports AS MATERIALIZED (SELECT organization_id, array_agg(metric_code) AS codes, array_agg(approved) AS approved
      FROM reporters GROUP BY 1),
    coverage AS (SELECT u.code AS metric_code, (count(*) FILTER (WHERE u.approved))::int AS reported,
        (count(*) FILTER (WHERE NOT u.approved))::int AS pending
      FROM reports w, unnest(w.codes, w.approved) AS u(code, approved)
      WHERE ${isMember(scope, stretch, Prisma.sql`w.organization_id`)} GROUP BY 1)
    SELECT m.code, m.name_zh AS "nameZh", m.name_en AS "nameEn", m.unit_zh AS "unitZh", m.unit_en AS "unitEn",
      m.definition_zh AS "definitionZh", m.definition_en AS "definitionEn", m.aggregation::text AS aggregation,
      m.year_basis::text AS "yearBasis", m.reportable, m.evidence_required AS "evidenceRequired",
      coalesce((SELECT jsonb_agg(jsonb_build_object('year', s.year, 'approved', s.approved,
        'records', s.records, 'total', s.total)) FROM sums s WHERE s.metric_code = m.code), '[]') AS rows,
      CASE WHEN m.code = ${peopleTrained} THEN (${peopleOf(scope, stretch, states)}) END AS people,
      (${membersTotal(scope, stretch)}) AS members,
      coalesce(c.reported, 0) AS reported, coalesce(c.pending, 0) AS pending
    FROM metric_definitions m LEFT JOIN coverage c ON c.metric_code = m.code
    WHERE CASE WHEN ${named}::text[] IS NULL THEN m.code IN (SELECT metric_code FROM sums)
      ELSE m.code = ANY(${named}::text[]) END
    ORDER BY m.sort_order, m.code`;
}

/**
 * Money by year, side and kind, from the roll-up that triggers keep, or from its moves up to a day; and what cannot be told
 * of that day.
 */
export async function readFunds(
  db: Db,
  scope: TenantScope,
  stretch: Stretch,
): Promise<{ rows: FundRow[]; past: FundPast }> {
  const [found] = await db.$queryRaw<{ rows: FundRow[]; history: FundHistory | null }[]>`
    SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') AS rows, ${historyOf(scope.alliance.id)} AS history FROM (
      SELECT r.year, r.side, r.cash, sum(r.records)::int AS records, sum(r.total)::text AS total
      FROM ${fundTotalsOf(scope.alliance.id, stretch.asOf)} r
      WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.year BETWEEN ${stretch.from} AND ${stretch.to}
        AND ${ofWhom(stretch)} GROUP BY 1, 2, 3 HAVING sum(r.records) <> 0) x`;
  return { rows: found?.rows ?? [], past: pastWith(stretch.asOf, found?.history ?? null) };
}
