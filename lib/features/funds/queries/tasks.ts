import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { TaskLedger, tasksPageSchema, tasksSchema } from "../schema/reports";

type Input = z.output<typeof tasksSchema>;

type Row = TaskLedger["items"][number] & { count: number };

type DepartmentRow = {
  department: string;
  tasks: number;
  sums: [string, string, string, string, string, string];
};

const rate = (part: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN t.planned > 0 THEN ${part} / t.planned ELSE 0 END`;

const order: Record<Input["sort"], Prisma.Sql> = {
  task: Prisma.sql`t.task, t.id`,
  "-planned": Prisma.sql`t.planned DESC, t.id`,
  execution: Prisma.sql`${rate(Prisma.sql`t.spent`)}, t.id`,
  "-execution": Prisma.sql`${rate(Prisma.sql`t.spent`)} DESC, t.id`,
  arrival: Prisma.sql`${rate(Prisma.sql`t.received`)}, t.id`,
};

const lines = (scope: TenantScope, input: Input): Prisma.Sql => Prisma.sql`
  SELECT l.* FROM budget_lines l WHERE l.alliance_id = ${scope.alliance.id}::uuid AND l.planned > 0
    AND (${input.project ?? null}::uuid IS NULL OR l.project_id = ${input.project ?? null}::uuid)
    AND (${input.department ?? null}::text IS NULL OR l.department = ${input.department ?? null})
    AND (${input.responsible ?? null}::text IS NULL OR l.responsible = ${input.responsible ?? null})`;

const page = (db: Db, scope: TenantScope, input: Input) => db.$queryRaw<Row[]>`
  WITH t AS (
    SELECT min(l.id::text) AS id, l.project_id, l.task, l.department, l.responsible, l.cash, count(*)::int AS lines,
      sum(l.planned) AS planned, sum(l.received) AS received, sum(l.spent) AS spent
    FROM (${lines(scope, input)}) l GROUP BY l.project_id, l.task, l.department, l.responsible, l.cash)
  SELECT t.id, t.task, t.project_id AS "projectId", p.title AS "projectTitle", project_code(p.code_year, p.code_number) AS "projectCode",
    t.department, t.responsible, t.cash, t.lines, t.planned::text AS planned, t.received::text AS received, t.spent::text AS spent,
    count(*) OVER ()::int AS count
  FROM t JOIN projects p ON p.id = t.project_id
  ORDER BY ${order[input.sort]} LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`;

const byDepartment = (db: Db, scope: TenantScope, input: Input) => db.$queryRaw<DepartmentRow[]>`
  SELECT l.department, count(DISTINCT (l.project_id, l.task))::int AS tasks, ARRAY[
    coalesce(sum(l.planned) FILTER (WHERE l.cash), 0.00), coalesce(sum(l.received) FILTER (WHERE l.cash), 0.00),
    coalesce(sum(l.spent) FILTER (WHERE l.cash), 0.00), coalesce(sum(l.planned) FILTER (WHERE NOT l.cash), 0.00),
    coalesce(sum(l.received) FILTER (WHERE NOT l.cash), 0.00), coalesce(sum(l.spent) FILTER (WHERE NOT l.cash), 0.00)]::text[] AS sums
  FROM (${lines(scope, input)}) l GROUP BY l.department ORDER BY l.department LIMIT 100`;

/** 专项台账: every task with its budget, what arrived for it and what was spent, and who answers for it. */
export async function taskLedger(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof tasksPageSchema>> {
  const [rows, departments] = await Promise.all([
    page(db, scope, input),
    byDepartment(db, scope, input),
  ]);
  return {
    items: rows,
    total: rows[0]?.count ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    departments: departments.map(({ department, tasks, sums }) => ({
      department,
      tasks,
      cash: { planned: sums[0], received: sums[1], spent: sums[2] },
      inKind: { planned: sums[3], received: sums[4], spent: sums[5] },
    })),
  };
}
