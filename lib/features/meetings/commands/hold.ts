import { type Day, dayIn } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type MeetingMove, meetingEdges, stateAfter } from "../rules/edges";
import type { MeetingState } from "../types";

/** What every step needs to know of the meeting it is about. */
export type HeldMeeting = {
  id: string;
  bodyId: string;
  title: string;
  kind: "regular" | "extraordinary" | "founding" | "second_call" | "continuation";
  mode: "room" | "online" | "mixed" | "correspondence";
  state: MeetingState;
  version: number;
  scheduledAt: Date;
  heldOn: Day;
  place: string | null;
  link: string | null;
  chairSeatId: string | null;
  currentItemId: string | null;
  checkInHash: string | null;
};

const fields = {
  id: true,
  bodyId: true,
  title: true,
  kind: true,
  mode: true,
  state: true,
  version: true,
  scheduledAt: true,
  place: true,
  link: true,
  chairSeatId: true,
  currentItemId: true,
  checkInHash: true,
} as const;

/**
 * Takes the meeting's row until the end of the transaction: whatever changes its agenda, its people or its state goes one
 * after the other, and everybody decides on what is there.
 */
export async function holdMeeting(
  tx: Tx,
  scope: TenantScope,
  meetingId: string,
): Promise<HeldMeeting> {
  const allianceId = scope.alliance.id;
  await tx.$queryRaw`
    SELECT id FROM meetings WHERE alliance_id = ${allianceId}::uuid AND id = ${meetingId}::uuid FOR UPDATE`;
  const where = { allianceId_id: { allianceId, id: meetingId } };
  const row = (await tx.meeting.findUnique({ where, select: fields })) ?? notFound();
  return { ...row, heldOn: dayIn(row.scheduledAt, scope.alliance.timeZone) };
}

export type Moved = { id: string; state: MeetingState; version: number };

type Move = {
  move: MeetingMove;
  /** As the form was opened with; the row's own where no form stands behind the step. */
  version?: number | undefined;
  data?: Prisma.MeetingUncheckedUpdateManyInput;
  details?: Prisma.InputJsonObject;
};

/** Takes one edge of the state machine, raises the revision and records it. */
export async function moveMeeting(
  tx: Tx,
  scope: TenantScope,
  held: HeldMeeting,
  { move, version, data, details }: Move,
): Promise<Result<Moved, "wrong-state">> {
  const next = stateAfter<MeetingState>(meetingEdges[move], held.state);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.meeting.updateMany({
    where: {
      id: held.id,
      allianceId: scope.alliance.id,
      state: held.state,
      version: version ?? held.version,
    },
    data: { ...data, state: next, version: { increment: 1 }, revision: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `meeting.${move}`,
    subjectType: "meeting",
    subjectId: held.id,
    details: { from: held.state, to: next, ...details },
  });
  return accept({ id: held.id, state: next, version: held.version + 1 });
}

const itemFields = {
  id: true,
  meetingId: true,
  sortOrder: true,
  title: true,
  kind: true,
  state: true,
  matter: true,
  effect: true,
  version: true,
} as const;

/** An item with its meeting's row held. */
export async function holdItem(tx: Tx, scope: TenantScope, itemId: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: itemId } };
  const found =
    (await tx.agendaItem.findUnique({ where, select: { meetingId: true } })) ?? notFound();
  const meeting = await holdMeeting(tx, scope, found.meetingId);
  const item = await tx.agendaItem.findUniqueOrThrow({ where, select: itemFields });
  return { item, meeting };
}
export type HeldItem = Awaited<ReturnType<typeof holdItem>>["item"];
