import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { canAct, stateAfter } from "../rules/states";
import type { ElectionAct, ElectionState } from "../types";

/** An election under its lock: whoever moves it waits for whoever moved it before. */
export async function holdElection(tx: Tx, scope: TenantScope, electionId: string) {
  const allianceId = scope.alliance.id;
  await tx.$queryRaw`
    SELECT 1 FROM elections WHERE id = ${electionId}::uuid AND alliance_id = ${allianceId}::uuid FOR UPDATE`;
  const found = await tx.election.findUnique({
    where: { allianceId_id: { allianceId, id: electionId } },
    include: {
      seats: {
        select: { seat: { select: { id: true, number: true, basis: true, tiedTo: true } } },
      },
      candidates: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });
  return found ?? notFound();
}
export type HeldElection = Awaited<ReturnType<typeof holdElection>>;

export const whyNot = (state: ElectionState, act: ElectionAct) =>
  canAct(state, act) ? undefined : refuse("wrong-state");

export type Stepped = { id: string; state: ElectionState; version: number };

/** Takes one edge, with the state and the version that the form was opened with (I-12). */
export async function moveElection(
  tx: Tx,
  scope: TenantScope,
  held: { id: string; state: ElectionState; version: number },
  move: {
    act: ElectionAct;
    version: number;
    data?: Prisma.ElectionUncheckedUpdateManyInput;
    details?: Prisma.InputJsonObject;
  },
): Promise<Stepped> {
  const next = stateAfter(held.state, move.act);
  if (!next) throw new Error(`no edge ${move.act} from ${held.state}`);
  const { count } = await tx.election.updateMany({
    where: { id: held.id, allianceId: scope.alliance.id, state: held.state, version: move.version },
    data: { ...move.data, state: next, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `election.${move.act}`,
    subjectType: "election",
    subjectId: held.id,
    details: { from: held.state, to: next, ...move.details },
  });
  return { id: held.id, state: next, version: move.version + 1 };
}
