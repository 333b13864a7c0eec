import type { z } from "zod";
import { knowsProject } from "@/lib/features/projects/queries/list";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { canAmend, canDecide, canDownload, unapprovedReach } from "./policy";
import { isApproved, stateAfter } from "./rules";
import type {
  getOutcomeSchema,
  listOutcomesSchema,
  Outcome,
  OutcomeRow,
  outcomeListSchema,
} from "./schema";

/** Verified records are everybody's in the alliance; the others only as far as the right to unapproved ones goes. */
function visible(scope: TenantScope): Prisma.Sql {
  const reach = unapprovedReach(scope);
  if (reach?.whole) return Prisma.sql`true`;
  const approved = scope.reach.whole
    ? Prisma.sql`o.state IN ('verified', 'published')`
    : Prisma.sql`o.state = 'published'`;
  const own = [...(reach?.organizationIds ?? [])];
  return Prisma.sql`(${approved} OR o.organization_id = ANY(${own}::uuid[]))`;
}

function filters(scope: TenantScope, input: z.output<typeof listOutcomesSchema>): Prisma.Sql {
  const parts = [Prisma.sql`o.alliance_id = ${scope.alliance.id}::uuid`, visible(scope)];
  if (input.metric) parts.push(Prisma.sql`o.metric_code = ${input.metric}`);
  if (input.year) parts.push(Prisma.sql`o.year = ${input.year}`);
  if (input.from) parts.push(Prisma.sql`o.year >= ${input.from}`);
  if (input.to) parts.push(Prisma.sql`o.year <= ${input.to}`);
  if (input.organization) parts.push(Prisma.sql`o.organization_id = ${input.organization}::uuid`);
  if (input.organizationKind) {
    parts.push(Prisma.sql`o.organization_id IN (
      SELECT n.id FROM organizations n WHERE n.kind = ${input.organizationKind}::organization_kind)`);
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
  to_char(o.state_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "stateSince", o.natural_key AS "naturalKey"`;

export async function listOutcomes(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listOutcomesSchema>,
): Promise<z.input<typeof outcomeListSchema>> {
  const hidden = input.project !== undefined && !(await knowsProject(db, scope, input.project));
  const where = hidden ? Prisma.sql`false` : filters(scope, input);
  const [items, sums] = await Promise.all([
    db.$queryRaw<OutcomeRow[]>`
      SELECT ${rowColumns} FROM outcome_records o
      JOIN metric_definitions m ON m.code = o.metric_code JOIN organizations g ON g.id = o.organization_id
      WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number; quantity: string | null }[]>`
      SELECT count(*)::int AS total,
        CASE WHEN min(o.metric_code) = max(o.metric_code) THEN sum(o.quantity)::text END AS quantity
      FROM outcome_records o WHERE ${where}`,
  ]);
  const { total = 0, quantity = null } = sums[0] ?? {};
  return { items, total, quantity, page: input.page, pageSize: input.pageSize };
}

/** The record with its people, file and project; undefined when the caller may not know of it. */
async function findOutcome(db: Db, scope: TenantScope, id: string) {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM outcome_records o
    WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.id = ${id}::uuid AND ${visible(scope)}`;
  if (!rows[0]) return undefined;
  return db.outcomeRecord.findUniqueOrThrow({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: { metric: true, organization: true, project: true, file: true },
  });
}

/** The record that a command is about, with the facts that decide; not found for what the caller may not see. */
export async function getOutcomeForChange(db: Db, scope: TenantScope, id: string) {
  return (await findOutcome(db, scope, id)) ?? notFound();
}

async function nameOfUser(db: Db, userId: string | null): Promise<string | null> {
  if (!userId) return null;
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { person: { select: { name: true } } },
  });
  return user?.person.name ?? null;
}

export async function getOutcome(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getOutcomeSchema>,
): Promise<Outcome> {
  const found = await getOutcomeForChange(db, scope, input.id);
  const file = found.file && canDownload(scope, found) ? found.file : null;
  // A record may be open to more readers than the project that it came from.
  const known = found.projectId !== null && (await knowsProject(db, scope, found.projectId));
  // Who reported and who verified is named to the two sides, not to every reader.
  const named = canAmend(scope, found) || unapprovedReach(scope)?.whole === true;
  return {
    ...found,
    metricZh: found.metric.nameZh,
    metricEn: found.metric.nameEn,
    unitZh: found.metric.unitZh,
    unitEn: found.metric.unitEn,
    organizationName: found.organization.name,
    occurredOn: dayOf(found.occurredOn),
    quantity: found.quantity.toFixed(2),
    stateSince: found.stateSince.toISOString(),
    projectId: known || canAmend(scope, found) ? found.projectId : null,
    projectTitle: known ? (found.project?.title ?? null) : null,
    file,
    returnReason: named ? found.returnReason : null,
    enteredBy: named ? await nameOfUser(db, found.enteredById) : null,
    verifiedBy: named ? await nameOfUser(db, found.verifiedById) : null,
    submittedAt: found.submittedAt?.toISOString() ?? null,
    verifiedAt: found.verifiedAt?.toISOString() ?? null,
    may: {
      amend:
        !isApproved(found.state) &&
        stateAfter(found.state, "amend") !== undefined &&
        canAmend(scope, found),
      decide: stateAfter(found.state, "verify") !== undefined && canDecide(scope, found),
      download: file !== null,
    },
  };
}
