import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";

const include = {
  body: { select: { id: true, name: true } },
  continues: { select: { title: true, scheduledAt: true } },
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
  proxies: {
    where: { state: { in: ["active", "used", "expired"] } },
    orderBy: { createdAt: "asc" },
  },
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
          challenge: true,
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
  const record = (await db.meeting.findUnique({ where, include })) ?? notFound();
  // A letter that nobody used has expired with the meeting. It counted if its seat is in the list as represented.
  const represented = new Set(
    record.attendances.filter(({ status }) => status === "proxy").map(({ seatId }) => seatId),
  );
  return {
    ...record,
    proxies: record.proxies.filter(
      ({ state, principalSeatId }) => state !== "expired" || represented.has(principalSeatId),
    ),
  };
}
