import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { findReport } from "../queries/read";
import { stateAfter } from "../rules/states";
import type { lockCellInput } from "../schema/reports";

/** How long a cell is held after the last sign of life of the person who types in it. */
const LOCK_SECONDS = 60;

/** Cells that others are typing in, with their names. */
export async function othersLocks(tx: Tx, scope: TenantScope, obligationId: string) {
  const rows = await tx.$queryRaw<{ indicatorId: string; name: string }[]>`
    SELECT l.indicator_id AS "indicatorId", p.name FROM report_cell_locks l
    JOIN users u ON u.id = l.user_id JOIN people p ON p.id = u.person_id
    WHERE l.alliance_id = ${scope.alliance.id}::uuid AND l.obligation_id = ${obligationId}::uuid
      AND l.until > ${scope.now} AND l.user_id <> ${scope.actor.userId}::uuid`;
  return new Map(rows.map(({ indicatorId, name }) => [indicatorId, name]));
}

/** Holds a cell while somebody types in it, or lets it go. Of two at once one has it, and the other reads the name. */
export async function lockCell(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof lockCellInput>,
): Promise<Result<{ mine: boolean; by: string | null }, "wrong-state">> {
  const { obligationId, indicatorId } = input;
  const report = await findReport(tx, scope, obligationId);
  if (!stateAfter(report.state, "save")) return refuse("wrong-state");
  const asked = await tx.indicator.count({
    where: { allianceId: scope.alliance.id, setId: report.setId, id: indicatorId },
  });
  if (asked === 0) notFound();
  const until = new Date(+scope.now + (input.release ? 0 : LOCK_SECONDS * 1000));
  await tx.$executeRaw`
    INSERT INTO report_cell_locks (alliance_id, obligation_id, indicator_id, user_id, until)
    VALUES (${scope.alliance.id}::uuid, ${obligationId}::uuid, ${indicatorId}::uuid, ${scope.actor.userId}::uuid, ${until})
    ON CONFLICT (obligation_id, indicator_id) DO UPDATE SET user_id = EXCLUDED.user_id, until = EXCLUDED.until
    WHERE report_cell_locks.user_id = EXCLUDED.user_id OR report_cell_locks.until <= ${scope.now}`;
  const by = (await othersLocks(tx, scope, obligationId)).get(indicatorId) ?? null;
  await scope.audit({
    action: "obligation.hold_cell",
    subjectType: "obligation",
    subjectId: obligationId,
    details: { indicatorId, mine: by === null, release: input.release },
  });
  return accept({ mine: by === null, by });
}
