import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText, likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayWhole } from "../policy";
import type {
  Coverage,
  CycleRow,
  coverageInput,
  listCyclesInput,
  listCyclesOutput,
  listObligationsInput,
  listObligationsOutput,
  ObligationRow,
} from "../schema/cycles";

/** Own organizations only, where the right goes no further. */
const visible = (scope: TenantScope): Prisma.Sql =>
  scope.reach.whole
    ? Prisma.sql`true`
    : Prisma.sql`o.organization_id = ANY(${[...scope.reach.organizationIds]}::uuid[])`;

const owing = Prisma.sql`o.exempt_reason IS NULL AND (o.ended_on IS NULL OR o.state NOT IN ('open', 'draft'))`;

/** First day reported, else today, after the day that it was due. */
const late = (scope: TenantScope): Prisma.Sql => Prisma.sql`(${owing} AND
  coalesce((o.first_submitted_at AT TIME ZONE ${scope.alliance.timeZone})::date, ${scope.today}::date) > c.due_on)`;

/** Past its day and not handed in. */
const missing = (scope: TenantScope): Prisma.Sql =>
  Prisma.sql`(${owing} AND o.state IN ('open', 'draft') AND c.due_on < ${scope.today}::date)`;

/**
 * A veto indicator of a set in force is answered with yes, or with more than zero, in the newest report that was handed
 * in: a later one without it takes the alarm back.
 */
const negative = Prisma.sql`(o.state NOT IN ('open', 'draft') AND EXISTS (
  SELECT 1 FROM report_values v JOIN indicators i ON i.alliance_id = v.alliance_id AND i.set_id = v.set_id AND i.id = v.indicator_id
    JOIN indicator_sets s ON s.alliance_id = i.alliance_id AND s.id = i.set_id
  WHERE v.alliance_id = o.alliance_id AND v.obligation_id = o.id AND v.answer = 'value' AND v.amount > 0 AND i.veto
    AND s.state = 'in_force')
  AND NOT EXISTS (SELECT 1 FROM obligations n JOIN reporting_cycles k ON k.alliance_id = n.alliance_id AND k.id = n.cycle_id
    WHERE n.alliance_id = o.alliance_id AND n.set_id = o.set_id AND n.organization_id = o.organization_id
      AND n.state NOT IN ('open', 'draft') AND k.period_to > c.period_to))`;

/** Whose turn it is; what is not open yet is nobody's. */
const waiting = {
  member: (scope: TenantScope) =>
    Prisma.sql`(${owing} AND o.state IN ('open', 'draft', 'returned') AND c.opens_on <= ${scope.today}::date)`,
  secretariat: () => Prisma.sql`(${owing} AND o.state IN ('submitted', 'checking', 'verified'))`,
} as const;

const shown = (
  scope: TenantScope,
): Prisma.Sql => Prisma.sql`CASE WHEN o.exempt_reason IS NOT NULL THEN 'exempt'
  WHEN o.ended_on IS NOT NULL AND o.state IN ('open', 'draft') THEN 'ended'
  WHEN o.state = 'open' AND c.opens_on > ${scope.today}::date THEN 'not_open' ELSE o.state::text END`;

