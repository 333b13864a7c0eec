import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";

/**
 * Acceptances of milestones that were taken back after a result of their project was reported (behaviour 4.3, "Milestone
 * accepted, later found wrong"): the result waits for a correction, until one is applied or the milestone is accepted anew.
 * `o` is the record, `m` the milestone.
 */
const stands = Prisma.sql`m.alliance_id = o.alliance_id AND m.project_id = o.project_id AND m.accepted_at IS NULL
  AND m.reopened_at > o.created_at AND NOT EXISTS (SELECT 1 FROM correction_cases c WHERE c.alliance_id = o.alliance_id
    AND c.record_id = o.id AND c.state = 'applied' AND c.decided_at > m.reopened_at)`;

/** Condition on a record `o`. */
export const isReopened = Prisma.sql`EXISTS (SELECT 1 FROM project_milestones m WHERE ${stands})`;

export type Reopened = { id: string; at: Date; reason: string };

/** The last one of each record that has any. */
export const listReopened = (
  db: Db,
  allianceId: string,
  ids: readonly string[],
): Promise<Reopened[]> =>
  db.$queryRaw<Reopened[]>`
    SELECT DISTINCT ON (o.id) o.id, m.reopened_at AS at, concat_ws(': ', m.title, m.state_reason) AS reason
    FROM outcome_records o JOIN project_milestones m ON ${stands}
    WHERE o.alliance_id = ${allianceId}::uuid AND o.id = ANY(${[...ids]}::uuid[])
    ORDER BY o.id, m.reopened_at DESC`;
