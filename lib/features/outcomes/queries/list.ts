import type { z } from "zod";
import { distinctSum } from "@/lib/features/metrics/rules";
import type { Metric } from "@/lib/features/metrics/schema";
import { listedOf } from "@/lib/features/people/queries";
import type { Listed } from "@/lib/features/people/rules";
import { knowsProject } from "@/lib/features/projects/queries/list";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { listOutcomesSchema, OutcomeRow, outcomeListSchema } from "../schema/records";
import { visible, visibleInTotals } from "./visible";

function filters(scope: TenantScope, input: z.output<typeof listOutcomesSchema>): Prisma.Sql {
  const seen = input.participant ? visible(scope) : visibleInTotals(scope);
  const parts = [Prisma.sql`o.alliance_id = ${scope.alliance.id}::uuid`, seen];
  if (input.metric) parts.push(Prisma.sql`o.metric_code = ${input.metric}`);
  if (input.year) parts.push(Prisma.sql`o.year = ${input.year}`);
  if (input.from) parts.push(Prisma.sql`o.year >= ${input.from}`);
  if (input.to) parts.push(Prisma.sql`o.year <= ${input.to}`);
  if (input.organization) parts.push(Prisma.sql`o.organization_id = ${input.organization}::uuid`);
  if (input.organizationKind) {
    parts.push(Prisma.sql`o.organization_id IN (
      SELECT n.id FROM organizations n WHERE n.kind = ${input.organizationKind}::organization_kind)`);
  }
  if (input.level) parts.push(Prisma.sql`o.level = ${input.level}::result_level`);
  if (input.participant) {
    parts.push(Prisma.sql`(o.organization_id = ${input.participant}::uuid OR o.id IN (
      SELECT s.record_id FROM outcome_shares s WHERE s.organization_id = ${input.participant}::uuid))`);
  }
  if (input.project) parts.push(Prisma.sql`o.project_id = ${input.project}::uuid`);
  if (input.state === "approved") parts.push(Prisma.sql`o.state IN ('verified', 'published')`);
  else if (input.state === "live") parts.push(Prisma.sql`o.state NOT IN ('draft', 'superseded')`);
  else if (input.state) parts.push(Prisma.sql`o.state = ${input.state}::figure_state`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(Prisma.sql`(o.title ILIKE ${pattern} OR o.natural_key ILIKE ${pattern})`);
  }
  return Prisma.join(parts, " AND ");
}

const orders: Record<z.output<typeof listOutcomesSchema>["sort"], Prisma.Sql> = {
  occurredOn: Prisma.sql`o.occurred_on ASC, o.id`,
  "-occurredOn": Prisma.sql`o.occurred_on DESC, o.id`,
  quantity: Prisma.sql`o.quantity ASC, o.id`,
  "-quantity": Prisma.sql`o.quantity DESC, o.id`,
  stateSince: Prisma.sql`o.state_since ASC, o.id`,
};

const rowColumns = Prisma.sql`o.id, o.title, o.metric_code AS "metricCode", m.name_zh AS "metricZh", m.name_en AS "metricEn",
  m.unit_zh AS "unitZh", m.unit_en AS "unitEn", o.organization_id AS "organizationId", g.name AS "organizationName", o.year,
  o.occurred_on::text AS "occurredOn", o.quantity::text AS quantity, o.state::text AS state,
  to_char(o.state_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "stateSince", o.natural_key AS "naturalKey",
  o.level::text AS level, o.adjustment::text AS adjustment`;

/** Per cent of the organization that the list is about; who has no rows has all. */
const shareColumn = (organizationId: string | undefined): Prisma.Sql =>
  organizationId === undefined
    ? Prisma.sql`NULL AS share`
    : Prisma.sql`(SELECT to_char(coalesce(max(s.share) FILTER (WHERE s.organization_id = ${organizationId}::uuid),
        CASE WHEN count(*) = 0 AND o.organization_id = ${organizationId}::uuid THEN 10000 END) / 100.0, 'FM990.00')
        FROM outcome_shares s WHERE s.record_id = o.id) AS share`;

type Sums = {
  total: number;
  /** Null where the list is of several metrics: their quantities have no sum. */
  quantity: string | null;
  metric: Pick<Metric, "code" | "aggregation" | "unitZh"> | null;
  known: Listed | null;
};

/** Quantity of a list of one metric, with people counted as everywhere; of a single record it is what was reported. */
function quantityOf({ total, quantity, metric, known }: Sums) {
  if (quantity === null || !metric) return { quantity, atMost: false };
  const { value, atMost } = distinctSum(metric, { records: total, total: quantity }, known);
  return { quantity: value, atMost: atMost && total > 1 };
}

export async function listOutcomes(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listOutcomesSchema>,
): Promise<z.input<typeof outcomeListSchema>> {
  const hidden = input.project !== undefined && !(await knowsProject(db, scope, input.project));
  const where = hidden ? Prisma.sql`false` : filters(scope, input);
  const [items, sums] = await Promise.all([
    db.$queryRaw<OutcomeRow[]>`
      SELECT ${rowColumns}, ${shareColumn(input.participant ?? input.organization)} FROM outcome_records o
      JOIN metric_definitions m ON m.code = o.metric_code JOIN organizations g ON g.id = o.organization_id
      WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<Sums[]>`
      SELECT s.total, s.quantity, CASE WHEN m.code IS NOT NULL THEN
          jsonb_build_object('code', m.code, 'aggregation', m.aggregation, 'unitZh', m.unit_zh) END AS metric,
        ${listedOf(Prisma.sql`m.code`, Prisma.sql`o`, where)} AS known
      FROM (SELECT count(*)::int AS total, CASE WHEN min(o.metric_code) = max(o.metric_code) THEN min(o.metric_code) END AS code,
          CASE WHEN min(o.metric_code) = max(o.metric_code) THEN sum(o.quantity + o.adjustment)::text END AS quantity
        FROM outcome_records o WHERE ${where}) s LEFT JOIN metric_definitions m ON m.code = s.code`,
  ]);
  const sum = sums[0] ?? { total: 0, quantity: null, metric: null, known: null };
  const { total } = sum;
  return { items, total, ...quantityOf(sum), page: input.page, pageSize: input.pageSize };
}
