import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { stateAfter } from "../rules";
import type { Moved, TaskChanges } from "../schema";
import type { TaskStep } from "../types";

export async function holdTask(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const include = {
    person: { select: { name: true } },
    organization: { select: { name: true } },
  } as const;
  return (await tx.task.findUnique({ where, include })) ?? notFound();
}

export type Held = Awaited<ReturnType<typeof holdTask>>;

type Move = {
  step: TaskStep;
  version: number;
  text?: string | undefined;
  fileId?: string | undefined;
  data?: Pick<Prisma.TaskUncheckedUpdateManyInput, "dueOn" | "personId" | "organizationId">;
  changes?: TaskChanges;
};

/** Takes one edge and notes it; a state or version other than the one seen is a stale form. */
export async function moveTask(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  move: Move,
): Promise<Result<Moved, "wrong-state">> {
  const allianceId = scope.alliance.id;
  const next = stateAfter(held.state, move.step);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.task.updateMany({
    where: { id: held.id, allianceId, state: held.state, version: move.version },
    data: {
      ...move.data,
      state: next,
      ...(next !== held.state && { stateSince: scope.now }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await tx.taskEvent.create({
    data: {
      allianceId,
      taskId: held.id,
      state: next,
      text: move.text ?? null,
      ...(move.changes && { changes: move.changes }),
      fileId: move.fileId ?? null,
      authorId: scope.actor.userId,
      at: scope.now,
    },
  });
  await scope.audit({
    action: `task.${move.step}`,
    subjectType: "task",
    subjectId: held.id,
    details: { from: held.state, to: next, fileId: move.fileId ?? null },
  });
  return accept({ id: held.id, state: next, version: move.version + 1 });
}
