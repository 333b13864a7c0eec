import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { instantText, likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { mayAtAll, mayFor, mayWhole } from "../policy";
import { supplyAfter } from "../rules/states";
import type {
  getSupplyInput,
  listSuppliesInput,
  listSuppliesOutput,
  SupplyRow,
  SupplyView,
} from "../schema/supply";
import type { SupplyState, SupplyStep } from "../types";

type Input = z.output<typeof listSuppliesInput>;
type Row = Omit<SupplyRow, "may">;

/** Schools their own, enterprises what is published, the alliance's offices all of them. */
function visible(scope: TenantScope): Prisma.Sql {
  const { whole, published, organizationIds } = scope.reach;
  if (whole) return Prisma.sql`TRUE`;
  const own = Prisma.sql`o.organization_id = ANY(${[...organizationIds]}::uuid[])`;
  return published ? Prisma.sql`(y.state = 'published' OR ${own})` : own;
}

const orders: Record<Input["sort"], Prisma.Sql> = {
  "-year": Prisma.sql`y.academic_year DESC, s.pinyin, p.name, y.id`,
  school: Prisma.sql`s.pinyin, p.name, y.academic_year DESC, y.id`,
  "-school": Prisma.sql`s.pinyin DESC, p.name, y.academic_year DESC, y.id`,
  graduates: Prisma.sql`y.graduates, y.id`,
  "-graduates": Prisma.sql`y.graduates DESC, y.id`,
};

export const supplyFrom = Prisma.sql`talent_supplies y JOIN programme_offerings o ON o.id = y.offering_id
  JOIN programmes p ON p.id = o.programme_id JOIN organizations s ON s.id = o.organization_id`;

const fields = Prisma.sql`y.id, json_build_object('id', s.id, 'name', s.name) AS school, p.name AS programme,
  p.level::text AS level, y.academic_year AS "academicYear", y.enrolled, y.on_roll AS "onRoll", y.graduates, y.capacity,
  y.taken, y.state::text AS state, ${instantText(Prisma.sql`y.state_since`)} AS "stateSince", y.return_reason AS "returnReason", y.version`;

function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`y.alliance_id = ${scope.alliance.id}::uuid`, visible(scope)];
  if (input.state) parts.push(Prisma.sql`y.state = ${input.state}::supply_state`);
  if (input.year) parts.push(Prisma.sql`y.academic_year = ${input.year}`);
  if (input.organization) parts.push(Prisma.sql`o.organization_id = ${input.organization}::uuid`);
  if (input.q) {
    parts.push(Prisma.sql`(p.name ILIKE ${likePattern(input.q)}
      OR s.search_text ILIKE ${likePattern(input.q.toLowerCase())})`);
  }
  return Prisma.join(parts, " AND ");
}

function mayOf(scope: TenantScope, row: Row): SupplyRow["may"] {
  const can = (step: SupplyStep) => supplyAfter(row.state as SupplyState, step) !== undefined;
  const bureau = mayWhole(scope, "supply.confirm_bureau");
  return {
    change: can("change") && mayFor(scope, "supply.enter", row.school.id),
    confirmSchool: can("confirm_school") && mayFor(scope, "supply.confirm_school", row.school.id),
    confirmBureau: can("confirm_bureau") && bureau,
    publish: can("publish") && bureau,
    giveBack: can("give_back") && bureau && row.taken === 0,
  };
}

/** 学校人才培养资源库 */
export async function listSupplies(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listSuppliesOutput>> {
  const where = filters(scope, input);
  const [rows, totals] = await Promise.all([
    db.$queryRaw<
      Row[]
    >`SELECT ${fields} FROM ${supplyFrom} WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM ${supplyFrom} WHERE ${where}`,
  ]);
  return {
    items: rows.map((row) => ({ ...row, may: mayOf(scope, row) })),
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayEnter: mayAtAll(scope, "supply.enter"),
  };
}

type Found = Row & Pick<SupplyView, "bureau" | "publishedAt">;

export async function getSupply(
  db: Db,
  scope: TenantScope,
  { supplyId }: z.output<typeof getSupplyInput>,
): Promise<SupplyView> {
  const rows = await db.$queryRaw<Found[]>`
    SELECT ${fields}, CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', b.name) END AS bureau,
      ${instantText(Prisma.sql`y.published_at`)} AS "publishedAt"
    FROM ${supplyFrom} LEFT JOIN organizations b ON b.id = y.bureau_id
    WHERE y.alliance_id = ${scope.alliance.id}::uuid AND y.id = ${supplyId}::uuid AND ${visible(scope)}`;
  const row = rows[0] ?? notFound();
  return { ...row, may: mayOf(scope, row) };
}
