import type { z } from "zod";
import { getMetric } from "@/lib/features/metrics/queries";
import { isUpperBound } from "@/lib/features/metrics/rules";
import { pastDay } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import type { Part, Parts, partsInput } from "../schema";
import { ofWhom, rollupsOf, type Stretch, seenRows } from "./sums";

type Input = z.output<typeof partsInput>;

function stretchOf(scope: TenantScope, input: Input): Stretch {
  const asOf = pastDay(input.asOf, scope.today);
  const thisYear = Number((asOf ?? scope.today).slice(0, 4));
  return {
    from: input.year ?? input.from ?? thisYear - 4,
    to: input.year ?? input.to ?? thisYear,
    organization: input.organization,
    kind: input.organizationKind,
    asOf,
    metric: input.metric,
  };
}

/** Shares by member and year in the layer: of the day where the stretch has one, else of now. */
const shares = (scope: TenantScope, input: Input, stretch: Stretch): Prisma.Sql => Prisma.sql`
  SELECT r.organization_id, r.year, sum(r.total) AS total, sum(r.records)::int AS records
  FROM ${rollupsOf(scope, stretch)} r
  WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.metric_code = ${input.metric} AND r.records > 0
    AND r.year BETWEEN ${stretch.from} AND ${stretch.to} AND ${ofWhom(stretch)} AND ${seenRows(scope)}
    AND (${input.state === "live"} OR r.state IN ('verified', 'published'))
  GROUP BY 1, 2`;

type Sums = Pick<Parts, "total" | "records" | "quantity" | "nowQuantity">;

/** What stands behind a result on a day, by member and year, beside the same of today: the sum is the tile's. */
export async function listParts(db: Db, scope: TenantScope, input: Input): Promise<Parts> {
  const stretch = stretchOf(scope, input);
  const both = Prisma.sql`
    SELECT coalesce(t.organization_id, n.organization_id) AS organization_id, coalesce(t.year, n.year) AS year,
      coalesce(t.total, 0)::numeric(20, 2) AS total, coalesce(t.records, 0) AS records,
      coalesce(n.total, 0)::numeric(20, 2) AS now, coalesce(n.records, 0) AS now_records
    FROM (${shares(scope, input, stretch)}) t
    FULL JOIN (${shares(scope, input, { ...stretch, asOf: undefined })}) n USING (organization_id, year)`;
  const [metric, items, sums] = await Promise.all([
    getMetric(db, input.metric),
    db.$queryRaw<Part[]>`
      SELECT jsonb_build_object('id', o.id, 'name', o.name) AS organization, b.year, b.total::text AS value, b.records,
        b.now::text AS now, b.now_records AS "nowRecords"
      FROM (${both}) b JOIN organizations o ON o.id = b.organization_id
      ORDER BY b.year DESC, b.total DESC, o.pinyin, o.id
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<Sums[]>`
      SELECT count(*)::int AS total, coalesce(sum(b.records), 0)::int AS records,
        coalesce(sum(b.total), 0.00)::text AS quantity, coalesce(sum(b.now), 0.00)::text AS "nowQuantity"
      FROM (${both}) b`,
  ]);
  const [sum] = sums;
  if (!metric || !sum) return notFound();
  return {
    items,
    ...sum,
    atMost: isUpperBound(metric) && sum.records > 1,
    page: input.page,
    pageSize: input.pageSize,
    code: metric.code,
    name: { zh: metric.nameZh, en: metric.nameEn },
    unit: { zh: metric.unitZh, en: metric.unitEn },
    definition: { zh: metric.definitionZh, en: metric.definitionEn },
    past: stretch.asOf ?? null,
    state: input.state,
  };
}
