import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { registeredCount } from "@/lib/features/metrics/rules";
import { countedAs, countedMetrics, moneyMetrics } from "@/lib/features/metrics/types";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { watchRight } from "../policy";
import type {
  AlertList,
  AlertMetric,
  AlertRow,
  listInput,
  Raising,
  Raisings,
  raisingsInput,
} from "../schema";
import { alertAbouts } from "../types";

type Row = Omit<AlertRow, "metric"> & { metricCode: string | null };

/** Numbers of the registry that this reader is shown at all: those of lists and money, then the results of domain 4. */
async function metricsFor(db: Db, scope: TenantScope): Promise<AlertMetric[]> {
  const { roles } = scope.actor;
  const counted = [...countedMetrics, ...moneyMetrics]
    .filter(({ action }) => reachOf(action, roles, scope.alliance.id))
    .map(({ code, source }) => ({ code, name: null, unit: null, source }));
  const outcomes = await db.metricDefinition.findMany({
    where: { code: { notIn: Object.keys(countedAs) } },
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }],
    select: { code: true, nameZh: true, nameEn: true, unitZh: true, unitEn: true },
  });
  return [
    ...counted,
    ...outcomes.map(({ code, nameZh, nameEn, unitZh, unitEn }) => ({
      code,
      name: { zh: nameZh, en: nameEn },
      unit: { zh: unitZh, en: unitEn },
      source: "outcomes" as const,
    })),
  ];
}

/** Own alerts in the order they were set, and what else may be set. */
export async function listAlerts(
  db: Db,
  scope: TenantScope,
  _input: z.output<typeof listInput>,
): Promise<AlertList> {
  const [rows, metrics] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT a.id, a.about::text AS about, a.metric_code AS "metricCode", a.direction::text AS direction, a.bound::text AS bound,
        a.filters, a.result::text AS result, a.checked_on::text AS "checkedOn",
        (SELECT o.name FROM organizations o WHERE o.id::text = a.filters ->> 'organization') AS organization
      FROM alerts a
      WHERE a.alliance_id = ${scope.alliance.id}::uuid AND a.user_id = ${scope.actor.userId}::uuid AND a.ended_at IS NULL
      ORDER BY a.created_at, a.id`,
    metricsFor(db, scope),
  ]);
  const metricOf = (code: string): AlertMetric =>
    metrics.find((one) => one.code === code) ?? {
      code,
      name: null,
      unit: null,
      source: registeredCount(code)?.source ?? "outcomes",
    };
  return {
    items: rows.map(({ metricCode, ...row }) => ({
      ...row,
      metric: metricCode === null ? null : metricOf(metricCode),
    })),
    abouts: alertAbouts.filter((about) => watchRight(scope, about, undefined)),
    metrics,
  };
}

/** What own alerts have raised: what stands first, then the newest. */
export async function listRaisings(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof raisingsInput>,
): Promise<Raisings> {
  const from = Prisma.sql`alert_raisings r JOIN alerts a ON a.alliance_id = r.alliance_id AND a.id = r.alert_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND a.user_id = ${scope.actor.userId}::uuid
      AND (NOT ${input.open ?? false} OR r.closed_at IS NULL)`;
  const [items, totals] = await Promise.all([
    db.$queryRaw<Raising[]>`
      SELECT r.id, a.about::text AS about, ${instantText(Prisma.sql`r.raised_at`)} AS "raisedAt", r.value::text AS value,
        json_build_object('zh', r.sentence_zh, 'en', r.sentence_en) AS sentence, r.path,
        ${instantText(Prisma.sql`r.seen_at`)} AS "seenAt", r.note, ${instantText(Prisma.sql`r.closed_at`)} AS "closedAt",
        r.closed_how::text AS "closedHow"
      FROM ${from} ORDER BY r.closed_at IS NOT NULL, r.raised_at DESC, r.id
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${from}`,
  ]);
  return { items, total: totals[0]?.total ?? 0, page: input.page, pageSize: input.pageSize };
}
