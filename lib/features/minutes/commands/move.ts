import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type Held, holdMinutes } from "../queries/hold";
import { stateAfter } from "../rules";
import type { Stepped } from "../schema";
import type { MinutesState, MinutesStep } from "../types";

/** The minutes with their row held, if they are in one of these states. */
export async function holdInState(
  tx: Tx,
  scope: TenantScope,
  minutesId: string,
  states: readonly MinutesState[],
): Promise<Result<Held, "wrong-state">> {
  const held = await holdMinutes(tx, scope, minutesId);
  return states.includes(held.state) ? accept(held) : refuse("wrong-state");
}

/**
 * Every change of a paragraph raises the version of the whole: nobody circulates or confirms a text other than the one
 * that was read.
 */
export async function touch(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  version = held.version,
): Promise<number> {
  const { count } = await tx.minutes.updateMany({
    where: { id: held.id, allianceId: scope.alliance.id, state: held.state, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return version + 1;
}

/** Takes one edge of the state machine; a state or version other than the one seen is a stale form. */
export async function moveMinutes(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  move: {
    step: MinutesStep;
    version: number;
    changes?: Prisma.MinutesUncheckedUpdateManyInput;
    details?: Record<string, string | number | null>;
  },
): Promise<Result<Stepped, "wrong-state">> {
  const next = stateAfter(held.state, move.step);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.minutes.updateMany({
    where: {
      id: held.id,
      allianceId: scope.alliance.id,
      state: held.state,
      version: move.version,
    },
    data: { ...move.changes, state: next, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `minutes.${move.step}`,
    subjectType: "minutes",
    subjectId: held.id,
    details: { from: held.state, to: next, ...move.details },
  });
  return accept({ id: held.id, state: next, version: move.version + 1 });
}
