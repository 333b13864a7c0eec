import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";

const include = {
  body: { select: { id: true, name: true } },
  attendances: {
    select: {
      seatId: true,
      holderName: true,
      status: true,
      seat: { select: { number: true, voting: true } },
    },
    orderBy: { seat: { number: "asc" } },
  },
  seats: { orderBy: { number: "asc" } },
  presences: { orderBy: [{ cameAt: "asc" }, { id: "asc" }] },
  proxies: { where: { state: { in: ["active", "used"] } }, orderBy: { createdAt: "asc" } },
  agendaItems: {
    orderBy: { sortOrder: "asc" },
    include: {
      papers: { select: { addedAt: true } },
      recusals: { where: { state: { in: ["declared", "recused"] } } },
      motions: {
        orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
        include: {
          resolution: {
            include: {
              tasks: { include: { person: true, organization: true }, orderBy: { dueOn: "asc" } },
            },
          },
        },
      },
      votes: {
        orderBy: { ordinal: "asc" },
        select: {
          id: true,
          ordinal: true,
          text: true,
          state: true,
          stateReason: true,
          supersedeReason: true,
          motionId: true,
        },
      },
    },
  },
} as const satisfies Prisma.MeetingInclude;

export type MeetingRecord = Prisma.MeetingGetPayload<{ include: typeof include }>;

/** Everything of a meeting that its minutes tell. */
export async function readRecord(
  db: Db,
  scope: TenantScope,
  meetingId: string,
): Promise<MeetingRecord> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: meetingId } };
  return (await db.meeting.findUnique({ where, include })) ?? notFound();
}
