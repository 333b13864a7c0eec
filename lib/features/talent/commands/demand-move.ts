import { dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { demandAfter, marketState, shownState } from "../rules/states";
import type { MovedDemand } from "../schema/demands";
import type { DemandStep, ShownDemandState } from "../types";

export async function holdDemand(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  return (await tx.talentDemand.findUnique({ where })) ?? notFound();
}

/** The same, and nobody else takes its heads or lets them go until this is done. */
export async function lockDemand(tx: Tx, scope: TenantScope, id: string) {
  await tx.$queryRaw`
    SELECT id FROM talent_demands WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return holdDemand(tx, scope, id);
}
export type HeldDemand = Awaited<ReturnType<typeof holdDemand>>;

export const shownOf = (held: HeldDemand, today: string): ShownDemandState =>
  shownState(held.state, held.expiresOn && dayOf(held.expiresOn), today);

type Move = {
  step: DemandStep;
  version: number;
  text?: string | undefined;
  data?: Prisma.TalentDemandUncheckedUpdateManyInput;
};

/** Takes one edge and notes it; another state or version than the one seen is a stale form. */
export async function moveDemand(
  tx: Tx,
  scope: TenantScope,
  held: HeldDemand,
  move: Move,
): Promise<Result<MovedDemand, "wrong-state">> {
  const allianceId = scope.alliance.id;
  const edge = demandAfter(shownOf(held, scope.today), move.step);
  if (!edge) return refuse("wrong-state");
  const next = move.step === "renew" ? marketState(held) : edge;
  const { count } = await tx.talentDemand.updateMany({
    where: { id: held.id, allianceId, state: held.state, version: move.version },
    data: {
      ...move.data,
      state: next,
      ...(next !== held.state && { stateSince: scope.now }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await noteDemand(tx, scope, { demandId: held.id, step: move.step, text: move.text });
  await scope.audit({
    action: `demand.${move.step}`,
    subjectType: "demand",
    subjectId: held.id,
    details: { from: held.state, to: next },
  });
  return accept({ id: held.id, state: next, version: move.version + 1 });
}

type Note = {
  demandId: string;
  step: string;
  text?: string | undefined;
  matchId?: string;
  quantity?: number;
};

export const noteDemand = (tx: Tx, scope: TenantScope, note: Note) =>
  tx.talentDemandEvent.create({
    data: {
      allianceId: scope.alliance.id,
      demandId: note.demandId,
      matchId: note.matchId ?? null,
      step: note.step,
      text: note.text ?? null,
      quantity: note.quantity ?? null,
      authorId: scope.actor.userId,
      at: scope.now,
    },
  });

/** A demand goes with its heads: taken, partly, filled, and back where an agreement falls away. */
export async function settleDemand(tx: Tx, scope: TenantScope, demandId: string): Promise<void> {
  const held = await holdDemand(tx, scope, demandId);
  const next = marketState(held);
  if (next === held.state || !["open", "partly_matched"].includes(held.state)) return;
  await tx.talentDemand.update({
    where: { id: held.id },
    data: { state: next, stateSince: scope.now, version: { increment: 1 } },
  });
  if (next === "filled") await noteDemand(tx, scope, { demandId, step: "filled" });
}
