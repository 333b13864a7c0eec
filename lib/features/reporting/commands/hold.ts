import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { isIndependent } from "../policy";
import type { FoundReport } from "../queries/read";
import { stateAfter } from "../rules/states";
import type { MovedReport } from "../schema/reports";
import type { ObligationStep } from "../types";

export type Answer<R extends string = never> = Promise<Result<MovedReport, "wrong-state" | R>>;

type Move = {
  step: ObligationStep;
  version: number;
  data?: Prisma.ObligationUncheckedUpdateManyInput;
  details?: Prisma.InputJsonObject;
};

/** Moves a report along its table of edges; whoever saw an older version is told so. */
export async function moveReport(
  tx: Tx,
  scope: TenantScope,
  held: FoundReport,
  move: Move,
): Answer {
  const state = stateAfter(held.state, move.step);
  if (!state) return refuse("wrong-state");
  const { count } = await tx.obligation.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: held.id,
      state: held.state,
      version: move.version,
    },
    data: { ...move.data, state, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `obligation.${move.step}`,
    subjectType: "obligation",
    subjectId: held.id,
    details: { from: held.state, to: state, cycleId: held.cycleId, ...move.details },
  });
  return accept({ id: held.id, state, version: move.version + 1 });
}

/** neither who handed it in nor anybody of the organization judges it. */
export const judges = (scope: TenantScope, held: FoundReport): Result<null, "own-figure"> =>
  isIndependent(scope, held) ? accept(null) : refuse("own-figure");

/** Who owes nothing has nothing to be judged. */
export const owesNothing = (held: FoundReport): boolean =>
  held.exemptReason !== null || held.endedOn !== null;

/** Cells of one report are saved one after the other, and none while it is handed in. */
export const lockReport = (tx: Tx, scope: TenantScope, obligationId: string) => tx.$queryRaw`
  SELECT 1 AS held FROM obligations WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${obligationId}::uuid
  FOR NO KEY UPDATE`;
