import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type {
  choicesOutput,
  industriesOutput,
  overlapInput,
  overlapOutput,
  overviewOutput,
} from "../schema";
import { pathwayChoices } from "./pathways";

type Overview = z.input<typeof overviewOutput>;
type Counted = Omit<Overview, "fit"> & { linked: number };

/** Programmes and offerings side by side; a closed offering counts nowhere. */
export async function programmeOverview(db: Db, scope: TenantScope): Promise<Overview> {
  const rows = await db.$queryRaw<Counted[]>`
    WITH x AS (
      SELECT o.programme_id, o.organization_id, p.level, i.id AS industry_id, i.name, i.name_en, coalesce(i.key, false) AS key
      FROM alliance_offerings x JOIN programme_offerings o ON o.id = x.offering_id JOIN programmes p ON p.id = o.programme_id
      LEFT JOIN industries i ON i.alliance_id = x.alliance_id AND i.id = x.industry_id
      WHERE x.alliance_id = ${scope.alliance.id}::uuid AND x.status <> 'closed')
    SELECT count(DISTINCT programme_id)::int AS programmes, count(*)::int AS offerings,
      count(DISTINCT organization_id)::int AS schools, count(*) FILTER (WHERE key)::int AS linked,
      coalesce((SELECT json_agg(json_build_object('level', level, 'count', n) ORDER BY level)
        FROM (SELECT level, count(*)::int AS n FROM x GROUP BY level) l), '[]') AS "byLevel",
      coalesce((SELECT json_agg(json_build_object('industry', CASE WHEN industry_id IS NOT NULL
          THEN json_build_object('id', industry_id, 'name', name, 'nameEn', name_en) END, 'key', key, 'count', n)
          ORDER BY key DESC, n DESC, name)
        FROM (SELECT industry_id, name, name_en, key, count(*)::int AS n FROM x GROUP BY 1, 2, 3, 4) b), '[]') AS "byIndustry"
    FROM x`;
  const [row] = rows;
  if (!row) throw new Error("an aggregate without a row");
  const { linked, ...rest } = row;
  return { ...rest, fit: { part: linked, whole: row.offerings } };
}

type OverlapRow = {
  programme: { id: string; name: string; level: "secondary" | "college" | "bachelor" };
  schools: { id: string; name: string }[];
  total: number;
};

/** Programmes that more than one school teaches, the most frequent first. */
export async function programmeOverlap(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof overlapInput>,
): Promise<z.input<typeof overlapOutput>> {
  const rows = await db.$queryRaw<OverlapRow[]>`
    SELECT json_build_object('id', p.id, 'name', p.name, 'level', p.level) AS programme,
      json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.pinyin, s.id) AS schools,
      count(*) OVER ()::int AS total
    FROM alliance_offerings x JOIN programme_offerings o ON o.id = x.offering_id JOIN programmes p ON p.id = o.programme_id
      JOIN organizations s ON s.id = o.organization_id
    WHERE x.alliance_id = ${scope.alliance.id}::uuid AND x.status <> 'closed'
    GROUP BY p.id HAVING count(*) > 1 ORDER BY count(*) DESC, p.name, p.level, p.id
    LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`;
  const schools = new Map(rows.flatMap((row) => row.schools.map((one) => [one.id, one] as const)));
  return {
    items: rows.map(({ programme, schools: here }) => ({
      programme,
      schools: here.map(({ id }) => id),
    })),
    schools: [...schools.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    total: rows[0]?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
  };
}

/** What the forms of programmes, classes and talent let choose from. */
export async function programmeChoices(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof choicesOutput>> {
  const allianceId = scope.alliance.id;
  const named = { id: true, name: true, nameEn: true } as const;
  const held = scope.actor.roles.flatMap((role) =>
    role.allianceId === allianceId && role.organizationId ? [role.organizationId] : [],
  );
  const [mine, programmes, industries, nodes, groups, offerings, pathways] = await Promise.all([
    db.organization.findMany({
      where: { id: { in: held } },
      select: { id: true, name: true },
      orderBy: { pinyin: "asc" },
    }),
    db.programme.findMany({
      where: { offerings: { some: { alliances: { some: { allianceId } } } } },
      select: { id: true, name: true, level: true },
      orderBy: [{ name: "asc" }, { level: "asc" }],
    }),
    db.industry.findMany({ where: { allianceId }, select: named, orderBy: { name: "asc" } }),
    db.chainNode.findMany({ where: { allianceId }, select: named, orderBy: { sortOrder: "asc" } }),
    db.programmeGroup.findMany({
      where: { allianceId },
      select: { id: true, name: true, organizationId: true },
      orderBy: { name: "asc" },
    }),
    db.$queryRaw<z.input<typeof choicesOutput>["offerings"]>`
      SELECT o.id, o.organization_id AS "organizationId", s.name AS school, p.name AS programme, p.level::text AS level,
        x.status::text AS status
      FROM alliance_offerings x JOIN programme_offerings o ON o.id = x.offering_id
        JOIN programmes p ON p.id = o.programme_id JOIN organizations s ON s.id = o.organization_id
      WHERE x.alliance_id = ${allianceId}::uuid ORDER BY s.pinyin, p.name, p.level, o.id LIMIT 2000`,
    pathwayChoices(db, scope),
  ]);
  return { mine, programmes, industries, nodes, groups, offerings, pathways };
}

export async function listIndustries(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof industriesOutput>> {
  const rows = await db.industry.findMany({
    where: { allianceId: scope.alliance.id },
    include: {
      years: { orderBy: { year: "desc" } },
      _count: { select: { offerings: { where: { status: { not: "closed" } } } } },
    },
    orderBy: [{ key: "desc" }, { name: "asc" }],
  });
  return {
    items: rows.map(({ _count, ...row }) => ({ ...row, offerings: _count.offerings })),
    mayManage:
      !scope.actor.readOnly &&
      reachOf("industry.manage", scope.actor.roles, scope.alliance.id)?.whole === true,
  };
}
