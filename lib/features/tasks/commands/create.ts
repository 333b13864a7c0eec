import type { z } from "zod";
import { isLive, resolutionState } from "@/lib/features/resolutions/rules";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { isKnownPerson, isMember } from "../queries/owners";
import type { createTaskInput, Moved } from "../schema";

export type OwnerRefusal = "due-in-past" | "person-unknown" | "not-a-member-organization";

/** A day that is still to come, a person of this alliance, and a member organization if one is named. */
export async function ownerFault(
  tx: Tx,
  scope: TenantScope,
  given: { personId: string; organizationId?: string | undefined; dueOn: string },
): Promise<OwnerRefusal | undefined> {
  if (given.dueOn < scope.today) return "due-in-past";
  if (!(await isKnownPerson(tx, scope, given.personId))) return "person-unknown";
  return given.organizationId && !(await isMember(tx, scope, given.organizationId))
    ? "not-a-member-organization"
    : undefined;
}

/** Tasks follow from what holds: a resolution that ended gives none. */
async function isOpen(tx: Tx, scope: TenantScope, resolutionId: string): Promise<boolean> {
  const row =
    (await tx.resolution.findUnique({
      where: { allianceId_id: { allianceId: scope.alliance.id, id: resolutionId } },
      select: {
        effectiveFrom: true,
        expiresOn: true,
        lifeEvents: {
          select: { kind: true, on: true },
          orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        },
      },
    })) ?? notFound();
  const facts = {
    effectiveFrom: dayOf(row.effectiveFrom),
    expiresOn: row.expiresOn && dayOf(row.expiresOn),
    events: row.lifeEvents.map(({ kind, on }) => ({ kind, on: dayOf(on) })),
  };
  return isLive(resolutionState(facts, scope.today));
}

/** Gives a task: what is to be done, by whom by name, until when. */
export async function createTask(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createTaskInput>,
): Promise<Result<Moved, OwnerRefusal | "resolution-over">> {
  const allianceId = scope.alliance.id;
  if (input.resolutionId && !(await isOpen(tx, scope, input.resolutionId))) {
    return refuse("resolution-over");
  }
  const fault = await ownerFault(tx, scope, input);
  if (fault) return refuse(fault);
  const { id, version } = await tx.task.create({
    data: {
      allianceId,
      resolutionId: input.resolutionId ?? null,
      title: input.title,
      detail: input.detail ?? null,
      personId: input.personId,
      organizationId: input.organizationId ?? null,
      dueOn: dateOf(input.dueOn),
      stateSince: scope.now,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
    select: { id: true, version: true },
  });
  await tx.taskEvent.create({
    data: { allianceId, taskId: id, state: "open", authorId: scope.actor.userId, at: scope.now },
  });
  await scope.audit({
    action: "task.create",
    subjectType: "task",
    subjectId: id,
    details: {
      resolutionId: input.resolutionId ?? null,
      personId: input.personId,
      organizationId: input.organizationId ?? null,
      dueOn: input.dueOn,
    },
  });
  return accept({ id, state: "open" as const, version });
}
