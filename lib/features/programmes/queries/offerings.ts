import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { likePattern } from "@/lib/platform/db/sql";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { managedBy, mayManage } from "../policy";
import type {
  getOfferingInput,
  getOfferingOutput,
  listOfferingsInput,
  listOfferingsOutput,
  OfferingRow,
} from "../schema";
import { pathwaysOf } from "./pathways";

type Input = z.output<typeof listOfferingsInput>;
type Row = Omit<OfferingRow, "mayManage">;

const orders: Record<Input["sort"], Prisma.Sql> = {
  school: Prisma.sql`s.pinyin, p.name, p.level, o.id`,
  "-school": Prisma.sql`s.pinyin DESC, p.name, p.level, o.id`,
  programme: Prisma.sql`p.name, p.level, s.pinyin, o.id`,
  "-programme": Prisma.sql`p.name DESC, p.level, s.pinyin, o.id`,
};

const from = Prisma.sql`alliance_offerings x JOIN programme_offerings o ON o.id = x.offering_id
  JOIN programmes p ON p.id = o.programme_id JOIN organizations s ON s.id = o.organization_id
  LEFT JOIN industries i ON i.alliance_id = x.alliance_id AND i.id = x.industry_id`;

const fields = Prisma.sql`o.id, json_build_object('id', s.id, 'name', s.name) AS school,
  json_build_object('id', p.id, 'name', p.name, 'code', p.code, 'level', p.level) AS programme,
  x.status::text AS status, x.version,
  CASE WHEN i.id IS NOT NULL THEN json_build_object('id', i.id, 'name', i.name, 'nameEn', i.name_en, 'key', i.key) END AS industry,
  (SELECT json_build_object('id', g.id, 'name', g.name) FROM programme_groups g
    WHERE g.alliance_id = x.alliance_id AND g.id = x.group_id) AS "group",
  coalesce((SELECT json_agg(json_build_object('id', n.id, 'name', n.name, 'nameEn', n.name_en) ORDER BY n.sort_order)
    FROM offering_chain_nodes l JOIN chain_nodes n ON n.id = l.chain_node_id
    WHERE l.alliance_id = x.alliance_id AND l.offering_id = x.offering_id), '[]') AS nodes`;

function filters(scope: TenantScope, input: Input): Prisma.Sql {
  const parts = [Prisma.sql`x.alliance_id = ${scope.alliance.id}::uuid`];
  if (input.level) parts.push(Prisma.sql`p.level = ${input.level}::programme_level`);
  if (input.status) parts.push(Prisma.sql`x.status = ${input.status}::offering_status`);
  if (input.industry) parts.push(Prisma.sql`x.industry_id = ${input.industry}::uuid`);
  if (input.organization) parts.push(Prisma.sql`o.organization_id = ${input.organization}::uuid`);
  if (input.fit === "key") parts.push(Prisma.sql`i.key`);
  if (input.fit === "other") parts.push(Prisma.sql`NOT coalesce(i.key, false)`);
  if (input.q) {
    const pattern = likePattern(input.q);
    parts.push(Prisma.sql`(p.name ILIKE ${pattern} OR p.code ILIKE ${pattern}
      OR s.search_text ILIKE ${likePattern(input.q.toLowerCase())})`);
  }
  return Prisma.join(parts, " AND ");
}

/** 专业点: programme × school, with what each serves. */
export async function listOfferings(
  db: Db,
  scope: TenantScope,
  input: Input,
): Promise<z.input<typeof listOfferingsOutput>> {
  const where = filters(scope, input);
  const [rows, totals] = await Promise.all([
    db.$queryRaw<Row[]>`SELECT ${fields} FROM ${from} WHERE ${where} ORDER BY ${orders[input.sort]}
      LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`,
  ]);
  return {
    items: rows.map((row) => ({ ...row, mayManage: mayManage(scope, row.school.id) })),
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayAdd: managedBy(scope).length > 0,
  };
}

type Found = Row & { openedOn: string | null };

export async function getOffering(
  db: Db,
  scope: TenantScope,
  { offeringId }: z.output<typeof getOfferingInput>,
): Promise<z.input<typeof getOfferingOutput>> {
  const [rows, pathways] = await Promise.all([
    db.$queryRaw<Found[]>`SELECT ${fields}, o.opened_on::text AS "openedOn" FROM ${from}
      WHERE x.alliance_id = ${scope.alliance.id}::uuid AND x.offering_id = ${offeringId}::uuid`,
    pathwaysOf(db, scope, offeringId),
  ]);
  const row = rows[0] ?? notFound();
  return { ...row, mayManage: mayManage(scope, row.school.id), pathways };
}
