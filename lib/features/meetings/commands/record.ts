import { getRoster } from "@/lib/features/bodies/queries/roster";
import type { Roster } from "@/lib/features/bodies/schema/roster";
import type { EffectRefusal } from "@/lib/features/resolutions/commands/effects";
import { instantIn } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { attendanceFits, countPresent } from "../rules/record";
import type { RecordInput } from "../schema/record";
import { type CheckedItem, checkItems, type ItemRefusal } from "./check";
import { holdNoticed, joinAgendas, moveAside } from "./from-notice";
import { type HeldMeeting, moveMeeting } from "./hold";
import { type NewResolution, writeItems } from "./items";

type RecordRefusal =
  | ItemRefusal
  | EffectRefusal
  | "meeting-in-future"
  | "meeting-already-recorded"
  | "attendance-incomplete"
  | "paper-missing"
  | "wrong-state";

type Recorded = Result<{ id: string; resolutions: NewResolution[] }, RecordRefusal>;

/**
 * Records a meeting that was held on paper: who was there, what was counted, what was decided. The rules and the seats
 * of that day are frozen into every motion; carried motions become resolutions with the next numbers of the body and
 * year; admissions follow from them. All of it in one serializable transaction, or nothing.
 */
export async function recordMeeting(
  tx: Tx,
  scope: TenantScope,
  input: RecordInput,
): Promise<Recorded> {
  const heldAt = instantIn(input.heldOn, input.time, scope.alliance.timeZone);
  const { meetingId, bodyId } = input;
  const noticed = meetingId ? await holdNoticed(tx, scope, { meetingId, bodyId }) : undefined;
  if (meetingId && !noticed) return refuse("wrong-state");
  const fault = await faultOf(tx, scope, input, heldAt);
  if (fault) return refuse(fault);
  const roster = await getRoster(tx, scope, { bodyId: input.bodyId, day: input.heldOn });
  if (!attendanceFits(roster.holders, input.attendance)) return refuse("attendance-incomplete");
  const present = countPresent(roster.holders, input.attendance);
  const checked = await checkItems(tx, scope, input.items, { roster, present });
  if (!checked.ok) return checked;
  const sitting = { input, heldAt, roster, items: checked.value, noticed };
  const id = await writeMeeting(tx, scope, sitting);
  const written = await writeItems(tx, scope, {
    meeting: { id, bodyId: input.bodyId, heldOn: input.heldOn, heldAt },
    seats: roster.seats,
    items: checked.value,
  });
  if (!written.ok) return written;
  if (noticed) await joinAgendas(tx, scope, id);
  return accept({ id, resolutions: written.value });
}

async function faultOf(tx: Tx, scope: TenantScope, input: RecordInput, heldAt: Date) {
  const allianceId = scope.alliance.id;
  if (heldAt > scope.now) return "meeting-in-future" as const;
  const [papers, twins] = [
    await tx.storedFile.count({ where: { allianceId, id: input.originalFileId } }),
    await tx.meeting.count({
      where: {
        allianceId,
        bodyId: input.bodyId,
        scheduledAt: heldAt,
        state: { not: "cancelled" },
        ...(input.meetingId && { id: { not: input.meetingId } }),
      },
    }),
  ];
  if (papers === 0) return "paper-missing" as const;
  return twins > 0 ? ("meeting-already-recorded" as const) : undefined;
}

type Sitting = {
  input: RecordInput;
  heldAt: Date;
  roster: Roster;
  items: CheckedItem[];
  noticed: HeldMeeting | undefined;
};

const columnsOf = (scope: TenantScope, { input, heldAt, roster }: Sitting) => ({
  title: input.title,
  mode: input.mode,
  scheduledAt: heldAt,
  place: input.place ?? null,
  recordOnly: true,
  seatsAll: roster.seats.all,
  seatsFilled: roster.seats.filled,
  originalFileId: input.originalFileId,
  recordedById: scope.actor.userId,
  recordedAt: scope.now,
});

/** A new row, or the one that stands since the notice. */
async function meetingRow(tx: Tx, scope: TenantScope, sitting: Sitting): Promise<string> {
  const { noticed } = sitting;
  const columns = columnsOf(scope, sitting);
  if (noticed) {
    await moveAside(tx, scope, noticed.id);
    await moveMeeting(tx, scope, noticed, { move: "record", data: columns });
    return noticed.id;
  }
  const { id } = await tx.meeting.create({
    data: {
      ...columns,
      allianceId: scope.alliance.id,
      bodyId: sitting.input.bodyId,
      state: "closed",
      createdAt: scope.now,
    },
    select: { id: true },
  });
  return id;
}

async function writeMeeting(tx: Tx, scope: TenantScope, sitting: Sitting): Promise<string> {
  const { input, roster, items } = sitting;
  const allianceId = scope.alliance.id;
  const id = await meetingRow(tx, scope, sitting);
  const names = new Map(roster.holders.map((holder) => [holder.seatId, holder.holderName]));
  await tx.attendance.createMany({
    data: input.attendance.map(({ seatId, status }) => ({
      allianceId,
      meetingId: id,
      seatId,
      status,
      holderName: (names.get(seatId) ?? "").slice(0, 300),
    })),
  });
  await scope.audit({
    action: "meeting.record",
    subjectType: "meeting",
    subjectId: id,
    details: {
      bodyId: input.bodyId,
      heldOn: input.heldOn,
      originalFileId: input.originalFileId,
      items: items.length,
    },
  });
  return id;
}
