import { type Day, dateOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";

export type PlannedMilestone = {
  title: string;
  dueOn: Day;
  deliverable: string;
  criteria?: readonly string[] | undefined;
};

/** Milestones behind those that there are. Without criteria the deliverable is the one thing to show. */
export async function addMilestones(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
  milestones: readonly PlannedMilestone[],
): Promise<string[]> {
  const of = { allianceId: scope.alliance.id, projectId };
  const last = await tx.projectMilestone.aggregate({ where: of, _max: { sortOrder: true } });
  const first = (last._max.sortOrder ?? 0) + 1;
  const rows = milestones.map((one, index) => ({
    ...one,
    id: newId(scope.now),
    order: first + index,
  }));
  await tx.projectMilestone.createMany({
    data: rows.map((one) => ({
      ...of,
      id: one.id,
      sortOrder: one.order,
      title: one.title,
      deliverable: one.deliverable,
      dueOn: dateOf(one.dueOn),
    })),
  });
  await tx.milestoneCriterion.createMany({
    data: rows.flatMap((one) =>
      (one.criteria?.length ? one.criteria : [one.deliverable.slice(0, 300)]).map(
        (text, index) => ({
          allianceId: scope.alliance.id,
          milestoneId: one.id,
          sortOrder: index + 1,
          text,
        }),
      ),
    ),
  });
  return rows.map((one) => one.id);
}

/** The plan as it stands becomes its next version; the first one is what was planned originally. */
export async function keepPlan(tx: Tx, scope: TenantScope, projectId: string): Promise<number> {
  const content = await planNow(tx, scope.alliance.id, projectId);
  const rows = await tx.$queryRaw<{ number: number }[]>`
    UPDATE projects SET plan_number = plan_number + 1
    WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${projectId}::uuid RETURNING plan_number AS number`;
  const number = rows[0]?.number ?? notFound();
  await tx.projectPlan.create({
    data: {
      allianceId: scope.alliance.id,
      projectId,
      number,
      content,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  return number;
}

/** What a version of the plan holds: Plan of schema/changes.ts. */
export async function planNow(
  tx: Tx,
  allianceId: string,
  projectId: string,
): Promise<Prisma.InputJsonObject> {
  const rows = await tx.$queryRaw<{ content: Prisma.InputJsonObject }[]>`
    SELECT json_build_object(
      'title', p.title, 'summary', p.summary, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'budget', p.budget::text,
      'lead', l.name,
      'parties', (SELECT coalesce(json_agg(json_build_object('name', o.name, 'role', y.role) ORDER BY y.role <> 'lead', y.id), '[]')
        FROM project_parties y JOIN organizations o ON o.id = y.organization_id WHERE y.project_id = p.id),
      'milestones', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'order', m.sort_order, 'title', m.title,
        'deliverable', m.deliverable, 'dueOn', m.due_on) ORDER BY m.sort_order), '[]')
        FROM project_milestones m WHERE m.project_id = p.id AND m.state <> 'waived')) AS content
    FROM projects p JOIN organizations l ON l.id = p.lead_id
    WHERE p.alliance_id = ${allianceId}::uuid AND p.id = ${projectId}::uuid`;
  return rows[0]?.content ?? notFound();
}
