import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { callList, ruleOf } from "../queries/call-list";
import { electorateOf } from "../queries/electorate";
import { chairOf } from "../rules/chair";
import { headcountOf } from "../rules/headcount";
import type { chairInput, meetingRef, refreezeInput, suspendInput } from "../schema/run";
import { mustRun, seatOf } from "./acting";
import { type HeldMeeting, holdMeeting, type Moved, moveMeeting } from "./hold";
import { freezeSeats } from "./seats";
import { suggestConflicts } from "./suggest";
import { touchMeeting } from "./touch";

type Ref = z.output<typeof meetingRef>;

/** So long before the start people may be checked in. */
const HOURS_BEFORE = 12;

export async function startCheckIn(
  tx: Tx,
  scope: TenantScope,
  { meetingId, version }: Ref,
): Promise<Result<Moved, "wrong-state" | "check-in-too-early">> {
  const held = await holdMeeting(tx, scope, meetingId);
  if (held.state === "noticed" && +held.scheduledAt - +scope.now > HOURS_BEFORE * 3_600_000) {
    return refuse("check-in-too-early", { hours: HOURS_BEFORE });
  }
  return moveMeeting(tx, scope, held, { move: "start_check_in", version });
}

export const openRefusals = ["wrong-state", "no-rule-for-notice", "no-quorum", "no-chair"] as const;
type OpenRefusal = (typeof openRefusals)[number];

/** Who is there now, by the rule of ordinary matters; a refusal names the numbers. */
async function mustBeQuorate(tx: Tx, scope: TenantScope, held: HeldMeeting) {
  const { rules } = await callList(tx, scope, { bodyId: held.bodyId, day: scope.today });
  const rule = ruleOf(rules, "ordinary");
  if (!rule) return refuse("no-rule-for-notice");
  const electorate = await electorateOf(tx, scope.alliance.id, held.id, null);
  const count = headcountOf(rule, electorate);
  if (!count.met) {
    return refuse("no-quorum", { present: count.voters, needed: count.quorum.needed ?? 0 });
  }
  const chair = chairOf(electorate.lines);
  return chair ? accept({ electorate, count, chair }) : refuse("no-chair");
}

/**
 * The opening: the seats of now become the electorate (first freeze), accepted letters become active, and there must be a
 * quorum of those who are there. Whoever is first in the order of deputies chairs.
 */
export async function openMeeting(
  tx: Tx,
  scope: TenantScope,
  { meetingId, version }: Ref,
): Promise<Result<Moved, OpenRefusal>> {
  const held = await holdMeeting(tx, scope, meetingId);
  if (held.state !== "check_in") {
    await mustRun(tx, scope, held);
    return refuse("wrong-state");
  }
  const { seats } = await callList(tx, scope, { bodyId: held.bodyId, day: scope.today });
  await freezeSeats(tx, scope, held, seats);
  // Whoever took a seat since the notice is asked about conflicts as those before.
  await suggestConflicts(tx, scope, held.id);
  await tx.proxy.updateMany({
    where: { allianceId: scope.alliance.id, meetingId, state: "accepted" },
    data: { state: "active", stateSince: scope.now, version: { increment: 1 } },
  });
  const ready = await mustBeQuorate(tx, scope, held);
  if (!ready.ok) {
    // Who may not open does not learn the numbers either.
    await mustRun(tx, scope, held, seats.find((seat) => seat.position === "chair")?.seatId ?? null);
    return ready;
  }
  const { electorate, count, chair } = ready.value;
  await mustRun(tx, scope, held, chair.seatId);
  return moveMeeting(tx, scope, held, {
    move: "open",
    version,
    data: {
      openedAt: scope.now,
      chairSeatId: chair.seatId,
      seatsAll: electorate.seats.all,
      seatsFilled: electorate.seats.filled,
    },
    details: { ...electorate.seats, present: count.voters, chairSeatId: chair.seatId },
  });
}

/** A break, or the quorum is lost. */
export async function suspendMeeting(
  tx: Tx,
  scope: TenantScope,
  { meetingId, version, reason }: z.output<typeof suspendInput>,
): Promise<Result<Moved, "wrong-state" | "vote-open">> {
  const held = await holdMeeting(tx, scope, meetingId);
  await mustRun(tx, scope, held);
  if (await hasOpenVote(tx, scope, held.id)) return refuse("vote-open");
  const data = { stateReason: reason };
  return moveMeeting(tx, scope, held, { move: "suspend", version, data });
}

