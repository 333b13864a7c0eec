import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayCreate } from "../policy";
import type { ClassRow, classSummaryOutput, listClassesInput, listClassesOutput } from "../schema";

type Input = z.output<typeof listClassesInput>;

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-current": Prisma.sql`coalesce(y.current, -1) DESC, c.name, c.id`,
  name: Prisma.sql`c.name, c.id`,
  "-name": Prisma.sql`c.name DESC, c.id`,
  school: Prisma.sql`s.pinyin, c.name, c.id`,
  "-school": Prisma.sql`s.pinyin DESC, c.name, c.id`,
};

const from = Prisma.sql`training_classes c JOIN organizations s ON s.id = c.organization_id
  LEFT JOIN programme_offerings o ON o.id = c.offering_id LEFT JOIN programmes p ON p.id = o.programme_id
  LEFT JOIN LATERAL (SELECT * FROM training_class_years y WHERE y.class_id = c.id AND y.alliance_id = c.alliance_id
    ORDER BY y.academic_year DESC LIMIT 1) y ON TRUE`;

function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`c.alliance_id = ${scope.alliance.id}::uuid`];
  if (input.kind) parts.push(Prisma.sql`c.kind = ${input.kind}::training_class_kind`);
  if (input.organization) parts.push(Prisma.sql`c.organization_id = ${input.organization}::uuid`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(Prisma.sql`(c.name ILIKE ${pattern} OR p.name ILIKE ${pattern}
      OR s.search_text ILIKE ${likePattern(input.q.toLowerCase())})`);
  }
  return Prisma.join(parts, " AND ");
}

/** 订单班、学徒制班, those with most students first. */
export async function listClasses(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listClassesOutput>> {
  const where = filters(scope, input);
  const [items, totals] = await Promise.all([
    db.$queryRaw<ClassRow[]>`
      SELECT c.id, c.name, c.kind::text AS kind, json_build_object('id', s.id, 'name', s.name) AS school, p.name AS programme,
        coalesce((SELECT json_agg(json_build_object('id', e.id, 'name', e.name) ORDER BY e.pinyin, e.id)
          FROM training_class_partners q JOIN organizations e ON e.id = q.organization_id WHERE q.class_id = c.id), '[]') AS partners,
        coalesce((SELECT sum(q.mentors)::int FROM training_class_partners q WHERE q.class_id = c.id), 0) AS mentors,
        CASE WHEN y.class_id IS NOT NULL THEN json_build_object('academicYear', y.academic_year, 'planned', y.planned,
          'enrolled', y.enrolled, 'current', y.current, 'completed', y.completed, 'hired', y.hired) END AS latest
      FROM ${from} WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`,
  ]);
  return {
    items,
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayCreate: mayCreate(scope),
  };
}

type Summary = z.input<typeof classSummaryOutput>;

/** Heads of every class in its last academic year, by kind. */
export async function classSummary(db: Db, scope: TenantScope): Promise<Summary> {
  const rows = await db.$queryRaw<Summary[]>`
    WITH x AS (SELECT c.id, c.kind, c.organization_id, y.class_id IS NOT NULL AS counted, coalesce(y.current, 0) AS current,
        coalesce(y.completed, 0) AS completed, coalesce(y.hired, 0) AS hired
      FROM ${from} WHERE c.alliance_id = ${scope.alliance.id}::uuid)
    SELECT count(DISTINCT organization_id) FILTER (WHERE kind = 'order' AND counted)::int AS "orderSchools",
      coalesce(sum(current) FILTER (WHERE kind = 'order'), 0)::int AS "orderStudents",
      count(DISTINCT organization_id)::int AS schools,
      (SELECT coalesce(sum(q.mentors), 0)::int FROM training_class_partners q
        WHERE q.alliance_id = ${scope.alliance.id}::uuid) AS mentors,
      coalesce((SELECT json_agg(k ORDER BY k.kind) FROM (SELECT kind, count(*)::int AS classes,
          count(*) FILTER (WHERE counted)::int AS counted, count(DISTINCT organization_id)::int AS schools,
          sum(current)::int AS current, sum(completed)::int AS completed, sum(hired)::int AS hired
        FROM x GROUP BY kind) k), '[]') AS "byKind"
    FROM x`;
  const [row] = rows;
  if (!row) throw new Error("an aggregate without a row");
  return row;
}
