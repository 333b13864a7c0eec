import type { z } from "zod";
import { isReopened } from "@/lib/features/outcomes/queries/reopened";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { isSecondPerson } from "../rules";
import type { DeskRow, deskSchema, listDeskSchema } from "../schema/desk";

type Input = z.output<typeof listDeskSchema>;

const states = {
  verify: Prisma.sql`o.state = 'submitted'`,
  approve: Prisma.sql`o.state = 'verified'`,
  published: Prisma.sql`o.state = 'published'`,
} satisfies Record<Exclude<Input["step"], "gone">, Prisma.Sql>;

/** Which records a step of the desk is about. */
const stepOf = (scope: TenantScope, step: Input["step"]): Prisma.Sql =>
  step === "gone"
    ? Prisma.sql`o.state IN ('verified', 'published') AND (EXISTS (SELECT 1 FROM evidence_ends e
        WHERE e.alliance_id = o.alliance_id AND e.file_id = o.file_id AND e.ends_on <= ${scope.today}::date)
        OR EXISTS (SELECT 1 FROM benefit_certificates k
          WHERE k.alliance_id = o.alliance_id AND k.id = o.certificate_id AND k.state = 'withdrawn')
        OR ${isReopened})`
    : states[step];

/** nobody is shown, on the desk, what the own organization owns or asks a part of or the own hand has entered. */
export function notOwn(scope: TenantScope): Prisma.Sql {
  const own = scope.actor.roles.flatMap((held) => held.organizationId ?? []);
  const mine = Prisma.sql`o.entered_by_id IS DISTINCT FROM ${scope.actor.userId}::uuid`;
  if (own.length === 0) return mine;
  return Prisma.sql`${mine} AND o.organization_id <> ALL(${own}::uuid[]) AND NOT EXISTS (
    SELECT 1 FROM outcome_shares s WHERE s.record_id = o.id AND s.organization_id = ANY(${own}::uuid[]))
    AND NOT EXISTS (SELECT 1 FROM outcome_co_claims c WHERE c.record_id = o.id AND c.organization_id = ANY(${own}::uuid[])
      AND c.state IN ('proposed', 'refused'))`;
}

const judged = Prisma.sql`outcome_judged_version(o.alliance_id, o.id, o.state, o.version)`;

function conditions(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [
    Prisma.sql`o.alliance_id = ${scope.alliance.id}::uuid`,
    stepOf(scope, input.step),
    notOwn(scope),
    input.metric && Prisma.sql`o.metric_code = ${input.metric}`,
    input.organization && Prisma.sql`o.organization_id = ${input.organization}::uuid`,
    input.clean &&
      Prisma.sql`NOT EXISTS (SELECT 1 FROM outcome_findings x WHERE x.alliance_id = o.alliance_id AND x.record_id = o.id
        AND x.version = ${judged} AND x.strength <> 'info')`,
  ].filter((part) => typeof part === "object");
  return Prisma.join(parts, " AND ");
}

/**
 * What waits for its verification goes by risk; what is verified already by its age, so that a page of it is found by the
 * index, however many records the alliance has.
 */
function pageOf(where: Prisma.Sql, input: Input): Prisma.Sql {
  if (input.step === "verify") return Prisma.sql`SELECT o.* FROM outcome_records o WHERE ${where}`;
  const order =
    input.step === "approve"
      ? Prisma.sql`o.state_since, o.id`
      : Prisma.sql`o.state_since DESC, o.id DESC`;
  return Prisma.sql`SELECT o.* FROM outcome_records o WHERE ${where} ORDER BY ${order}
    LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`;
}

function orderOf({ step, page, pageSize }: Input): Prisma.Sql {
  if (step === "approve") return Prisma.sql`o.state_since, o.id`;
  if (step !== "verify") return Prisma.sql`o.state_since DESC, o.id DESC`;
  return Prisma.sql`risk DESC, o.state_since, o.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
}

type Row = Omit<DeskRow, "mayApprove"> & {
  enteredById: string | null;
  verifiedById: string | null;
};

/** The desk, riskiest first: two statements, whatever waits. */
export async function listDesk(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof deskSchema>> {
  const where = conditions(scope, input);
  const [rows, counts] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT o.id, o.title, o.metric_code AS "metricCode", m.name_zh AS "metricZh", m.name_en AS "metricEn", m.unit_zh AS "unitZh",
        m.unit_en AS "unitEn", o.organization_id AS "organizationId", g.name AS "organizationName", o.year,
        o.occurred_on::text AS "occurredOn", o.quantity::text AS quantity, o.state::text AS state,
        to_char(o.state_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "stateSince", o.natural_key AS "naturalKey",
        o.level::text AS level, o.adjustment::text AS adjustment, o.version, o.entered_by_id AS "enteredById",
        o.verified_by_id AS "verifiedById", w.days AS "waitingDays", f.list AS findings, m.evidence_required AS "evidenceRequired",
        k.ownership, outcome_size(o.quantity, t.total) AS size,
        outcome_risk(m.evidence_required, o.quantity, t.total, f.blocks, f.reasons, w.days) AS risk
      FROM (${pageOf(where, input)}) o JOIN metric_definitions m ON m.code = o.metric_code JOIN organizations g ON g.id = o.organization_id
      CROSS JOIN LATERAL (SELECT greatest(0, ${scope.today}::date - (o.state_since AT TIME ZONE ${scope.alliance.timeZone})::date) AS days) w
      CROSS JOIN LATERAL (SELECT coalesce(sum(r.total), 0) AS total FROM outcome_rollups r
        WHERE r.alliance_id = o.alliance_id AND r.metric_code = o.metric_code AND r.year = o.year
          AND r.state IN ('verified', 'published')) t
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE strength = 'block')::int AS blocks,
          count(*) FILTER (WHERE strength = 'reason')::int AS reasons,
          coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'strength', strength, 'details', details) ORDER BY strength, kind), '[]') AS list
        FROM outcome_findings x WHERE x.alliance_id = o.alliance_id AND x.record_id = o.id AND x.version = ${judged}) f
      CROSS JOIN LATERAL (SELECT CASE WHEN bool_or(c.state = 'refused') THEN 'disputed' WHEN count(*) > 0 THEN 'asking' END AS ownership
        FROM outcome_co_claims c WHERE c.alliance_id = o.alliance_id AND c.record_id = o.id AND c.state IN ('proposed', 'refused')) k
      ORDER BY ${orderOf(input)}`,
    db.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM outcome_records o WHERE ${where}`,
  ]);
  const items = rows.map(({ enteredById, verifiedById, ...row }) => ({
    ...row,
    mayApprove:
      row.state === "verified" && isSecondPerson({ enteredById, verifiedById }, scope.actor.userId),
  }));
  return { items, total: counts[0]?.total ?? 0, page: input.page, pageSize: input.pageSize };
}
