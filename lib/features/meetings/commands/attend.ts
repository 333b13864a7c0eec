import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { ownSeats } from "../queries/own-seats";
import { isSitting } from "../rules/edges";
import type {
  answerInput,
  checkInInput,
  deliveredInput,
  heartbeatInput,
  leaveInput,
  markPresentInput,
  openedInput,
  renewCodeInput,
} from "../schema/presence";
import { ownSeat, seatOf } from "./acting";
import { type HeldMeeting, holdMeeting } from "./hold";
import { comeIn, endPresence, presenceRefusals } from "./presence";
import { touchMeeting } from "./touch";

const called = ["noticed", "check_in", "open", "suspended", "postponed"];

/** Whoever was called has opened the meeting's page: the read receipt, written once. */
export async function noteOpened(
  tx: Tx,
  scope: TenantScope,
  { meetingId }: z.output<typeof openedInput>,
): Promise<Result<{ seats: number }, never>> {
  const allianceId = scope.alliance.id;
  const exists = { allianceId, id: meetingId, state: { not: "draft" as const } };
  if ((await tx.meeting.count({ where: exists })) === 0) notFound();
  const own = await ownSeats(tx, meetingId, scope.actor.personId, scope.today);
  const { count } = await tx.meetingSeat.updateMany({
    where: { allianceId, meetingId, readAt: null, seatId: { in: own.map((seat) => seat.seatId) } },
    data: { readAt: scope.now },
  });
  if (count > 0) await touchMeeting(tx, scope, meetingId);
  await scope.audit({
    action: "meeting.read_notice",
    subjectType: "meeting",
    subjectId: meetingId,
    details: { seats: count },
  });
  return accept({ seats: count });
}

/** Told in person or by telephone: somebody without an account. */
export async function noteDelivered(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof deliveredInput>,
): Promise<Result<{ seatId: string }, "wrong-state">> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  const seat = await seatOf(tx, scope, meeting, input.seatId);
  if (!called.includes(meeting.state)) return refuse("wrong-state");
  await tx.meetingSeat.update({
    where: { meetingId_seatId: { meetingId: meeting.id, seatId: seat.seatId } },
    data: { deliveredAt: seat.deliveredAt ?? scope.now },
  });
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "meeting.deliver_notice",
    subjectType: "meeting",
    subjectId: meeting.id,
    details: { seatId: seat.seatId },
  });
  return accept({ seatId: seat.seatId });
}

/** 回执 of the own seat; the last answer before the opening counts. */
export async function answerCall(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerInput>,
): Promise<Result<{ seatId: string }, "wrong-state" | "not-online">> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  const { seatId } = await ownSeat(tx, scope, meeting, input.seatId);
  if (meeting.state !== "noticed" && meeting.state !== "check_in") return refuse("wrong-state");
  if (input.rsvp === "online" && meeting.mode === "room") return refuse("not-online");
  await tx.meetingSeat.update({
    where: { meetingId_seatId: { meetingId: meeting.id, seatId } },
    data: { rsvp: input.rsvp, rsvpAt: scope.now },
  });
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "meeting.answer",
    subjectType: "meeting",
    subjectId: meeting.id,
    details: { seatId, rsvp: input.rsvp },
  });
  return accept({ seatId });
}

/** A new secret for the wall; the old code opens nothing from now on. Only its hash is kept. */
export async function renewCode(
  tx: Tx,
  scope: TenantScope,
  { meetingId }: z.output<typeof renewCodeInput>,
): Promise<Result<{ secret: string }, "wrong-state">> {
  const meeting = await holdMeeting(tx, scope, meetingId);
  if (!isSitting(meeting.state)) return refuse("wrong-state");
  const secret = newSecret();
  await tx.meeting.update({
    where: { id: meeting.id },
    data: { checkInHash: hashSecret(secret), revision: { increment: 1 } },
  });
  await scope.audit({
    action: "meeting.renew_code",
    subjectType: "meeting",
    subjectId: meeting.id,
  });
  return accept({ secret });
}

export const checkInRefusals = [...presenceRefusals, "code-wrong", "not-online"] as const;
type Presence<R extends string> = Promise<Result<{ id: string }, R>>;