export async function resumeMeeting(
  tx: Tx,
  scope: TenantScope,
  { meetingId, version }: Ref,
): Promise<Result<Moved, OpenRefusal>> {
  const held = await holdMeeting(tx, scope, meetingId);
  await mustRun(tx, scope, held);
  if (held.state !== "suspended") return refuse("wrong-state");
  const ready = await mustBeQuorate(tx, scope, held);
  if (!ready.ok) return ready;
  const there = ready.value.electorate.lines.find((line) => line.seatId === held.chairSeatId);
  const chairSeatId = there?.present ? held.chairSeatId : ready.value.chair.seatId;
  return moveMeeting(tx, scope, held, {
    move: "resume",
    version,
    data: { stateReason: null, chairSeatId },
  });
}

/** Votes that are running; of one item or of the whole meeting, and then also the ballot of an election held in it. */
export async function hasOpenVote(
  tx: Tx,
  scope: TenantScope,
  meetingId: string,
  itemId?: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ running: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM votes v JOIN agenda_items i ON i.id = v.item_id AND i.alliance_id = v.alliance_id
      WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.meeting_id = ${meetingId}::uuid
        AND (${itemId ?? null}::uuid IS NULL OR i.id = ${itemId ?? null}::uuid)
        AND v.state IN ('open', 'counted'))
    OR (${itemId ?? null}::uuid IS NULL AND EXISTS (
      SELECT 1 FROM election_rounds r WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.state = 'open'
        AND r.opening ->> 'meetingId' = ${meetingId})) AS running`;
  return rows[0]?.running === true;
}

/** A procedural election of whoever chairs, or the chair hands over. */
export async function setChair(
  tx: Tx,
  scope: TenantScope,
  { meetingId, seatId }: z.output<typeof chairInput>,
): Promise<Result<{ seatId: string }, "wrong-state" | "not-there" | "vote-open">> {
  const held = await holdMeeting(tx, scope, meetingId);
  await seatOf(tx, scope, held, seatId);
  await mustRun(tx, scope, held);
  if (held.state !== "open" && held.state !== "suspended") return refuse("wrong-state");
  if (await hasOpenVote(tx, scope, held.id)) return refuse("vote-open");
  const { lines } = await electorateOf(tx, scope.alliance.id, held.id, held.currentItemId);
  const line = lines.find((one) => one.seatId === seatId);
  if (!line?.present || !line.eligible || line.recused) return refuse("not-there");
  await putInChair(tx, scope, held, seatId);
  return accept({ seatId });
}

export async function putInChair(
  tx: Tx,
  scope: TenantScope,
  held: HeldMeeting,
  seatId: string | null,
): Promise<void> {
  await tx.meeting.update({
    where: { id: held.id },
    data: { chairSeatId: seatId, revision: { increment: 1 } },
  });
  await scope.audit({
    action: "meeting.change_chair",
    subjectType: "meeting",
    subjectId: held.id,
    details: { from: held.chairSeatId, to: seatId },
  });
}

/** A decision of this meeting changed the seats: the electorate is frozen anew, logged, before the next vote. */
export async function refreeze(
  tx: Tx,
  scope: TenantScope,
  { meetingId, reason }: z.output<typeof refreezeInput>,
): Promise<Result<{ changed: number }, "wrong-state" | "vote-open">> {
  const held = await holdMeeting(tx, scope, meetingId);
  await mustRun(tx, scope, held);
  if (held.state !== "open" && held.state !== "suspended") return refuse("wrong-state");
  if (await hasOpenVote(tx, scope, held.id)) return refuse("vote-open");
  const { seats } = await callList(tx, scope, { bodyId: held.bodyId, day: scope.today });
  const changed = await freezeSeats(tx, scope, held, seats);
  await suggestConflicts(tx, scope, held.id);
  await touchMeeting(tx, scope, held.id);
  await scope.audit({
    action: "meeting.refreeze",
    subjectType: "meeting",
    subjectId: held.id,
    details: { changed, reason },
  });
  return accept({ changed });
}
