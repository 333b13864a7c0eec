import { listedPeople } from "@/lib/features/people/queries";
import { peopleTrained } from "@/lib/features/people/types";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";

type Row = { subjectId: string; code: string; hundredths: bigint };

/** Who stands in several lists of the counted trainings counts once. */
const doubles = (
  where: Prisma.Sql,
): Prisma.Sql => Prisma.sql`CASE WHEN k.code = ${peopleTrained} THEN
  (SELECT count(*) - count(DISTINCT person_key) FROM ${listedPeople} l WHERE ${where}) ELSE 0 END`;

/**
 * Verified quantities of the year by metric, for every subject of a round (or the one named) in one statement: of a member its own records, of
 * a college those of its projects, of the alliance all of them.
 */
export const measuredFor = (
  db: Db,
  scope: TenantScope,
  round: { id: string; year: number },
  codes: readonly string[],
  subjectId?: string,
): Promise<Row[]> => db.$queryRaw<Row[]>`
  SELECT s.id AS "subjectId", k.code, (100 * coalesce(CASE
    WHEN s.college_id IS NOT NULL THEN (SELECT sum(o.quantity) FROM outcome_records o
      JOIN college_projects c ON c.alliance_id = o.alliance_id AND c.project_id = o.project_id
      WHERE o.alliance_id = s.alliance_id AND c.college_id = s.college_id AND o.metric_code = k.code AND o.year = ${round.year}
        AND o.state IN ('verified', 'published'))
      - ${doubles(Prisma.sql`l.alliance_id = s.alliance_id AND l.year = ${round.year} AND l.state IN ('verified', 'published')
        AND l.project_id IN (SELECT c.project_id FROM college_projects c
          WHERE c.alliance_id = s.alliance_id AND c.college_id = s.college_id)`)}
    ELSE (SELECT sum(r.total) FROM outcome_rollups r
      WHERE r.alliance_id = s.alliance_id AND r.metric_code = k.code AND r.year = ${round.year}
        AND r.state IN ('verified', 'published') AND (s.organization_id IS NULL OR r.organization_id = s.organization_id))
      - ${doubles(Prisma.sql`l.alliance_id = s.alliance_id AND l.year = ${round.year} AND l.state IN ('verified', 'published')
        AND (s.organization_id IS NULL OR l.organization_id = s.organization_id)`)}
    END, 0))::bigint AS hundredths
  FROM evaluation_subjects s CROSS JOIN unnest(${[...codes]}::text[]) AS k(code)
  WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.round_id = ${round.id}::uuid
    AND (${subjectId ?? null}::uuid IS NULL OR s.id = ${subjectId ?? null}::uuid)`;
