import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { waitsFor } from "../rules";
import type { FollowUp, followUpInput, followUpOutput } from "../schema";
import type { TaskCounts } from "../types";
import { life, reviewed, stateOn, taskCountsOf, toUndo } from "./state";

type Row = Omit<FollowUp, "waiting"> & { counts: TaskCounts; undo: boolean };

/**
 * What became of the resolutions of a body: those that are still alive and not done, and repealed ones whose effect nobody
 * has undone, the oldest first. Generated, so
 * that nobody can leave one out of the list that opens the next meeting (behaviour 4.2).
 */
export async function listFollowUp(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof followUpInput>,
): Promise<z.input<typeof followUpOutput>> {
  const allianceId = scope.alliance.id;
  const found = await db.governanceBody.count({ where: { allianceId, id: input.bodyId } });
  if (found === 0) notFound();
  const { today } = scope;
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.year, r.number, r.title, r.adopted_on::text AS "adoptedOn",
      json_build_object('name', b.name, 'nameEn', b.name_en) AS body,
      ${stateOn(today)} AS state, ${reviewed} AS "underReview", ${taskCountsOf(today)} AS counts, ${toUndo} AS undo,
      coalesce((SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'state', t.state, 'dueOn', t.due_on,
          'personName', p.name, 'organizationName', o.name,
          'overdue', t.state IN ('open', 'running') AND t.due_on < ${today}::date,
          'latest', (SELECT e.text FROM task_events e WHERE e.alliance_id = t.alliance_id AND e.task_id = t.id
            AND e.text IS NOT NULL ORDER BY e.at DESC, e.id DESC LIMIT 1)) ORDER BY t.due_on, t.id)
        FROM tasks t JOIN people p ON p.id = t.person_id LEFT JOIN organizations o ON o.id = t.organization_id
        WHERE t.alliance_id = r.alliance_id AND t.resolution_id = r.id), '[]') AS tasks
    FROM resolutions r ${life(today)}
    JOIN governance_bodies b ON b.alliance_id = r.alliance_id AND b.id = r.body_id
    WHERE r.alliance_id = ${allianceId}::uuid AND r.body_id = ${input.bodyId}::uuid
      AND (${reviewed} OR ${stateOn(today)} IN ('adopted', 'in_force', 'amended') OR ${toUndo})
    ORDER BY r.year, r.number LIMIT 200`;
  return {
    items: rows.map(({ counts, undo, ...row }) => ({
      ...row,
      waiting: waitsFor(row.state, row.underReview, counts, undo),
    })),
  };
}
