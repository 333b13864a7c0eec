import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { MovedSet } from "../schema";

export type Answer<R extends string = never> = Promise<Result<MovedSet, "set-in-force" | R>>;

export async function holdSet(tx: Tx, scope: TenantScope, setId: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: setId } };
  return (await tx.indicatorSet.findUnique({ where })) ?? notFound();
}
export type HeldSet = Awaited<ReturnType<typeof holdSet>>;

/**
 * Takes the next version of a draft before anything of it is changed: of two at once the second finds a stale form, and
 * nothing is put into force in between.
 */
export async function touchDraft(
  tx: Tx,
  scope: TenantScope,
  given: { setId: string; version: number },
): Promise<Result<HeldSet, "set-in-force">> {
  const held = await holdSet(tx, scope, given.setId);
  if (held.state !== "draft") return refuse("set-in-force");
  const { count } = await tx.indicatorSet.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: given.setId,
      state: "draft",
      version: given.version,
    },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return accept({ ...held, version: given.version + 1 });
}

export const movedOf = ({ id, state, edition, version }: HeldSet): MovedSet => ({
  id,
  state,
  edition,
  version,
});
