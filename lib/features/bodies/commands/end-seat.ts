import type { z } from "zod";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { decideEndingInput, endingOutput, proposeEndingInput } from "../schema/seats";
import { lockHolding, lockSeat } from "./persons";

type Ending = { holdingId: string; lastDay: Day; reason: string; resolutionId?: string };
export type EndSeatRefusal = "holding-ended" | "holding-not-begun";

/** A holding and its delegates end with a day, 24:00; what was stays as it was. */
export async function endHolding(
  tx: Tx,
  scope: TenantScope,
  ending: Ending,
): Promise<Result<{ seatId: string }, EndSeatRefusal>> {
  const { holdingId, lastDay, reason } = ending;
  const { seat, holding } = await lockHolding(tx, scope, holdingId);
  if (holding.validTo && dayOf(holding.validTo) <= lastDay) return refuse("holding-ended");
  if (dayOf(holding.validFrom) > lastDay) return refuse("holding-not-begun");
  await tx.seatHolding.update({
    where: { id: holdingId },
    data: { validTo: dateOf(lastDay), endReason: reason },
  });
  await endDelegatesOf(tx, holdingId, lastDay);
  await scope.audit({
    action: "seat.end",
    subjectType: "seat",
    subjectId: seat.id,
    details: { holdingId, lastDay, reason, resolutionId: ending.resolutionId ?? null },
  });
  return accept({ seatId: seat.id });
}

/** Those planned for later never begin; the others end with the seat. */
async function endDelegatesOf(tx: Tx, holdingId: string, lastDay: Day): Promise<void> {
  const after = dateOf(lastDay);
  await tx.seatDelegate.deleteMany({ where: { holdingId, validFrom: { gt: after } } });
  await tx.seatDelegate.updateMany({
    where: { holdingId, OR: [{ validTo: null }, { validTo: { gt: after } }] },
    data: { validTo: after },
  });
}

/** Asks for the end of a holding; another person confirms it (security matrix, row 24). */
export async function proposeEnding(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeEndingInput>,
): Promise<
  Result<z.input<typeof endingOutput>, EndSeatRefusal | "retroactive" | "ending-already-proposed">
> {
  const proposedById = scope.actor.personId ?? forbidden();
  const { seat, holding } = await lockHolding(tx, scope, input.holdingId);
  if (input.lastDay < scope.today) return refuse("retroactive", { day: scope.today });
  if (holding.validTo && dayOf(holding.validTo) <= input.lastDay) return refuse("holding-ended");
  if (dayOf(holding.validFrom) > input.lastDay) return refuse("holding-not-begun");
  const [created] = await tx.seatEnding.createManyAndReturn({
    data: [
      {
        allianceId: scope.alliance.id,
        holdingId: holding.id,
        lastDay: dateOf(input.lastDay),
        reason: input.reason,
        proposedById,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("ending-already-proposed");
  await scope.audit({
    action: "seat.propose_end",
    subjectType: "seat",
    subjectId: seat.id,
    details: { endingId: created.id, lastDay: input.lastDay, reason: input.reason },
  });
  return accept({ id: created.id, state: "proposed", version: 1 });
}

async function holdEnding(tx: Tx, scope: TenantScope, endingId: string) {
  const found = await tx.seatEnding.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: endingId } },
    include: { holding: { select: { seatId: true } } },
  });
  return found ?? notFound();
}

type Step = { state: "confirmed" | "rejected"; version: number };

async function decide(
  tx: Tx,
  scope: TenantScope,
  ending: { id: string; state: string; version: number },
  step: Step,
) {
  if (ending.state !== "proposed") return refuse("wrong-state");
  const { count } = await tx.seatEnding.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: ending.id,
      state: "proposed",
      version: step.version,
    },
    data: {
      state: step.state,
      decidedById: scope.actor.personId,
      decidedAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  return accept({ id: ending.id, state: step.state, version: step.version + 1 });
}

/** I-15: two persons, whatever accounts they use. Confirmed late, the seat ends today, never in the past. */
export async function confirmEnding(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideEndingInput>,
): Promise<
  Result<z.input<typeof endingOutput>, EndSeatRefusal | "wrong-state" | "second-person-needed">
> {
  const found = await holdEnding(tx, scope, input.endingId);
  await lockSeat(tx, scope, found.holding.seatId);
  if (found.state === "proposed" && found.proposedById === scope.actor.personId) {
    return refuse("second-person-needed");
  }
  const decided = await decide(tx, scope, found, { state: "confirmed", version: input.version });
  if (!decided.ok) return decided;
  const wanted = dayOf(found.lastDay);
  const lastDay = wanted < scope.today ? scope.today : wanted;
  const { holdingId, reason } = found;
  const done = await endHolding(tx, scope, { holdingId, lastDay, reason });
  return done.ok ? decided : done;
}

/** Takes the request back or turns it down: the holder stays. */
export async function rejectEnding(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideEndingInput>,
): Promise<Result<z.input<typeof endingOutput>, "wrong-state">> {
  const found = await holdEnding(tx, scope, input.endingId);
  const decided = await decide(tx, scope, found, { state: "rejected", version: input.version });
  if (!decided.ok) return decided;
  await scope.audit({
    action: "seat.reject_end",
    subjectType: "seat",
    subjectId: found.holding.seatId,
    details: { endingId: found.id },
  });
  return decided;
}
