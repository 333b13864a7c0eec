import type { z } from "zod";
import { resolutionNameSelect, threadOf } from "@/lib/features/resolutions/queries/thread";
import { underReview } from "@/lib/features/resolutions/rules";
import { dayOf } from "@/lib/kernel/dates";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { mayStep } from "../policy";
import { isOverdue, waitsFor } from "../rules";
import { type getTaskInput, type TaskView, taskChanges } from "../schema";

const include = {
  person: { select: { name: true } },
  organization: { select: { id: true, name: true } },
  resolution: {
    select: {
      ...resolutionNameSelect,
      motion: { select: { agendaItemId: true } },
      lifeEvents: {
        select: { kind: true, on: true },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      },
    },
  },
  events: {
    include: { file: { select: { id: true, name: true } } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  },
} as const satisfies Prisma.TaskInclude;

type Row = Prisma.TaskGetPayload<{ include: typeof include }>;

async function eventsOf(db: Db, row: Row): Promise<TaskView["events"]> {
  const ids = [...new Set(row.events.flatMap(({ authorId }) => authorId ?? []))];
  const users = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, person: { select: { name: true } } },
  });
  const names = new Map(users.map(({ id, person }) => [id, person.name]));
  return row.events.map((event) => ({
    id: event.id,
    state: event.state,
    text: event.text,
    changes: event.changes === null ? null : taskChanges.parse(event.changes),
    file: event.file,
    authorName: event.authorId ? (names.get(event.authorId) ?? null) : null,
    at: event.at.toISOString(),
  }));
}

function resolutionOf(row: Row, scope: TenantScope): TaskView["resolution"] {
  if (!row.resolution) return null;
  const { lifeEvents, motion: _, ...name } = row.resolution;
  const events = lifeEvents.map(({ kind, on }) => ({ kind, on: dayOf(on) }));
  return { ...name, underReview: underReview(events, scope.today) };
}

/** One task with everything that happened to it and the decision that it follows from. */
export async function getTask(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getTaskInput>,
): Promise<TaskView> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.taskId } };
  const row = (await db.task.findUnique({ where, include })) ?? notFound();
  const own = row.personId === scope.actor.personId || reaches(scope.reach, row.organizationId);
  if (!own) notFound();
  const may = (step: Parameters<typeof mayStep>[3]) =>
    mayStep(scope.actor, scope.alliance.id, row, step);
  const dueOn = dayOf(row.dueOn);
  const itemId = row.resolution?.motion.agendaItemId;
  return {
    id: row.id,
    title: row.title,
    detail: row.detail,
    personId: row.personId,
    personName: row.person.name,
    organization: row.organization,
    dueOn,
    state: row.state,
    version: row.version,
    stateSince: row.stateSince.toISOString(),
    createdAt: row.createdAt.toISOString(),
    overdue: isOverdue(row.state, dueOn, scope.today),
    resolution: resolutionOf(row, scope),
    events: await eventsOf(db, row),
    waiting: waitsFor(row.state),
    thread: itemId ? await threadOf(db, scope.alliance.id, itemId) : null,
    may: {
      report: may("report"),
      accept: may("accept"),
      return: may("return"),
      change: may("change"),
      drop: may("drop"),
    },
  };
}
