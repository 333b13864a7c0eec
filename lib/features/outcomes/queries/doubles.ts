import type { z } from "zod";
import { getMetric } from "@/lib/features/metrics/queries";
import { isKeyed } from "@/lib/features/metrics/rules";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { canDecide } from "../policy";
import { ALIKE_DAYS, AMOUNT_DAYS, type Comparable } from "../rules/doubles";
import type { listPairsSchema, Pair, scanPairsSchema } from "../schema/doubles";
import { claimantsOf } from "./facts";

type Candidate = Omit<Comparable, "keyed"> & { id: string };

/** Candidates for one record: of its metric, near in time, with its amount, or with its title letter by letter. */
export function candidatesOf(
  db: Db,
  scope: TenantScope,
  one: Comparable & { id: string; metricCode: string },
): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT o.id, o.title, o.occurred_on::text AS "occurredOn", o.quantity::text AS quantity
    FROM outcome_records o WHERE o.id IN (
      SELECT id FROM outcome_records WHERE alliance_id = ${scope.alliance.id}::uuid AND metric_code = ${one.metricCode}
        AND outcome_key(title) = outcome_key(${one.title})
      UNION (SELECT id FROM outcome_records WHERE alliance_id = ${scope.alliance.id}::uuid AND metric_code = ${one.metricCode}
        AND occurred_on BETWEEN ${one.occurredOn}::date - ${AMOUNT_DAYS}::int AND ${one.occurredOn}::date + ${AMOUNT_DAYS}::int
        AND quantity = ${one.quantity}::numeric LIMIT 300)
      UNION (SELECT id FROM outcome_records WHERE alliance_id = ${scope.alliance.id}::uuid AND metric_code = ${one.metricCode}
        AND occurred_on BETWEEN ${one.occurredOn}::date - ${ALIKE_DAYS}::int AND ${one.occurredOn}::date + ${ALIKE_DAYS}::int
        ORDER BY abs(occurred_on - ${one.occurredOn}::date) LIMIT 300))
      AND o.id <> ${one.id}::uuid AND o.state <> 'superseded'
      AND NOT EXISTS (SELECT 1 FROM outcome_records s WHERE s.alliance_id = o.alliance_id AND s.id = ${one.id}::uuid
        AND (s.follows_id = o.id OR o.follows_id = s.id))`;
}

type Two = { first: Candidate; second: Candidate; keyed: boolean };

/** Pairs of one metric and year that are worth weighing; which came first decides which of them stays whole. */
export async function candidatesWithin(
  db: Db,
  scope: TenantScope,
  asked: z.output<typeof scanPairsSchema>,
): Promise<Two[]> {
  const metric = (await getMetric(db, asked.metricCode)) ?? notFound();
  const rows = await db.$queryRaw<{ first: Candidate; second: Candidate }[]>`
    WITH own AS (SELECT id, title, occurred_on, quantity, follows_id, row_number() OVER (ORDER BY created_at, id) AS place
      FROM outcome_records WHERE alliance_id = ${scope.alliance.id}::uuid AND metric_code = ${asked.metricCode}
        AND year = ${asked.year} AND state <> 'superseded')
    SELECT jsonb_build_object('id', a.id, 'title', a.title, 'occurredOn', a.occurred_on, 'quantity', a.quantity::text) AS first,
      jsonb_build_object('id', b.id, 'title', b.title, 'occurredOn', b.occurred_on, 'quantity', b.quantity::text) AS second
    FROM own a JOIN own b ON a.place < b.place AND abs(a.occurred_on - b.occurred_on) <= ${ALIKE_DAYS}::int
    WHERE b.follows_id IS DISTINCT FROM a.id
    ORDER BY b.place DESC, a.place DESC LIMIT 50000`;
  return rows.map((row) => ({ ...row, keyed: isKeyed(metric) }));
}

const half = {
  include: {
    organization: { select: { name: true } },
    metric: true,
    shares: true,
    coClaims: { select: { state: true, organizationId: true } },
  },
} as const;

type Read = Prisma.OutcomePairGetPayload<{ include: { first: typeof half; second: typeof half } }>;

/** Nobody judges what an own organization reported, owns a part of or asks a part of. */
export const mayJudge = (scope: TenantScope, pair: Read): boolean =>
  [pair.first, pair.second].every((record) =>
    canDecide(scope, {
      ...record,
      coOwnerIds: record.shares.map(({ organizationId }) => organizationId),
      claimantIds: claimantsOf(record.coClaims),
    }),
  );

/** The pair that a command is about. */
export async function getPair(db: Db, scope: TenantScope, id: string): Promise<Read> {
  const pair = await db.outcomePair.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: { first: half, second: half },
  });
  return pair ?? notFound();
}

const halfOf = (record: Read["first"]): Pair["first"] => ({
  ...record,
  organizationName: record.organization.name,
  occurredOn: dayOf(record.occurredOn),
  quantity: record.quantity.toFixed(2),
  adjustment: record.adjustment.toFixed(2),
});

/** The desk: what most likely is the same comes first. */
export async function listPairs(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listPairsSchema>,
) {
  const where: Prisma.OutcomePairWhereInput = {
    allianceId: scope.alliance.id,
    state: input.state,
    ...(input.metric && { second: { metricCode: input.metric } }),
  };
  const [pairs, total] = await Promise.all([
    db.outcomePair.findMany({
      where,
      include: { first: half, second: half },
      orderBy: [{ similarity: "desc" }, { createdAt: "asc" }, { id: "asc" }],
      skip: (input.page - 1) * input.pageSize,
      take: input.pageSize,
    }),
    db.outcomePair.count({ where }),
  ]);
  const items = pairs.map((pair): Pair => {
    const { metric } = pair.second;
    return {
      ...pair,
      metricCode: metric.code,
      metricZh: metric.nameZh,
      metricEn: metric.nameEn,
      unitZh: metric.unitZh,
      unitEn: metric.unitEn,
      keyed: isKeyed(metric),
      first: halfOf(pair.first),
      second: halfOf(pair.second),
      mayJudge: pair.state === "open" && mayJudge(scope, pair),
    };
  });
  return { items, total, page: input.page, pageSize: input.pageSize };
}