export async function listCycles(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listCyclesInput>,
): Promise<z.input<typeof listCyclesOutput>> {
  const allianceId = scope.alliance.id;
  const manages = mayWhole(scope, "cycle.manage");
  const [items, total, sets] = await Promise.all([
    db.$queryRaw<CycleRow[]>`
      SELECT c.id, c.name, c.set_id AS "setId", s.name_zh AS "setZh", s.name_en AS "setEn", c.period_kind::text AS "periodKind",
        c.period_from::text AS "periodFrom", c.period_to::text AS "periodTo", c.opens_on::text AS "opensOn",
        c.due_on::text AS "dueOn", c.verify_by::text AS "verifyBy", c.closes_on::text AS "closesOn", c.version,
        ${instantText(Prisma.sql`c.approved_at`)} AS "approvedAt", t.tally
      FROM reporting_cycles c JOIN indicator_sets s ON s.alliance_id = c.alliance_id AND s.id = c.set_id
      CROSS JOIN LATERAL (SELECT json_build_object('owed', count(*) FILTER (WHERE ${owing}),
        'reported', count(*) FILTER (WHERE ${owing} AND o.state NOT IN ('open', 'draft')),
        'late', count(*) FILTER (WHERE ${late(scope)}), 'approved', count(*) FILTER (WHERE o.state = 'approved'),
        'exempt', count(*) FILTER (WHERE o.exempt_reason IS NOT NULL)) AS tally
        FROM obligations o WHERE o.alliance_id = c.alliance_id AND o.cycle_id = c.id AND ${visible(scope)}) t
      WHERE c.alliance_id = ${allianceId}::uuid ORDER BY c.period_to DESC, c.id
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.reportingCycle.count({ where: { allianceId } }),
    manages
      ? db.indicatorSet.findMany({
          where: { allianceId, state: "in_force" },
          select: { id: true, nameZh: true, nameEn: true },
          orderBy: { code: "asc" },
        })
      : [],
  ]);
  return { items, total, page: input.page, pageSize: input.pageSize, mayManage: manages, sets };
}

/** What the list shows; alerts count by the same. */
export function filters(
  scope: TenantScope,
  input: Omit<z.output<typeof listObligationsInput>, "page" | "pageSize">,
): Prisma.Sql {
  const parts = [Prisma.sql`o.alliance_id = ${scope.alliance.id}::uuid`, visible(scope)];
  if (input.cycle) parts.push(Prisma.sql`o.cycle_id = ${input.cycle}::uuid`);
  if (input.organization) parts.push(Prisma.sql`o.organization_id = ${input.organization}::uuid`);
  if (input.state) parts.push(Prisma.sql`o.state = ${input.state}::obligation_state`);
  if (input.waits) parts.push(waiting[input.waits](scope));
  if (input.late) parts.push(late(scope));
  if (input.missing) parts.push(missing(scope));
  if (input.negative) parts.push(negative);
  if (input.q) parts.push(Prisma.sql`g.name ILIKE ${likePattern(input.q)}`);
  return Prisma.join(parts, " AND ");
}

/** What is due and what waits at the desk, the oldest day first; what is done comes after all that. */
export async function listObligations(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listObligationsInput>,
): Promise<z.input<typeof listObligationsOutput>> {
  const where = filters(scope, input);
  const from = Prisma.sql`FROM obligations o JOIN reporting_cycles c ON c.alliance_id = o.alliance_id AND c.id = o.cycle_id
    JOIN organizations g ON g.id = o.organization_id WHERE ${where}`;
  const [items, totals] = await Promise.all([
    db.$queryRaw<ObligationRow[]>`
      SELECT o.id, o.organization_id AS "organizationId", g.name AS "organizationName", c.id AS "cycleId",
        c.name AS "cycleName", c.due_on::text AS "dueOn", c.closes_on::text AS "closesOn", ${shown(scope)} AS shown,
        ${late(scope)} AS late, o.nil, o.version,
        ${instantText(Prisma.sql`o.state_since`)} AS "stateSince",
        (SELECT count(*)::int FROM report_values v WHERE v.alliance_id = o.alliance_id AND v.obligation_id = o.id
          AND v.answer <> 'blank') AS filled,
        (SELECT count(*)::int FROM indicators i WHERE i.alliance_id = o.alliance_id AND i.set_id = o.set_id
          AND i.kind IS NOT NULL AND NOT i.computed) AS asked,
        (SELECT count(*)::int FROM report_findings f WHERE f.alliance_id = o.alliance_id AND f.obligation_id = o.id
          AND f.strength = 'reason' AND f.round = (SELECT max(round) FROM report_findings m
            WHERE m.alliance_id = o.alliance_id AND m.obligation_id = o.id)) AS findings
      ${from} ORDER BY ${shown(scope)} IN ('approved', 'exempt', 'ended'), c.due_on, c.period_to, g.pinyin, o.id LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from}`,
  ]);
  return { items, total: totals[0]?.total ?? 0, page: input.page, pageSize: input.pageSize };
}

/** So many cycles stand beside each other. */
const COLUMNS = 6;

/** Organizations × the newest cycles. */
export async function coverage(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof coverageInput>,
): Promise<Coverage> {
  const allianceId = scope.alliance.id;
  const cycles = await db.reportingCycle.findMany({
    where: { allianceId },
    select: { id: true, name: true },
    orderBy: [{ periodTo: "desc" }, { id: "asc" }],
    take: COLUMNS,
  });
  const ids = cycles.map(({ id }) => id);
  const [items, totals] = await Promise.all([
    db.$queryRaw<Coverage["items"]>`
      SELECT g.id AS "organizationId", g.name AS "organizationName", json_agg(json_build_object('cycleId', c.id,
        'obligationId', o.id, 'shown', ${shown(scope)}, 'late', ${late(scope)}, 'nil', o.nil)) AS cells
      FROM obligations o JOIN reporting_cycles c ON c.alliance_id = o.alliance_id AND c.id = o.cycle_id
      JOIN organizations g ON g.id = o.organization_id
      WHERE o.alliance_id = ${allianceId}::uuid AND o.cycle_id = ANY(${ids}::uuid[]) AND ${visible(scope)}
      GROUP BY g.id ORDER BY g.pinyin, g.id LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(DISTINCT o.organization_id)::int AS total FROM obligations o
      WHERE o.alliance_id = ${allianceId}::uuid AND o.cycle_id = ANY(${ids}::uuid[]) AND ${visible(scope)}`,
  ]);
  return {
    items,
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    cycles,
  };
}
