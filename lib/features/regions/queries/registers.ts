import type { Day } from "@/lib/kernel/dates";
import type { Db } from "@/lib/platform/db/transaction";
import type { RegisterCount } from "../types";

export type RegisterRow = {
  code: RegisterCount;
  /** What stands in more than one of them is counted here with all its places but one. */
  double: number;
  shared: number;
  counts: { alliance: string; count: number }[];
};

type Stretch = { from: number; to: number; today: Day; now: Date };

/** Members of the day: one organization, however many alliances it belongs to. */
export const countMembers = (db: Db, ids: readonly string[], { today }: Stretch) =>
  db.$queryRaw<RegisterRow[]>`
    WITH places AS (
      SELECT DISTINCT m.alliance_id AS alliance, m.organization_id AS thing FROM memberships m
        JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
      WHERE m.alliance_id = ANY(${[...ids]}::uuid[])
        AND ${today}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')),
    things AS (SELECT thing, count(*) AS n FROM places GROUP BY 1)
    SELECT 'members' AS code, (SELECT coalesce(sum(n - 1), 0)::int FROM things) AS double,
      (SELECT count(*)::int FROM things WHERE n > 1) AS shared,
      coalesce((SELECT json_agg(json_build_object('alliance', alliance, 'count', c)) FROM (
        SELECT alliance, count(*)::int AS c FROM places GROUP BY 1) x), '[]') AS counts`;

/**
 * Registered projects of the years, in their own alliance and in those to which a confirmed share is credited; and bases, one
 * under its name whoever reports it (domain 4.1 rule 4). One statement.
 */
export const countProjectsAndBases = (db: Db, ids: readonly string[], { from, to, now }: Stretch) =>
  db.$queryRaw<RegisterRow[]>`
    WITH places AS (
      SELECT 'projects' AS code, p.alliance_id AS alliance, p.id::text AS thing FROM projects p
      WHERE p.alliance_id = ANY(${[...ids]}::uuid[]) AND p.code_number IS NOT NULL AND p.code_year BETWEEN ${from} AND ${to}
      UNION
      SELECT 'projects', c.credited_id, p.id::text FROM project_credits c JOIN projects p ON p.alliance_id = c.alliance_id AND p.id = c.project_id
      JOIN alliances a ON a.id = c.alliance_id
      WHERE c.credited_id = ANY(${[...ids]}::uuid[]) AND c.confirmed_at IS NOT NULL AND p.code_number IS NOT NULL
        AND p.code_year BETWEEN ${from} AND ${to} AND (a.published_at <= ${now} OR c.alliance_id = ANY(${[...ids]}::uuid[]))
      UNION
      SELECT 'platforms', f.alliance_id, outcome_key(f.name) FROM platforms f
      WHERE f.alliance_id = ANY(${[...ids]}::uuid[]) AND f.state IN ('approved', 'building', 'operating')),
    things AS (SELECT code, thing, count(*) AS n FROM places GROUP BY 1, 2)
    SELECT c.code, (SELECT coalesce(sum(n - 1), 0)::int FROM things t WHERE t.code = c.code) AS double,
      (SELECT count(*)::int FROM things t WHERE t.code = c.code AND n > 1) AS shared,
      coalesce((SELECT json_agg(json_build_object('alliance', alliance, 'count', x.n)) FROM (
        SELECT alliance, count(*)::int AS n FROM places p WHERE p.code = c.code GROUP BY 1) x), '[]') AS counts
    FROM (VALUES ('projects'), ('platforms')) AS c(code)`;
