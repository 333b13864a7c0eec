import type { z } from "zod";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { canHappen, needsResolution, resolutionState, underReview } from "../rules";
import type { recordEventInput } from "../schema";
import type { LifeKind } from "../types";
import { leaveToUndo } from "./undo";

export type LifeRefusal =
  | "wrong-state"
  | "event-in-future"
  | "event-needs-resolution"
  | "event-needs-reason"
  | "resolution-of-itself"
  | "resolution-not-later"
  | "tasks-open";

type Happening = {
  resolutionId: string;
  kind: LifeKind;
  byResolutionId?: string | undefined;
  on: Day;
  reason?: string | undefined;
};

async function hold(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const select = {
    id: true,
    adoptedOn: true,
    effectiveFrom: true,
    expiresOn: true,
    lifeEvents: {
      select: { kind: true, on: true },
      orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }],
    },
    tasks: {
      select: { id: true },
      where: { state: { notIn: ["accepted" as const, "dropped" as const] } },
    },
  };
  return (await tx.resolution.findUnique({ where, select })) ?? notFound();
}

type Held = Awaited<ReturnType<typeof hold>>;

async function otherFault(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  happening: Happening,
): Promise<LifeRefusal | undefined> {
  const { byResolutionId: id, kind } = happening;
  if (!id) return needsResolution(kind) ? "event-needs-resolution" : undefined;
  if (id === held.id) return "resolution-of-itself";
  const other = await hold(tx, scope, id);
  return other.adoptedOn < held.adoptedOn ? "resolution-not-later" : undefined;
}

function stateFault(
  held: Held,
  { kind, on, reason }: Happening,
  today: Day,
): LifeRefusal | undefined {
  const events = held.lifeEvents.map((event) => ({ kind: event.kind, on: dayOf(event.on) }));
  const dates = {
    effectiveFrom: dayOf(held.effectiveFrom),
    expiresOn: held.expiresOn && dayOf(held.expiresOn),
  };
  const state = resolutionState({ ...dates, events }, today);
  if (!canHappen(kind, state, underReview(events, today))) return "wrong-state";
  if (on > today || on < dayOf(held.adoptedOn)) return "event-in-future";
  if (kind === "completed" && held.tasks.length > 0) return "tasks-open";
  return !needsResolution(kind) && kind !== "completed" && !reason
    ? "event-needs-reason"
    : undefined;
}

/** Notes what happened to a resolution. Its text and number stay as they are: its state is read from these. */
export async function noteLifeEvent(
  tx: Tx,
  scope: TenantScope,
  happening: Happening,
): Promise<Result<{ id: string; resolutionId: string }, LifeRefusal>> {
  const held = await hold(tx, scope, happening.resolutionId);
  const fault =
    stateFault(held, happening, scope.today) ?? (await otherFault(tx, scope, held, happening));
  if (fault) return refuse(fault);
  const { id } = await tx.resolutionEvent.create({
    data: {
      allianceId: scope.alliance.id,
      resolutionId: held.id,
      kind: happening.kind,
      byResolutionId: happening.byResolutionId ?? null,
      on: dateOf(happening.on),
      reason: happening.reason ?? null,
      recordedById: scope.actor.userId,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  if (happening.kind === "repealed") await leaveToUndo(tx, scope, held.id);
  await scope.audit({
    action: "resolution.record_event",
    subjectType: "resolution",
    subjectId: held.id,
    details: {
      kind: happening.kind,
      on: happening.on,
      byResolutionId: happening.byResolutionId ?? null,
    },
  });
  return accept({ id, resolutionId: held.id });
}

export const recordLifeEvent = (
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordEventInput>,
): Promise<Result<{ id: string; resolutionId: string }, LifeRefusal>> =>
  noteLifeEvent(tx, scope, { ...input, on: input.on ?? scope.today });
