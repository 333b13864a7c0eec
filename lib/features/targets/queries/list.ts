import type { z } from "zod";
import type { Metric } from "@/lib/features/metrics/schema";
import { listedOf } from "@/lib/features/people/queries";
import type { Listed } from "@/lib/features/people/rules";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayDecide, maySetTargets } from "../policy";
import { gapOf } from "../rules";
import type { listTargetsInput, listTargetsOutput, TargetRow } from "../schema";
import { reachedOf } from "./of";

type Input = z.output<typeof listTargetsInput>;
type Row = Omit<TargetRow, "gap" | "may" | "atMost" | "stateSince"> &
  Pick<Metric, "aggregation"> & { setById: string; stateSince: Date; known: Listed | null };

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-year": Prisma.sql`t.year DESC, m.sort_order, t.created_at DESC, t.id`,
  year: Prisma.sql`t.year, m.sort_order, t.created_at DESC, t.id`,
  metric: Prisma.sql`m.sort_order, t.year DESC, t.created_at DESC, t.id`,
};

/** Targets of the alliance are every reader's; a member's are read by those who see the whole, and by that member. */
function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const own = [...scope.reach.organizationIds];
  const parts = [
    Prisma.sql`t.alliance_id = ${scope.alliance.id}::uuid`,
    !scope.reach.whole &&
      Prisma.sql`(t.organization_id IS NULL AND t.state IN ('in_force', 'superseded')
        OR t.organization_id = ANY(${own}::uuid[]))`,
    input.year && Prisma.sql`t.year = ${input.year}`,
    input.metric && Prisma.sql`t.metric_code = ${input.metric}`,
    input.state && Prisma.sql`t.state = ${input.state}::target_state`,
    input.organization && Prisma.sql`t.organization_id = ${input.organization}::uuid`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

/** Approved results of the same metric, year and member; read from the roll-up that triggers keep. */
const reached = Prisma.sql`LEFT JOIN LATERAL (
  SELECT coalesce(sum(r.total), 0.00)::numeric(20, 2) AS total, coalesce(sum(r.records), 0)::int AS records FROM outcome_rollups r
  WHERE r.alliance_id = t.alliance_id AND r.metric_code = t.metric_code AND r.year = t.year
    AND r.state IN ('verified', 'published') AND (t.organization_id IS NULL OR r.organization_id = t.organization_id)) a ON true`;

const ofTarget = Prisma.sql`p.alliance_id = t.alliance_id AND p.year = t.year AND p.state IN ('verified', 'published')
  AND (t.organization_id IS NULL OR p.organization_id = t.organization_id)`;

function rowOf(scope: TenantScope, { setById, aggregation, known, ...row }: Row): TargetRow {
  const { value, atMost } = reachedOf({ ...row, aggregation, known });
  return {
    ...row,
    stateSince: row.stateSince.toISOString(),
    achieved: value,
    atMost,
    gap: gapOf(row.value, value) ?? "0.00",
    may: {
      decide: row.state === "proposed" && mayDecide(scope, setById),
      office: row.state === "proposed" && maySetTargets(scope),
    },
  };
}

export async function listTargets(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listTargetsOutput>> {
  const where = filters(scope, input);
  const maySet = maySetTargets(scope);
  const [rows, totals, resolutions] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT t.id, t.version, t.metric_code AS "metricCode", m.name_zh AS "nameZh", m.name_en AS "nameEn",
        m.unit_zh AS "unitZh", m.unit_en AS "unitEn", t.year, t.value::text AS value, t.basis, t.state::text AS state,
        t.state_since AS "stateSince", t.reason, t.set_by_id AS "setById", b.value::text AS before,
        CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END AS organization,
        CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'label', s.year || '-' || s.number || ' ' || s.title) END AS resolution,
        m.aggregation::text AS aggregation,
        a.total::text AS achieved, a.records, ${listedOf(Prisma.sql`t.metric_code`, Prisma.sql`p`, ofTarget)} AS known
      FROM metric_targets t JOIN metric_definitions m ON m.code = t.metric_code
      LEFT JOIN organizations o ON o.id = t.organization_id
      LEFT JOIN resolutions s ON s.alliance_id = t.alliance_id AND s.id = t.resolution_id
      LEFT JOIN metric_targets b ON b.alliance_id = t.alliance_id AND b.id = t.supersedes_id ${reached}
      WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM metric_targets t WHERE ${where}`,
    maySet ? citable(db, scope.alliance.id) : [],
  ]);
  return {
    items: rows.map((row) => rowOf(scope, row)),
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    thisYear: Number(scope.today.slice(0, 4)),
    maySet,
    resolutions,
  };
}

type Citable = { id: string; label: string };

/** Resolutions that still hold, the newest first; one of them where `id` names it. */
export const citable = (db: Db, allianceId: string, id: string | null = null): Promise<Citable[]> =>
  db.$queryRaw<Citable[]>`
    SELECT r.id, b.name || ' ' || r.year || '-' || r.number || ' ' || r.title AS label
    FROM resolutions r JOIN governance_bodies b ON b.id = r.body_id
    WHERE r.alliance_id = ${allianceId}::uuid AND (${id}::uuid IS NULL OR r.id = ${id}::uuid)
      AND NOT EXISTS (SELECT 1 FROM resolution_events e WHERE e.resolution_id = r.id AND e.kind IN ('superseded', 'repealed'))
    ORDER BY r.adopted_on DESC, r.number DESC, r.id LIMIT 50`;
