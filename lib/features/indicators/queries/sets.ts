import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { maySetUp } from "../policy";
import { treeFaults } from "../rules/tree";
import type {
  getSetInput,
  IndicatorView,
  listSetsInput,
  listSetsOutput,
  SetRow,
  SetView,
} from "../schema";

/** Drafts are the business of those who keep the sets. */
const visible = (scope: TenantScope): Prisma.Sql =>
  maySetUp(scope) ? Prisma.sql`true` : Prisma.sql`s.state <> 'draft'`;

export async function listSets(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listSetsInput>,
): Promise<z.input<typeof listSetsOutput>> {
  const parts = [Prisma.sql`s.alliance_id = ${scope.alliance.id}::uuid`, visible(scope)];
  if (input.state) parts.push(Prisma.sql`s.state = ${input.state}::indicator_set_state`);
  const where = Prisma.join(parts, " AND ");
  const [items, totals] = await Promise.all([
    db.$queryRaw<SetRow[]>`
      SELECT s.id, s.code, s.edition, s.name_zh AS "nameZh", s.name_en AS "nameEn", s.source, s.source_url AS "sourceUrl",
        s.state::text AS state, s.valid_from::text AS "validFrom", s.version,
        (SELECT count(*)::int FROM indicators i WHERE i.alliance_id = s.alliance_id AND i.set_id = s.id
          AND i.kind IS NOT NULL) AS asked
      FROM indicator_sets s WHERE ${where}
      ORDER BY s.code, s.edition DESC LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`,
    db.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM indicator_sets s WHERE ${where}`,
  ]);
  return {
    items,
    total: totals[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
    mayManage: maySetUp(scope),
  };
}

/** The nodes of a set in the order of its tree. */
export async function readTree(
  db: Db,
  allianceId: string,
  setId: string,
): Promise<IndicatorView[]> {
  const rows = await db.indicator.findMany({
    where: { allianceId, setId },
    include: { parent: { select: { code: true } } },
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }],
  });
  const nodes = rows.map(({ parent, ...row }) => ({
    ...row,
    parentCode: parent?.code ?? null,
    target: row.target?.toFixed() ?? null,
    lowest: row.lowest?.toFixed() ?? null,
    highest: row.highest?.toFixed() ?? null,
  }));
  const families = Map.groupBy(nodes, ({ parentCode }) => parentCode ?? "");
  const below = (code: string): typeof nodes =>
    (families.get(code) ?? []).flatMap((node) => [node, ...below(node.code)]);
  return below("");
}

export async function findSet(db: Db, scope: TenantScope, setId: string) {
  const found = await db.indicatorSet.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: setId } },
  });
  return found && (found.state !== "draft" || maySetUp(scope)) ? found : notFound();
}

export async function getSet(
  db: Db,
  scope: TenantScope,
  { setId }: z.output<typeof getSetInput>,
): Promise<SetView> {
  const allianceId = scope.alliance.id;
  const set = await findSet(db, scope, setId);
  const manages = maySetUp(scope);
  const [indicators, rules, versions] = await Promise.all([
    readTree(db, allianceId, setId),
    db.indicatorRule.findMany({ where: { allianceId, setId }, orderBy: { sortOrder: "asc" } }),
    db.indicatorSet.findMany({
      where: { allianceId, code: set.code, ...(!manages && { state: { not: "draft" } }) },
      orderBy: { edition: "desc" },
    }),
  ]);
  const expected = {
    groups: set.expectedGroups,
    middle: set.expectedMiddle,
    leaves: set.expectedLeaves,
  };
  return {
    ...set,
    validFrom: set.validFrom ? dayOf(set.validFrom) : null,
    asked: indicators.filter(({ kind }) => kind !== null).length,
    expected,
    indicators,
    rules,
    faults: set.state === "draft" ? treeFaults(indicators, expected) : [],
    versions: versions.map(({ id, edition, state, validFrom }) => ({
      id,
      edition,
      state,
      validFrom: validFrom ? dayOf(validFrom) : null,
    })),
    mayManage: manages,
  };
}