/** Is the person where it says: in the room by the code on the wall, online where the meeting has a link. */
function placeFault(meeting: HeldMeeting, input: z.output<typeof checkInInput>) {
  if (input.mode === "online") return meeting.mode === "room" ? "not-online" : undefined;
  const proven =
    input.code !== undefined &&
    meeting.checkInHash !== null &&
    hashSecret(input.code) === meeting.checkInHash;
  return proven ? undefined : "code-wrong";
}

/** By oneself: with the code of the wall, or online. */
export async function checkIn(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof checkInInput>,
): Presence<(typeof checkInRefusals)[number]> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  const { seatId, capacity } = await ownSeat(tx, scope, meeting, input.seatId);
  const fault = placeFault(meeting, input);
  if (isSitting(meeting.state) && fault) return refuse(fault);
  const { personId, name } = scope.actor;
  const comer = { seatId, personId, personName: name, capacity, mode: input.mode, relieve: false };
  return comeIn(tx, scope, meeting, comer);
}

/** By the secretary, for somebody who stands there. */
export async function markPresent(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof markPresentInput>,
): Presence<(typeof presenceRefusals)[number]> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  const seat = await seatOf(tx, scope, meeting, input.seatId);
  const named = input.personId
    ? await alternateOf(tx, scope, seat.seatId, input.personId)
    : undefined;
  const principal = input.capacity === "principal" && !named;
  return comeIn(tx, scope, meeting, {
    seatId: seat.seatId,
    personId: named?.id ?? (principal ? seat.personId : null),
    personName: named?.name ?? (principal ? seat.personName : null) ?? seat.holderName ?? "",
    capacity: named ? "alternate" : input.capacity,
    mode: input.mode,
    relieve: input.relieve,
  });
}

async function alternateOf(tx: Tx, scope: TenantScope, seatId: string, personId: string) {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT p.id, p.name FROM seat_delegates d
    JOIN seat_holdings h ON h.id = d.holding_id AND h.alliance_id = d.alliance_id
    JOIN people p ON p.id = d.person_id
    WHERE d.alliance_id = ${scope.alliance.id}::uuid AND h.seat_id = ${seatId}::uuid
      AND d.person_id = ${personId}::uuid AND d.kind = 'alternate'
      AND ${scope.today}::date BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
      AND ${scope.today}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')`;
  return rows[0] ?? notFound();
}

export async function leave(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof leaveInput>,
): Presence<"wrong-state" | "not-there"> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  await ownSeat(tx, scope, meeting, input.seatId);
  // Principal and alternate share the seat, but nobody sends the other one out.
  const { personId } = scope.actor;
  const key = { allianceId: scope.alliance.id, meetingId: meeting.id, seatId: input.seatId };
  const other = { ...key, leftAt: null, personId: { not: personId } };
  if ((await tx.presence.count({ where: other })) > 0) forbidden();
  return endPresence(tx, scope, meeting, input.seatId);
}

export async function markLeft(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof leaveInput>,
): Presence<"wrong-state" | "not-there"> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  await seatOf(tx, scope, meeting, input.seatId);
  return endPresence(tx, scope, meeting, input.seatId);
}

/**
 * A sign of life of somebody online. It is no change of the record and leaves no line in the chain: every phone sends one
 * a minute. Whoever was silent for too long is seen again by every screen.
 */
export async function heartbeat(
  tx: Tx,
  scope: TenantScope,
  { meetingId }: z.output<typeof heartbeatInput>,
): Promise<Result<{ revision: number }, never>> {
  const rows = await tx.$queryRaw<{ revision: number; silent: boolean }[]>`
    WITH alive AS (
      UPDATE presences p SET seen_at = clock_timestamp()
      FROM presences before
      WHERE before.id = p.id AND p.alliance_id = ${scope.alliance.id}::uuid AND p.meeting_id = ${meetingId}::uuid
        AND p.person_id = ${scope.actor.personId}::uuid AND p.mode = 'online' AND p.left_at IS NULL
      RETURNING coalesce(before.seen_at, before.came_at) < clock_timestamp() - interval '180 seconds' AS silent)
    SELECT g.revision, coalesce((SELECT bool_or(silent) FROM alive), false) AS silent
    FROM meetings g WHERE g.alliance_id = ${scope.alliance.id}::uuid AND g.id = ${meetingId}::uuid`;
  const row = rows[0] ?? notFound();
  if (row.silent) await touchMeeting(tx, scope, meetingId);
  return accept({ revision: row.revision + (row.silent ? 1 : 0) });
}
