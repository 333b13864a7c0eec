import type { z } from "zod";
import { life, reviewed } from "@/lib/features/resolutions/queries/state";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayManage } from "../policy";
import type { listTasksInput, listTasksOutput, TaskRow } from "../schema";

type Input = z.output<typeof listTasksInput>;

const over = Prisma.sql`t.state IN ('accepted', 'dropped')`;
const overdue = (scope: TenantScope) =>
  Prisma.sql`(t.state IN ('open', 'running') AND t.due_on < ${scope.today}::date)`;

/** Overdue first, then what waits for acceptance by its day, then what is over. */
const orders = (scope: TenantScope): Record<Input["sort"], Prisma.Sql> => ({
  dueOn: Prisma.sql`${over}, ${overdue(scope)} DESC, t.due_on, t.id`,
  "-dueOn": Prisma.sql`t.due_on DESC, t.id`,
  title: Prisma.sql`t.title, t.id`,
  "-title": Prisma.sql`t.title DESC, t.id`,
});

/** Own ones: those of the person, and of the organizations that the person acts for. */
export function visible(scope: TenantScope): Prisma.Sql {
  if (scope.reach.whole) return Prisma.sql`TRUE`;
  return Prisma.sql`(t.person_id = ${scope.actor.personId}::uuid
    OR t.organization_id = ANY(${[...scope.reach.organizationIds]}::uuid[]))`;
}

const ownOrganizations = (scope: TenantScope): string[] =>
  scope.actor.roles.flatMap(({ allianceId, organizationId }) =>
    allianceId === scope.alliance.id && organizationId ? [organizationId] : [],
  );

function shown(scope: TenantScope, show: NonNullable<Input["show"]>): Prisma.Sql {
  switch (show) {
    case "unfinished":
      return Prisma.sql`NOT ${over}`;
    case "overdue":
      return overdue(scope);
    case "to_undo":
      return Prisma.sql`(t.undoes AND NOT ${over})`;
    default:
      return Prisma.sql`t.state = ${show}::task_state`;
  }
}

/** What of the tasks the reader sees under these filters; `from` names its tables. */
export function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`t.alliance_id = ${scope.alliance.id}::uuid`, visible(scope)];
  if (input.show) parts.push(shown(scope, input.show));
  if (input.mine) {
    parts.push(Prisma.sql`(t.person_id = ${scope.actor.personId}::uuid
      OR t.organization_id = ANY(${ownOrganizations(scope)}::uuid[]))`);
  }
  if (input.organization) parts.push(Prisma.sql`t.organization_id = ${input.organization}::uuid`);
  if (input.resolution) parts.push(Prisma.sql`t.resolution_id = ${input.resolution}::uuid`);
  if (input.body) parts.push(Prisma.sql`r.body_id = ${input.body}::uuid`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(Prisma.sql`(t.title ILIKE ${pattern} OR p.name ILIKE ${pattern})`);
  }
  return Prisma.join(parts, " AND ");
}

export const from = Prisma.sql`tasks t JOIN people p ON p.id = t.person_id
  LEFT JOIN resolutions r ON r.alliance_id = t.alliance_id AND r.id = t.resolution_id`;

/** The list's own total, for a number that opens it. */
export const tasksCounted = (scope: TenantScope, input: Input): Prisma.Sql =>
  Prisma.sql`SELECT NULL::int AS year, count(*)::int AS count FROM ${from} WHERE ${filters(scope, input)}`;

/** 督办: the tasks that the reader may see, the overdue ones first. */
export async function listTasks(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listTasksOutput>> {
  const where = filters(scope, input);
  const [items, totals] = await Promise.all([
    db.$queryRaw<TaskRow[]>`
      SELECT t.id, t.title, p.name AS "personName", t.due_on::text AS "dueOn", t.state::text AS state,
        ${overdue(scope)} AS overdue,
        CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END AS organization,
        CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'year', r.year, 'number', r.number,
          'title', r.title, 'body', json_build_object('name', b.name, 'nameEn', b.name_en),
          'underReview', ${reviewed}) END AS resolution,
        (SELECT e.text FROM task_events e WHERE e.alliance_id = t.alliance_id AND e.task_id = t.id
          AND e.text IS NOT NULL ORDER BY e.at DESC, e.id DESC LIMIT 1) AS latest
      FROM ${from} ${life(scope.today)}
      LEFT JOIN governance_bodies b ON b.alliance_id = r.alliance_id AND b.id = r.body_id
      LEFT JOIN organizations o ON o.id = t.organization_id
      WHERE ${where} ORDER BY ${orders(scope)[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`,
  ]);
  return {
    items,
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayManage: mayManage(scope.actor, scope.alliance.id),
  };
}
