import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { callList, ruleOf } from "../queries/call-list";
import { isSitting } from "../rules/edges";
import type { HeldMeeting } from "./hold";
import { touchMeeting } from "./touch";

export const presenceRefusals = ["wrong-state", "seat-vacant", "seat-taken", "two-seats"] as const;
type Refusal = (typeof presenceRefusals)[number];

export type Comer = {
  seatId: string;
  personId: string | null;
  personName: string;
  capacity: "principal" | "alternate";
  mode: "room" | "online";
  /** Whoever sits there gives way: the secretary switches principal and alternate. */
  relieve: boolean;
};

type Open = {
  id: string;
  seatId: string;
  personId: string | null;
  personName: string;
  mode: string;
};

/** May one person sit in two seats? The rule of ordinary matters says (behaviour 4.2). */
async function holdsAnother(tx: Tx, scope: TenantScope, meeting: HeldMeeting, comer: Comer) {
  if (!comer.personId) return false;
  const elsewhere = await tx.presence.count({
    where: {
      allianceId: scope.alliance.id,
      meetingId: meeting.id,
      personId: comer.personId,
      leftAt: null,
      seatId: { not: comer.seatId },
    },
  });
  if (elsewhere === 0) return false;
  const { rules } = await callList(tx, scope, { bodyId: meeting.bodyId, day: scope.today });
  return ruleOf(rules, "ordinary")?.options.twoSeats !== true;
}

const isSame = (there: Open, comer: Comer): boolean =>
  there.mode === comer.mode &&
  (comer.personId ? there.personId === comer.personId : there.personName === comer.personName);

/**
 * Somebody takes a seat. Whoever is there already stays (twice is once); another person is relieved only where the
 * secretary says so. The principal's coming takes back the letter at once; what its holder has cast in a vote that is
 * open stays cast, since the electors of that vote are frozen.
 */
export async function comeIn(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  comer: Comer,
): Promise<Result<{ id: string }, Refusal>> {
  if (!isSitting(meeting.state)) return refuse("wrong-state");
  const allianceId = scope.alliance.id;
  const key = { allianceId, meetingId: meeting.id, seatId: comer.seatId };
  const seat = await tx.meetingSeat.findUniqueOrThrow({
    where: { allianceId_meetingId_seatId: key },
    select: { holderName: true },
  });
  if (seat.holderName === null) return refuse("seat-vacant");
  const there: Open | null = await tx.presence.findFirst({ where: { ...key, leftAt: null } });
  if (there && isSame(there, comer)) {
    await tx.$executeRaw`UPDATE presences SET seen_at = clock_timestamp() WHERE id = ${there.id}::uuid`;
    return noted(tx, scope, meeting, { id: there.id, comer, action: "presence.confirm" });
  }
  if (there && !comer.relieve && there.personId !== comer.personId) return refuse("seat-taken");
  if (await holdsAnother(tx, scope, meeting, comer)) return refuse("two-seats");
  if (there) {
    await tx.$executeRaw`UPDATE presences SET left_at = clock_timestamp() WHERE id = ${there.id}::uuid`;
  }
  await tx.proxy.updateMany({
    where: {
      allianceId,
      meetingId: meeting.id,
      principalSeatId: comer.seatId,
      state: { in: ["signed", "accepted", "active", "used"] },
    },
    data: { state: "revoked", stateSince: scope.now, version: { increment: 1 } },
  });
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO presences (id, alliance_id, meeting_id, seat_id, person_id, person_name, capacity, mode, came_at, seen_at,
      recorded_by_id)
    VALUES (gen_random_uuid(), ${allianceId}::uuid, ${meeting.id}::uuid, ${comer.seatId}::uuid, ${comer.personId}::uuid,
      ${comer.personName.slice(0, 100)}, ${comer.capacity}::presence_capacity, ${comer.mode}::presence_mode,
      clock_timestamp(), clock_timestamp(), ${scope.reach.whole ? scope.actor.userId : null}::uuid)
    RETURNING id`;
  const action = there ? "presence.switch" : "presence.enter";
  return noted(tx, scope, meeting, { id: rows[0]?.id ?? "", comer, action });
}

async function noted(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  given: { id: string; comer: Comer; action: string },
) {
  const { seatId, capacity, mode } = given.comer;
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: given.action,
    subjectType: "meeting",
    subjectId: meeting.id,
    details: { seatId, capacity, mode },
  });
  return accept({ id: given.id });
}

/** Out from now on; the proxies that the seat carries go with it. */
export async function endPresence(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  seatId: string,
): Promise<Result<{ id: string }, "wrong-state" | "not-there">> {
  if (!isSitting(meeting.state)) return refuse("wrong-state");
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE presences SET left_at = clock_timestamp()
    WHERE alliance_id = ${scope.alliance.id}::uuid AND meeting_id = ${meeting.id}::uuid AND seat_id = ${seatId}::uuid
      AND left_at IS NULL RETURNING id`;
  const ended = rows[0];
  if (!ended) return refuse("not-there");
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "presence.leave",
    subjectType: "meeting",
    subjectId: meeting.id,
    details: { seatId },
  });
  return accept({ id: ended.id });
}
