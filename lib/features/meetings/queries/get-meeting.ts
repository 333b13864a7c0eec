import type { z } from "zod";
import { rightsOver } from "@/lib/features/resolutions/policy";
import { nameOfUser } from "@/lib/features/resolutions/queries/names";
import {
  applicationRefOf,
  applicationSelect,
  motionSelect,
  sheetOf,
} from "@/lib/features/resolutions/queries/sheet";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { mayPrepare } from "../policy";
import type { getMeetingInput, MeetingView } from "../schema/record";

const include = {
  body: { select: { id: true, name: true, nameEn: true } },
  originalFile: { select: { id: true, name: true, sha256: true } },
  attendances: {
    select: { holderName: true, status: true, seat: { select: { number: true, voting: true } } },
    orderBy: { seat: { number: "asc" } },
  },
  agendaItems: {
    select: {
      id: true,
      sortOrder: true,
      title: true,
      partyPrior: true,
      application: { select: applicationSelect },
      motions: { select: motionSelect, take: 1 },
    },
    orderBy: { sortOrder: "asc" },
  },
} as const;

/** One meeting with its attendance and the result sheet of every motion. */
export async function getMeeting(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getMeetingInput>,
): Promise<MeetingView> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.meetingId } };
  const row = (await db.meeting.findUnique({ where, include })) ?? notFound();
  if (row.state === "draft" && !mayPrepare(scope.actor, scope.alliance.id)) notFound();
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    mode: row.mode,
    state: row.state,
    heldAt: row.scheduledAt.toISOString(),
    recordOnly: row.recordOnly,
    place: row.place,
    seatsAll: row.seatsAll,
    seatsFilled: row.seatsFilled,
    recordedBy: await nameOfUser(db, row.recordedById),
    recordedAt: row.recordedAt?.toISOString() ?? null,
    original: row.originalFile,
    attendance: row.attendances.map(({ seat, ...line }) => ({ ...line, ...seat })),
    items: row.agendaItems.map(({ sortOrder, application, motions: [motion], ...item }) => ({
      ...item,
      order: sortOrder,
      application: applicationRefOf(application),
      motion: motion ? sheetOf(motion) : null,
    })),
    may: rightsOver(scope.actor, scope.alliance.id),
  };
}
