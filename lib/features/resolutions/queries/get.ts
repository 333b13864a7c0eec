import type { z } from "zod";
import { type Day, dayIn, dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { mayGiveTasks, mayRecordEvents, rightsOver } from "../policy";
import { type LifeEvent, resolutionState, underReview, waitsFor } from "../rules";
import {
  effect,
  type getResolutionInput,
  type LifeEventView,
  type ResolutionView,
} from "../schema";
import type { TaskCounts } from "../types";
import { nameOfUser } from "./names";
import { applicationRefOf, applicationSelect, motionSelect, sheetOf } from "./sheet";
import { resolutionNameSelect, threadOf } from "./thread";

const eventOrder = [
  { createdAt: "asc" },
  { id: "asc" },
] satisfies Prisma.ResolutionEventOrderByWithRelationInput[];

const include = {
  body: { select: { id: true, name: true, nameEn: true } },
  lifeEvents: { include: { byResolution: { select: resolutionNameSelect } }, orderBy: eventOrder },
  causedEvents: { include: { resolution: { select: resolutionNameSelect } }, orderBy: eventOrder },
  tasks: { select: { state: true, dueOn: true, stateSince: true, undoes: true } },
  motion: {
    select: {
      ...motionSelect,
      agendaItem: {
        select: {
          id: true,
          title: true,
          effect: true,
          application: { select: applicationSelect },
          meeting: {
            select: {
              id: true,
              title: true,
              scheduledAt: true,
              recordedById: true,
              recordedAt: true,
              originalFile: { select: { id: true, name: true, sha256: true } },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.ResolutionInclude;

type Row = Prisma.ResolutionGetPayload<{ include: typeof include }>;

const countTasks = (tasks: Row["tasks"], today: Day): TaskCounts => {
  const open = tasks.filter(({ state }) => state !== "accepted" && state !== "dropped");
  return {
    total: tasks.length,
    open: open.length,
    reported: open.filter(({ state }) => state === "reported").length,
    overdue: open.filter(({ state, dueOn }) => state !== "reported" && dayOf(dueOn) < today).length,
  };
};

type EventRow = Row["lifeEvents"][number] | Row["causedEvents"][number];

const eventOf = (event: EventRow, other: LifeEventView["other"]): LifeEventView => ({
  id: event.id,
  kind: event.kind,
  on: dayOf(event.on),
  reason: event.reason,
  other,
});

/** Since when it waits: the last thing that happened to it or its tasks. */
function waitingSince(row: Row, zone: string): Day {
  const last = [
    ...row.tasks.map(({ stateSince }) => dayIn(stateSince, zone)),
    ...row.lifeEvents.map(({ on }) => dayOf(on)),
    dayOf(row.adoptedOn),
  ].sort();
  return last.at(-1) ?? dayOf(row.adoptedOn);
}

const lifeOf = (row: Row): LifeEvent[] =>
  row.lifeEvents.map(({ kind, on }) => ({ kind, on: dayOf(on) }));

/** What it brought about and nobody has undone yet. */
function standing({ tasks, motion }: Row): ResolutionView["effectStands"] {
  const over = ["accepted", "dropped"];
  if (!tasks.some((task) => task.undoes && !over.includes(task.state))) return null;
  const { kind } = effect.parse(motion.agendaItem.effect);
  // Nothing but an admission comes about without an effect of the item.
  return kind === "none" ? "admit" : kind;
}

/** One resolution with where it comes from, what happened to it, and what it waits for. */
export async function getResolution(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getResolutionInput>,
): Promise<ResolutionView> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.resolutionId } };
  const row = (await db.resolution.findUnique({ where, include })) ?? notFound();
  const { agendaItem, ...motion } = row.motion;
  const { meeting } = agendaItem;
  const effectiveFrom = dayOf(row.effectiveFrom);
  const expiresOn = row.expiresOn && dayOf(row.expiresOn);
  const events = lifeOf(row);
  const state = resolutionState({ effectiveFrom, expiresOn, events }, scope.today);
  const review = underReview(events, scope.today);
  const tasks = countTasks(row.tasks, scope.today);
  const effectStands = standing(row);
  return {
    id: row.id,
    year: row.year,
    number: row.number,
    title: row.title,
    text: row.text,
    body: row.body,
    matter: motion.matter,
    adoptedOn: dayOf(row.adoptedOn),
    effectiveFrom,
    expiresOn,
    reviewOn: row.reviewOn && dayOf(row.reviewOn),
    contradicted: motion.outcome !== motion.computedOutcome,
    state,
    underReview: review,
    tasks,
    events: row.lifeEvents.map((event) => eventOf(event, event.byResolution)),
    causes: row.causedEvents.map((event) => eventOf(event, event.resolution)),
    waiting: {
      on: waitsFor(state, review, tasks, effectStands !== null),
      since: waitingSince(row, scope.alliance.timeZone),
    },
    today: scope.today,
    effectStands,
    thread: await threadOf(db, scope.alliance.id, agendaItem.id),
    meeting: { id: meeting.id, title: meeting.title, heldAt: meeting.scheduledAt.toISOString() },
    recordedBy: await nameOfUser(db, meeting.recordedById),
    recordedAt: meeting.recordedAt?.toISOString() ?? null,
    original: meeting.originalFile,
    itemTitle: agendaItem.title,
    application: applicationRefOf(agendaItem.application),
    motion: sheetOf(motion),
    may: {
      ...rightsOver(scope.actor, scope.alliance.id),
      recordEvents: mayRecordEvents(scope.actor, scope.alliance.id),
      giveTasks: mayGiveTasks(scope.actor, scope.alliance.id),
    },
  };
}
