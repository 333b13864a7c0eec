import { programmeOverview } from "@/lib/features/programmes/queries/overview";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { gapOf, structureDeviation } from "../rules/figures";
import type { BulletinSnapshot, FitSnapshot, KeySnapshot, ReportSnapshot } from "../schema/reports";
import type { TalentReportKind } from "../types";
import { countedDemand } from "./demands";

type Industry = Omit<FitSnapshot["industries"][number], "deviation">;
type Gap = Omit<FitSnapshot["gaps"][number], "gap">;

/** Demand and supply of every occupation in one academic year. A programme that leads to several occupations counts for each. */
export async function readGaps(db: Db, scope: TenantScope, year: number) {
  const rows = await db.$queryRaw<Gap[]>`
    SELECT c.name, c.name_en AS "nameEn",
      coalesce((SELECT sum(d.headcount)::int FROM talent_demands d WHERE d.alliance_id = c.alliance_id AND d.occupation_id = c.id
        AND d.academic_year = ${year} AND ${countedDemand}), 0) AS demand,
      coalesce((SELECT sum(y.graduates)::int FROM talent_supplies y JOIN programme_offerings o ON o.id = y.offering_id
        JOIN occupation_programmes m ON m.programme_id = o.programme_id AND m.occupation_id = c.id
        WHERE y.alliance_id = c.alliance_id AND y.academic_year = ${year} AND y.state = 'published'), 0) AS supply
    FROM occupations c WHERE c.alliance_id = ${scope.alliance.id}::uuid ORDER BY c.name COLLATE "C", c.id`;
  return rows
    .filter((row) => row.demand > 0 || row.supply > 0)
    .map((row) => ({ ...row, gap: gapOf(row) }))
    .sort((a, b) => b.gap - a.gap || (a.name < b.name ? -1 : 1));
}

/** Offerings, students and employment of every industry; the employment is of the last year known at the time. */
const readIndustries = (db: Db, scope: TenantScope, year: number) => db.$queryRaw<Industry[]>`
  SELECT i.name, i.name_en AS "nameEn", i.key,
    (SELECT count(*)::int FROM alliance_offerings x WHERE x.alliance_id = i.alliance_id AND x.industry_id = i.id
      AND x.status <> 'closed') AS offerings,
    coalesce((SELECT sum(y.on_roll)::int FROM talent_supplies y JOIN alliance_offerings x
      ON x.alliance_id = y.alliance_id AND x.offering_id = y.offering_id
      WHERE x.alliance_id = i.alliance_id AND x.industry_id = i.id AND y.academic_year = ${year} AND y.state = 'published'), 0) AS students,
    coalesce(w.employed, 0) AS employed, w.year AS "employedYear"
  FROM industries i LEFT JOIN LATERAL (SELECT * FROM industry_years w WHERE w.alliance_id = i.alliance_id AND w.industry_id = i.id
    AND w.year <= ${year} ORDER BY w.year DESC LIMIT 1) w ON TRUE
  WHERE i.alliance_id = ${scope.alliance.id}::uuid ORDER BY i.key DESC, i.name COLLATE "C", i.id`;

const sumOf = <K extends "students" | "employed">(rows: readonly Record<K, number>[], key: K) =>
  rows.reduce((sum, row) => sum + row[key], 0);

async function takeFit(db: Db, scope: TenantScope, year: number): Promise<FitSnapshot> {
  const overview = await programmeOverview(db, scope);
  const industries = await readIndustries(db, scope, year);
  const gaps = await readGaps(db, scope, year);
  const overlap = await db.$queryRaw<FitSnapshot["overlap"]>`
      SELECT p.name, p.level::text AS level, count(*)::int AS schools
      FROM alliance_offerings x JOIN programme_offerings o ON o.id = x.offering_id JOIN programmes p ON p.id = o.programme_id
      WHERE x.alliance_id = ${scope.alliance.id}::uuid AND x.status <> 'closed'
      GROUP BY p.id HAVING count(*) > 1 ORDER BY count(*) DESC, p.name COLLATE "C", p.level LIMIT 20`;
  const students = sumOf(industries, "students");
  const employed = sumOf(industries, "employed");
  return {
    kind: "fit",
    programmes: overview.programmes,
    offerings: overview.offerings,
    schools: overview.schools,
    fit: overview.fit,
    students,
    employed,
    industries: industries.map((row) => ({
      ...row,
      deviation:
        structureDeviation(
          { part: row.students, whole: students },
          { part: row.employed, whole: employed },
        ) ?? null,
    })),
    gaps,
    overlap,
  };
}

