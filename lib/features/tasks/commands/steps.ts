import type { z } from "zod";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { isOwner } from "../policy";
import type {
  acceptTaskInput,
  changeTaskInput,
  dropTaskInput,
  Moved,
  reportTaskInput,
  returnTaskInput,
  TaskChanges,
} from "../schema";
import { type OwnerRefusal, ownerFault } from "./create";
import { type Held, holdTask, moveTask } from "./move";

type Answer<R extends string = never> = Promise<Result<Moved, "wrong-state" | R>>;

/** The evidence must be a file that this person handed in. */
async function ownsFile(tx: Tx, scope: TenantScope, fileId: string | undefined): Promise<boolean> {
  if (!fileId) return true;
  const where = { id: fileId, allianceId: scope.alliance.id, uploadedById: scope.actor.userId };
  return (await tx.storedFile.count({ where })) === 1;
}

/** Progress, or the word that it is done, with its evidence. */
export async function reportTask(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reportTaskInput>,
): Answer<"file-not-yours"> {
  const held = await holdTask(tx, scope, input.taskId);
  if (!scope.reach.whole && !isOwner(scope.actor, scope.alliance.id, held)) forbidden();
  if (!(await ownsFile(tx, scope, input.fileId))) return refuse("file-not-yours");
  return moveTask(tx, scope, held, {
    step: input.done ? "report" : "progress",
    version: input.version,
    text: input.text,
    fileId: input.fileId,
  });
}

/** Who said that it is done does not accept it (A-31, by person). */
async function reportedBySame(tx: Tx, scope: TenantScope, held: Held): Promise<boolean> {
  const last = await tx.taskEvent.findFirst({
    where: { allianceId: scope.alliance.id, taskId: held.id, state: "reported" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { authorId: true },
  });
  if (!last?.authorId) return false;
  const author = await tx.user.findUnique({
    where: { id: last.authorId },
    select: { personId: true },
  });
  return last.authorId === scope.actor.userId || author?.personId === scope.actor.personId;
}

export async function acceptTask(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof acceptTaskInput>,
): Answer<"own-task"> {
  const held = await holdTask(tx, scope, input.taskId);
  if (held.state === "reported") {
    const own = held.personId === scope.actor.personId || (await reportedBySame(tx, scope, held));
    if (own) return refuse("own-task");
  }
  return moveTask(tx, scope, held, { step: "accept", version: input.version, text: input.text });
}

export async function returnTask(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnTaskInput>,
): Answer {
  const held = await holdTask(tx, scope, input.taskId);
  return moveTask(tx, scope, held, { step: "return", version: input.version, text: input.text });
}

export async function dropTask(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof dropTaskInput>,
): Answer {
  const held = await holdTask(tx, scope, input.taskId);
  return moveTask(tx, scope, held, { step: "drop", version: input.version, text: input.text });
}

type Wanted = { personId: string; organizationId: string | null; dueOn: Day };

/** Old and new by name: who reads it years later has no ids to look up. */
async function changesBetween(tx: Tx, held: Held, wanted: Wanted): Promise<TaskChanges> {
  const dueOn = dayOf(held.dueOn);
  const person =
    wanted.personId === held.personId
      ? null
      : ((await tx.person.findUnique({ where: { id: wanted.personId } })) ?? notFound());
  const organization =
    wanted.organizationId === held.organizationId || wanted.organizationId === null
      ? null
      : await tx.organization.findUnique({ where: { id: wanted.organizationId } });
  return {
    ...(wanted.dueOn !== dueOn && { dueOn: { old: dueOn, new: wanted.dueOn } }),
    ...(person && { person: { old: held.person.name, new: person.name } }),
    ...(wanted.organizationId !== held.organizationId && {
      organization: { old: held.organization?.name ?? null, new: organization?.name ?? null },
    }),
  };
}

/** Another day or another owner; what was asked before stays readable. */
export async function changeTask(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof changeTaskInput>,
): Answer<OwnerRefusal | "nothing-changed"> {
  const held = await holdTask(tx, scope, input.taskId);
  const organizationId = input.organizationId ?? null;
  const { personId, dueOn } = input;
  const changes = await changesBetween(tx, held, { personId, organizationId, dueOn });
  if (Object.keys(changes).length === 0) return refuse("nothing-changed");
  const fault = await ownerFault(tx, scope, input);
  if (fault) return refuse(fault);
  return moveTask(tx, scope, held, {
    step: "change",
    version: input.version,
    text: input.text,
    data: { personId, organizationId, dueOn: dateOf(dueOn) },
    changes,
  });
}
