import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { beginNext } from "./milestones";

type Row = {
  id: string;
  title: string;
  deliverable: string;
  dueOn: string;
  /** Nothing was handed in for it, or what was handed in came back. */
  open: boolean;
  /** Money that hangs on it has arrived or is on its way. */
  paid: boolean;
};

/** Milestones of a project, as far as they may still fall away. */
export const droppable = (tx: Tx, scope: TenantScope, projectId: string, ids: readonly string[]) =>
  tx.$queryRaw<Row[]>`
    SELECT m.id, m.title, m.deliverable, m.due_on::text AS "dueOn", m.state IN ('planned', 'running', 'returned') AS open,
      EXISTS (SELECT 1 FROM fund_instalments i JOIN fund_entries e ON e.alliance_id = i.alliance_id AND e.instalment_id = i.id
        WHERE i.alliance_id = m.alliance_id AND i.milestone_id = m.id AND e.state <> 'rejected'
        GROUP BY i.id HAVING sum(e.amount) <> 0 OR count(*) FILTER (WHERE e.state <> 'posted') > 0) AS paid
    FROM project_milestones m
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.project_id = ${projectId}::uuid AND m.id = ANY (${[...ids]}::uuid[])
    ORDER BY m.sort_order`;

export async function mayDrop(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
  ids: readonly string[] = [],
): Promise<boolean> {
  const rows = ids.length === 0 ? [] : await droppable(tx, scope, projectId, ids);
  return rows.every((row) => row.open && !row.paid);
}

/** Waived by the change: it stays on the board with the reason, and in the versions of the plan that had it. */
export async function dropMilestones(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
  given: { ids: readonly string[]; reason: string },
): Promise<void> {
  if (given.ids.length === 0) return;
  await tx.$executeRaw`
    UPDATE project_milestones SET state = 'waived', state_reason = ${given.reason.slice(0, 500)},
      decided_by_id = ${scope.actor.userId}::uuid, decided_at = ${scope.now}, version = version + 1
    WHERE alliance_id = ${scope.alliance.id}::uuid AND project_id = ${projectId}::uuid AND id = ANY (${[...given.ids]}::uuid[])`;
  await beginNext(tx, scope, projectId);
}