async function takeBulletin(db: Db, scope: TenantScope, year: number): Promise<BulletinSnapshot> {
  const allianceId = scope.alliance.id;
  const occupations = await db.$queryRaw<BulletinSnapshot["occupations"]>`
      SELECT c.name, c.name_en AS "nameEn", count(*)::int AS demands, sum(d.headcount)::int AS headcount,
        sum(d.taken)::int AS taken, sum(d.hired)::int AS hired
      FROM talent_demands d JOIN occupations c ON c.alliance_id = d.alliance_id AND c.id = d.occupation_id
      WHERE d.alliance_id = ${allianceId}::uuid AND d.academic_year = ${year}
        AND ${countedDemand}
      GROUP BY c.id ORDER BY sum(d.headcount) DESC, c.name COLLATE "C"`;
  const skills = await db.$queryRaw<BulletinSnapshot["skills"]>`
      SELECT d.skill_level::text AS level, sum(d.headcount)::int AS headcount FROM talent_demands d
      WHERE d.alliance_id = ${allianceId}::uuid AND d.academic_year = ${year}
        AND ${countedDemand} GROUP BY d.skill_level ORDER BY d.skill_level`;
  const forms = await db.$queryRaw<BulletinSnapshot["forms"]>`
      SELECT t.form::text AS form, count(*)::int AS matches, sum(t.hired)::int AS hired
      FROM talent_matches t JOIN talent_demands d ON d.alliance_id = t.alliance_id AND d.id = t.demand_id
      WHERE t.alliance_id = ${allianceId}::uuid AND d.academic_year = ${year} AND t.state IN ('agreed', 'result')
      GROUP BY t.form ORDER BY t.form`;
  const sums = await db.$queryRaw<
    { enterprises: number; demands: number; headcount: number; hired: number }[]
  >`
      SELECT count(DISTINCT d.organization_id)::int AS enterprises, count(*)::int AS demands,
        coalesce(sum(d.headcount), 0)::int AS headcount, coalesce(sum(d.hired), 0)::int AS hired
      FROM talent_demands d WHERE d.alliance_id = ${allianceId}::uuid AND d.academic_year = ${year}
        AND ${countedDemand}`;
  const sum = sums[0] ?? { enterprises: 0, demands: 0, headcount: 0, hired: 0 };
  const { hired, ...totals } = sum;
  return {
    kind: "bulletin",
    ...totals,
    filled: { part: hired, whole: sum.headcount },
    occupations,
    skills,
    forms,
  };
}

async function takeKeyIndustries(db: Db, scope: TenantScope, year: number): Promise<KeySnapshot> {
  const industries = await db.$queryRaw<KeySnapshot["industries"]>`
    SELECT i.name, i.name_en AS "nameEn", i.key, count(x.offering_id)::int AS offerings,
      count(DISTINCT o.organization_id)::int AS schools, w.employed, w.year AS "employedYear", w.source
    FROM industries i
    LEFT JOIN alliance_offerings x ON x.alliance_id = i.alliance_id AND x.industry_id = i.id AND x.status <> 'closed'
    LEFT JOIN programme_offerings o ON o.id = x.offering_id
    LEFT JOIN LATERAL (SELECT * FROM industry_years w WHERE w.alliance_id = i.alliance_id AND w.industry_id = i.id
      AND w.year <= ${year} ORDER BY w.year DESC LIMIT 1) w ON TRUE
    WHERE i.alliance_id = ${scope.alliance.id}::uuid
    GROUP BY i.id, w.employed, w.year, w.source ORDER BY i.key DESC, i.name COLLATE "C", i.id`;
  return {
    kind: "key_industries",
    keyIndustries: industries.filter(({ key }) => key).length,
    industries,
  };
}

/** Everything that a report says, counted now, one statement after the other on the one connection of its transaction. */
export async function takeSnapshot(
  db: Db,
  scope: TenantScope,
  kind: TalentReportKind,
  year: number,
): Promise<ReportSnapshot> {
  if (kind === "fit") return takeFit(db, scope, year);
  return kind === "bulletin" ? takeBulletin(db, scope, year) : takeKeyIndustries(db, scope, year);
}
