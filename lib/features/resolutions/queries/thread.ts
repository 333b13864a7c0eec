import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { getThreadInput, getThreadsInput, Thread } from "../schema";
import { applicationRefOf, applicationSelect } from "./sheet";

export const resolutionNameSelect = {
  id: true,
  year: true,
  number: true,
  title: true,
  body: { select: { name: true, nameEn: true } },
} as const satisfies Prisma.ResolutionSelect;

const include = {
  application: { select: applicationSelect },
  proposals: { select: { id: true, title: true }, take: 1, orderBy: { createdAt: "asc" } },
  meeting: {
    select: {
      id: true,
      title: true,
      scheduledAt: true,
      minutes: { select: { id: true, state: true } },
    },
  },
  motions: {
    select: {
      id: true,
      outcome: true,
      resolution: {
        select: {
          ...resolutionNameSelect,
          tasks: {
            select: {
              id: true,
              title: true,
              state: true,
              dueOn: true,
              person: { select: { name: true } },
            },
            orderBy: [{ dueOn: "asc" }, { id: "asc" }],
          },
        },
      },
    },
    // A vote that was taken again stands beside the one before; the line follows the last.
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: 1,
  },
} as const satisfies Prisma.AgendaItemInclude;

type Row = Prisma.AgendaItemGetPayload<{ include: typeof include }>;

function threadFrom(row: Row): Thread {
  const [motion] = row.motions;
  const resolution = motion?.resolution ?? null;
  const { minutes, scheduledAt, ...meeting } = row.meeting;
  return {
    application: applicationRefOf(row.application),
    proposal: row.proposals[0] ?? null,
    meeting: { ...meeting, heldAt: scheduledAt.toISOString() },
    item: { id: row.id, order: row.sortOrder, title: row.title },
    motion: motion ? { id: motion.id, outcome: motion.outcome } : null,
    resolution,
    tasks: (resolution?.tasks ?? []).map(({ person, dueOn, ...task }) => ({
      ...task,
      dueOn: dayOf(dueOn),
      personName: person.name,
    })),
    minutes,
  };
}

/** The line from where a matter came to what became of it, by the agenda item in its middle. */
export async function threadOf(db: Db, allianceId: string, itemId: string): Promise<Thread> {
  const where = { allianceId_id: { allianceId, id: itemId } };
  return threadFrom((await db.agendaItem.findUnique({ where, include })) ?? notFound());
}

/** Those of one meeting that came to a vote, or of one application; what is only drafted is nobody's yet. */
export async function threadsOf(
  db: Db,
  allianceId: string,
  of: { meetingId: string } | { applicationId: string },
): Promise<Thread[]> {
  const rows = await db.agendaItem.findMany({
    where: {
      allianceId,
      ...of,
      meeting: { state: { not: "draft" } },
      ...("meetingId" in of && { motions: { some: {} } }),
    },
    include,
    orderBy: [{ meeting: { scheduledAt: "asc" } }, { sortOrder: "asc" }],
  });
  return rows.map(threadFrom);
}

export const getThread = (
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getThreadInput>,
): Promise<Thread> => threadOf(db, scope.alliance.id, input.itemId);

export async function getThreads(
  db: Db,
  scope: TenantScope,
  { meetingId, applicationId = "" }: z.output<typeof getThreadsInput>,
): Promise<{ items: Thread[] }> {
  const of = meetingId ? { meetingId } : { applicationId };
  return { items: await threadsOf(db, scope.alliance.id, of) };
}
