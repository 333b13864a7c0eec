import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { Prisma } from "@/prisma/generated/client";
import type { aggregateInput } from "../schema";
import { countedStates } from "./sums";

/** `isUpperBound` of the metrics' rules in the words of the database; a test holds the two together. */
const upperBound = Prisma.sql`m.aggregation = 'distinct' AND m.unit_zh ~ '[人家]'`;

/** Results by metric and year as JSON, from the kept totals: as many rows for five million records as for five. */
export const aggregateStatement = (
  scope: TenantScope,
  { from, to }: z.output<typeof aggregateInput>,
): Prisma.Sql => Prisma.sql`
  SELECT json_build_object('items', coalesce(json_agg(json_build_object('code', s.metric_code, 'year', s.year,
    'value', s.total, 'atMost', ${upperBound}, 'records', s.records) ORDER BY s.metric_code, s.year), '[]'))::text AS answer
  FROM (SELECT r.metric_code, r.year, sum(r.total)::text AS total, sum(r.records)::int AS records FROM outcome_totals r
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records > 0 AND r.state = ANY(${countedStates(scope)}::figure_state[])
      AND r.year BETWEEN ${from ?? 0}::int AND ${to ?? 9999}::int GROUP BY 1, 2) s
  JOIN metric_definitions m ON m.code = s.metric_code`;
