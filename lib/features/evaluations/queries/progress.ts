import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { mustRectify } from "../rules/result";
import { grades } from "../types";

/** An entry e of an indicator i of which a value or an item waits for its second person. */
export const unverified = Prisma.sql`((i.metric_code IS NULL AND e.self_value IS NOT NULL AND e.verified_value IS NULL)
  OR EXISTS (SELECT 1 FROM evaluation_items x WHERE x.entry_id = e.id AND x.accepted IS NULL))`;

export type Standing = {
  unsubmitted: number;
  unverified: number;
  fewestExperts: number;
  leastExperts: number;
  sheetsMissing: number;
  openVetoes: number;
  openObjections: number;
  withoutTask: number;
  openTasks: number;
};

/** How far a round is: everything that a step may have to wait for, in one statement. */
export async function standing(
  db: Db,
  scope: TenantScope,
  round: { id: string; schemeId: string },
): Promise<Standing> {
  const [row] = await db.$queryRaw<Standing[]>`
    WITH s AS (SELECT * FROM evaluation_subjects WHERE alliance_id = ${scope.alliance.id}::uuid AND round_id = ${round.id}::uuid),
    seats AS (SELECT s.id, e.state, e.submitted_at FROM s JOIN evaluation_seats e ON e.subject_id = s.id)
    SELECT (SELECT count(*)::int FROM s WHERE submitted_at IS NULL) AS unsubmitted,
      (SELECT count(*)::int FROM evaluation_entries e JOIN s ON s.id = e.subject_id
        JOIN evaluation_indicators i ON i.id = e.indicator_id WHERE ${unverified}) AS unverified,
      (SELECT coalesce(min((SELECT count(*) FROM seats t WHERE t.id = s.id AND t.state = 'clear')), 0)::int FROM s) AS "fewestExperts",
      (SELECT CASE WHEN EXISTS (SELECT 1 FROM evaluation_indicators i WHERE i.scheme_id = c.id AND i.kind = 'expert')
        THEN c.least_experts ELSE 0 END FROM evaluation_schemes c WHERE c.id = ${round.schemeId}::uuid) AS "leastExperts",
      (SELECT count(*)::int FROM seats WHERE state = 'assigned' OR (state = 'clear' AND submitted_at IS NULL)) AS "sheetsMissing",
      (SELECT count(*)::int FROM evaluation_vetoes v JOIN s ON s.id = v.subject_id WHERE v.state = 'found') AS "openVetoes",
      (SELECT count(*)::int FROM evaluation_objections o JOIN s ON s.id = o.subject_id WHERE o.state = 'open') AS "openObjections",
      (SELECT count(*)::int FROM s WHERE grade::text = ANY(${grades.filter(mustRectify)})
        AND NOT EXISTS (SELECT 1 FROM evaluation_tasks t WHERE t.subject_id = s.id)) AS "withoutTask",
      (SELECT count(*)::int FROM evaluation_tasks t JOIN s ON s.id = t.subject_id JOIN tasks k ON k.id = t.task_id
        WHERE k.state NOT IN ('accepted', 'dropped')) AS "openTasks"`;
  if (!row) throw new Error("a statement without a row");
  return row;
}
