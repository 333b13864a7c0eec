import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText, likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mayAtAll, mayWhole } from "../policy";
import type {
  DemandRow,
  listDemandsInput,
  listDemandsOutput,
  occupationsOutput,
} from "../schema/demands";

type Input = z.output<typeof listDemandsInput>;

/** What schools and other readers may see: demands that were opened once. */
export const published = Prisma.sql`d.state IN ('open', 'partly_matched', 'filled')`;

/** Demands that figures are about: the park or the secretariat has confirmed them. */
export const countedDemand = Prisma.sql`d.state IN ('confirmed', 'open', 'partly_matched', 'filled')`;

/** Enterprises their own, schools what is open, the alliance's offices all of them. */
export function visibleDemands(scope: TenantScope): Prisma.Sql {
  const { whole, published: open, organizationIds } = scope.reach;
  if (whole) return Prisma.sql`TRUE`;
  const own = Prisma.sql`d.organization_id = ANY(${[...organizationIds]}::uuid[])`;
  return open ? Prisma.sql`(${published} OR ${own})` : own;
}

/** The state that a reader sees: half a year without a word is the end of belief. */
export const shownStateSql = (today: string): Prisma.Sql =>
  Prisma.sql`CASE WHEN d.state IN ('open', 'partly_matched') AND d.expires_on < ${today}::date THEN 'expired'
    ELSE d.state::text END`;

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-createdAt": Prisma.sql`d.created_at DESC, d.id DESC`,
  fromOn: Prisma.sql`d.from_on, d.id`,
  "-fromOn": Prisma.sql`d.from_on DESC, d.id DESC`,
  headcount: Prisma.sql`d.headcount, d.id`,
  "-headcount": Prisma.sql`d.headcount DESC, d.id DESC`,
};

export const demandFields = (today: string): Prisma.Sql =>
  Prisma.sql`d.id, json_build_object('id', e.id, 'name', e.name) AS organization,
  json_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) AS occupation, d.skill_level::text AS "skillLevel",
  d.headcount, d.taken, d.hired, d.from_on::text AS "fromOn", d.to_on::text AS "toOn", d.academic_year AS "academicYear",
  ${shownStateSql(today)} AS state, ${instantText(Prisma.sql`d.state_since`)} AS "stateSince",
  d.expires_on::text AS "expiresOn"`;

export const demandFrom = Prisma.sql`talent_demands d JOIN organizations e ON e.id = d.organization_id
  JOIN occupations c ON c.alliance_id = d.alliance_id AND c.id = d.occupation_id`;

export function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`d.alliance_id = ${scope.alliance.id}::uuid`, visibleDemands(scope)];
  if (input.state) parts.push(Prisma.sql`${shownStateSql(scope.today)} = ${input.state}`);
  if (input.occupation) parts.push(Prisma.sql`d.occupation_id = ${input.occupation}::uuid`);
  if (input.organization) parts.push(Prisma.sql`d.organization_id = ${input.organization}::uuid`);
  if (input.year) parts.push(Prisma.sql`d.academic_year = ${input.year}`);
  if (input.q) {
    parts.push(Prisma.sql`(c.name ILIKE ${likePattern(input.q)}
      OR e.search_text ILIKE ${likePattern(input.q.toLowerCase())})`);
  }
  return Prisma.join(parts, " AND ");
}

/** 企业人才需求库 */
export async function listDemands(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listDemandsOutput>> {
  const where = filters(scope, input);
  const [items, totals] = await Promise.all([
    db.$queryRaw<DemandRow[]>`SELECT ${demandFields(scope.today)} FROM ${demandFrom} WHERE ${where}
      ORDER BY ${orders[input.sort]} LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM ${demandFrom} WHERE ${where}`,
  ]);
  return {
    items,
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayPost: mayAtAll(scope, "demand.post"),
  };
}

/** Occupations with the programmes that lead to them. */
export async function listOccupations(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof occupationsOutput>> {
  const rows = await db.occupation.findMany({
    where: { allianceId: scope.alliance.id },
    include: {
      programmes: { select: { programme: { select: { id: true, name: true, level: true } } } },
      _count: { select: { demands: true } },
    },
    orderBy: { name: "asc" },
  });
  return {
    items: rows.map(({ programmes, _count, ...row }) => ({
      ...row,
      demands: _count.demands,
      programmes: programmes
        .map(({ programme }) => programme)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    })),
    mayManage: mayWhole(scope, "occupation.manage"),
  };
}
