import type { z } from "zod";
import type { OutcomeState } from "@/lib/features/outcomes/types";
import { type Day, dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { AsOf, asOfSchema } from "../schema";
import { correctionMarks } from "./marks";

export type Total = {
  metricCode: string;
  year: number;
  organizationId: string;
  state: OutcomeState;
  records: number;
  total: string;
};

export type TotalsFilter = {
  metricCodes?: readonly string[] | undefined;
  years?: { from: number; to: number } | undefined;
  organizationId?: string | undefined;
  states?: readonly OutcomeState[] | undefined;
};

/**
 * The totals as the system showed them at the end of a day: the last closing balance of each key on or before it. Reads
 * as many rows as keys changed, however many records there are.
 */
export async function rollupsAsOf(
  db: Db,
  allianceId: string,
  day: Day,
  filter: TotalsFilter = {},
): Promise<Total[]> {
  const codes = filter.metricCodes ? [...filter.metricCodes] : null;
  const states = filter.states ? [...filter.states] : null;
  return db.$queryRaw<Total[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (metric_code, year, state, organization_id) metric_code AS "metricCode", year,
        organization_id AS "organizationId", state::text AS state, records, total::text AS total
      FROM outcome_rollup_days
      WHERE alliance_id = ${allianceId}::uuid AND day <= ${day}::date
        AND (${codes}::text[] IS NULL OR metric_code = ANY(${codes}::text[]))
        AND (${filter.years?.from ?? null}::int IS NULL OR year >= ${filter.years?.from ?? null}::int)
        AND (${filter.years?.to ?? null}::int IS NULL OR year <= ${filter.years?.to ?? null}::int)
        AND (${filter.organizationId ?? null}::uuid IS NULL OR organization_id = ${filter.organizationId ?? null}::uuid)
        AND (${states}::text[] IS NULL OR state::text = ANY(${states}::text[]))
      ORDER BY metric_code, year, state, organization_id, day DESC) last
    WHERE records <> 0
    ORDER BY "metricCode", year, state, "organizationId"`;
}

type Row = Omit<AsOf["items"][number], "corrections">;

/** Then and now of every metric and year, with the corrections that lie between. One statement beside the marks. */
export async function totalsAsOf(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof asOfSchema>,
): Promise<AsOf> {
  const states = scope.reach.whole ? ["verified", "published"] : ["published"];
  const organization = input.organization ?? null;
  const years = { from: input.from ?? 1980, to: input.to ?? 2100 };
  const [rows, marks, first] = await Promise.all([
    db.$queryRaw<Row[]>`
      WITH past AS (
        SELECT DISTINCT ON (metric_code, year, state, organization_id) metric_code, year, records, total
        FROM outcome_rollup_days
        WHERE alliance_id = ${scope.alliance.id}::uuid AND day <= ${input.day}::date AND state::text = ANY(${states}::text[])
          AND year BETWEEN ${years.from} AND ${years.to}
          AND (${input.metric ?? null}::text IS NULL OR metric_code = ${input.metric ?? null}::text)
          AND (${organization}::uuid IS NULL OR organization_id = ${organization}::uuid)
        ORDER BY metric_code, year, state, organization_id, day DESC),
      sums AS (
        SELECT metric_code, year, 'past' AS side, records, total FROM past
        UNION ALL
        SELECT metric_code, year, 'now', records, total FROM outcome_rollups
        WHERE alliance_id = ${scope.alliance.id}::uuid AND state::text = ANY(${states}::text[])
          AND year BETWEEN ${years.from} AND ${years.to}
          AND (${input.metric ?? null}::text IS NULL OR metric_code = ${input.metric ?? null}::text)
          AND (${organization}::uuid IS NULL OR organization_id = ${organization}::uuid))
      SELECT m.code AS "metricCode", m.name_zh AS "nameZh", m.name_en AS "nameEn", m.unit_zh AS "unitZh", m.unit_en AS "unitEn",
        s.year, coalesce(sum(s.total) FILTER (WHERE side = 'past'), 0)::numeric(20,2)::text AS past,
        coalesce(sum(s.records) FILTER (WHERE side = 'past'), 0)::int AS "pastRecords",
        coalesce(sum(s.total) FILTER (WHERE side = 'now'), 0)::numeric(20,2)::text AS now,
        coalesce(sum(s.records) FILTER (WHERE side = 'now'), 0)::int AS "nowRecords"
      FROM sums s JOIN metric_definitions m ON m.code = s.metric_code
      GROUP BY m.code, s.year HAVING bool_or(s.records <> 0) ORDER BY m.sort_order, s.year DESC`,
    correctionMarks(db, scope.alliance.id, {
      metricCodes: input.metric ? [input.metric] : undefined,
      years,
      publishedOnly: !scope.reach.whole,
    }),
    db.$queryRaw<{ day: string | null; member: boolean }[]>`
      SELECT (SELECT min(day)::text FROM outcome_rollup_days WHERE alliance_id = ${scope.alliance.id}::uuid) AS day,
        EXISTS (SELECT 1 FROM memberships WHERE alliance_id = ${scope.alliance.id}::uuid
          AND organization_id = ${organization}::uuid) AS member`,
  ]);
  if (organization && !first[0]?.member) notFound();
  return {
    day: input.day,
    firstDay: first[0]?.day ?? null,
    items: rows.map((row) => ({
      ...row,
      corrections: marks
        .filter(
          (mark) =>
            mark.metricCode === row.metricCode &&
            mark.year === row.year &&
            dayIn(new Date(mark.appliedAt), scope.alliance.timeZone) > input.day,
        )
        .map(({ caseId, number }) => ({ caseId, number })),
    })),
  };
}
