import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { moverIs, sees } from "../policy";
import { callFacts, type HeldCall } from "../queries/facts";
import { lettersOf } from "../rules/letters";
import { canMove, moves, needsReason } from "../rules/states";
import type { Moved } from "../schema/needs";
import type { CallEventKind, CallMove } from "../types";
import { sendLetters } from "./letters";

/** Waits for whoever has the call, then reads it: the lock comes first, so that the clock is read inside of it. */
export async function holdCall(tx: Tx, scope: TenantScope, id: string): Promise<HeldCall> {
  await tx.$executeRaw`
    SELECT id FROM calls WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const call = (await callFacts(tx, scope, id)) ?? notFound();
  return sees(scope, call, call.published) ? call : notFound();
}

type Asked = { id: string; version: number; reason?: string | undefined };

/** Opens a call for one move: seen by the caller, his to make, in the right state, in the version that he has read. */
export async function holdFor(
  tx: Tx,
  scope: TenantScope,
  move: CallMove,
  asked: Asked,
): Promise<Result<HeldCall, "call-wrong-state">> {
  const call = await holdCall(tx, scope, asked.id);
  if (!moverIs(scope, call, move)) return forbidden();
  if (!canMove(move, call.state)) return refuse("call-wrong-state");
  if (asked.version !== call.version) throw new AppError("stale");
  if (needsReason(move) && !asked.reason) {
    throw new AppError("malformed", { issues: [{ path: "reason", message: "required" }] });
  }
  return accept(call);
}

/** One line of the history that the people of the call read. */
export async function note(
  tx: Tx,
  scope: TenantScope,
  callId: string,
  kind: CallEventKind,
  text?: string | undefined,
): Promise<void> {
  await tx.callEvent.create({
    data: {
      allianceId: scope.alliance.id,
      callId,
      kind,
      text: text ?? null,
      actorId: scope.actor.userId,
      createdAt: scope.now,
    },
  });
}

type Change = {
  move: CallMove;
  data?: Prisma.CallUncheckedUpdateManyInput;
  reason?: string | undefined;
  details?: Prisma.InputJsonObject;
};

/**
 * Writes the new state over exactly the state and version that was read, a line of the history, the entry of the chain, and
 * the letters to those whom the step concerns.
 */
export async function moveTo(
  tx: Tx,
  scope: TenantScope,
  call: HeldCall,
  change: Change,
): Promise<Result<Moved, never>> {
  const { to } = moves[change.move];
  const { count } = await tx.call.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: call.id,
      state: call.state,
      version: call.version,
    },
    data: {
      ...change.data,
      state: to,
      stateSince: call.at,
      stateReason: change.reason ?? null,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await note(tx, scope, call.id, change.move, change.reason);
  await scope.audit({
    action: `call.${change.move}`,
    subjectType: "call",
    subjectId: call.id,
    details: { from: call.state, to, ...change.details },
  });
  const stamp = String(call.version + 1);
  const written = (lettersOf[change.move] ?? []).map((letter) => ({
    callId: call.id,
    letter,
    stamp,
    chosenBidId: call.chosenBidId,
  }));
  await sendLetters(tx, scope, written);
  return accept({ id: call.id, state: to, version: call.version + 1 });
}

/**
 * Seals of a call that takes no more bids are emptied, and where none was opened the keys go with them: what nobody has
 * opened nobody will open. Its files are let go as well: no other key opens them, so no later bid may name them.
 */
export async function lapseBids(tx: Tx, scope: TenantScope, callId: string): Promise<void> {
  const allianceId = scope.alliance.id;
  await tx.bid.updateMany({
    where: { allianceId, callId, state: "sealed" },
    data: { state: "lapsed", sealed: null },
  });
  const { count } = await tx.call.updateMany({
    where: { allianceId, id: callId, openedAt: null },
    data: { sealKey: null, sealPublicKey: null },
  });
  if (count > 0) await tx.bidFile.deleteMany({ where: { allianceId, callId } });
}

/** For whom the caller acts: the unit that is named, or the only one that it can be. */
export function unitOf(path: string, units: readonly string[], named: string | undefined): string {
  const [only, another] = units;
  const chosen = named ?? (another ? undefined : only);
  if (units.length === 0) return forbidden();
  if (!chosen) throw new AppError("malformed", { issues: [{ path, message: "required" }] });
  return units.includes(chosen) ? chosen : forbidden();
}
