import type { z } from "zod";
import { dayIn, dayOf, instantIn } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { callList, ruleOf } from "../queries/call-list";
import { deadlinesOf } from "../rules/deadlines";
import type {
  callOffInput,
  createInput,
  noticeInput,
  rescheduleInput,
  SittingInput,
  updateInput,
} from "../schema/prepare";
import { type HeldMeeting, holdMeeting, type Moved, moveMeeting } from "./hold";
import { mailNotice } from "./mails";
import { writeCalled } from "./seats";
import { suggestConflicts } from "./suggest";

const columnsOf = (scope: TenantScope, input: SittingInput) => ({
  title: input.title,
  kind: input.kind,
  mode: input.mode,
  scheduledAt: instantIn(input.heldOn, input.time, scope.alliance.timeZone),
  place: input.place ?? null,
  link: input.link ?? null,
});

/** Where people go: a room, a link, or both. */
const isPlaced = (meeting: Pick<HeldMeeting, "mode" | "place" | "link">): boolean =>
  (meeting.mode === "room" || meeting.link !== null) &&
  (meeting.mode === "online" || meeting.place !== null);

/** A meeting to be: seen by the secretariat alone until its notice. */
export async function createMeeting(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createInput>,
): Promise<Result<Moved, "body-dissolved">> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id: input.bodyId } };
  const select = { dissolvedOn: true } as const;
  const body = (await tx.governanceBody.findUnique({ where, select })) ?? notFound();
  if (body.dissolvedOn && dayOf(body.dissolvedOn) < input.heldOn) return refuse("body-dissolved");
  const { id } = await tx.meeting.create({
    data: {
      allianceId,
      bodyId: input.bodyId,
      state: "draft",
      createdAt: scope.now,
      ...columnsOf(scope, input),
    },
    select: { id: true },
  });
  await scope.audit({
    action: "meeting.create",
    subjectType: "meeting",
    subjectId: id,
    details: { bodyId: input.bodyId, heldOn: input.heldOn, kind: input.kind },
  });
  return accept({ id, state: "draft", version: 1 });
}

/** A draft is changed freely; after the notice a change of time or place is a new notice. */
export async function updateMeeting(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateInput>,
): Promise<Result<Moved, "wrong-state">> {
  const held = await holdMeeting(tx, scope, input.meetingId);
  if (held.state !== "draft" && held.state !== "postponed") return refuse("wrong-state");
  const { count } = await tx.meeting.updateMany({
    where: {
      id: held.id,
      allianceId: scope.alliance.id,
      state: held.state,
      version: input.version,
    },
    data: { ...columnsOf(scope, input), version: { increment: 1 }, revision: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "meeting.update",
    subjectType: "meeting",
    subjectId: held.id,
    details: { heldOn: input.heldOn, mode: input.mode },
  });
  return accept({ id: held.id, state: held.state, version: held.version + 1 });
}

export const noticeRefusals = [
  "wrong-state",
  "agenda-empty",
  "matter-missing",
  "meeting-in-past",
  "place-missing",
  "no-rule-for-notice",
  "nobody-to-call",
  "notice-too-late",
] as const;
type NoticeRefusal = (typeof noticeRefusals)[number];

/** What must stand before anybody is called (behaviour 4.2, DRAFT → NOTICED). */
async function faultOf(tx: Tx, scope: TenantScope, held: HeldMeeting) {
  if (held.scheduledAt <= scope.now) return "meeting-in-past" as const;
  if (!isPlaced(held)) return "place-missing" as const;
  const items = await tx.agendaItem.findMany({
    where: { allianceId: scope.alliance.id, meetingId: held.id, state: "planned" },
    select: { kind: true, matter: true },
  });
  if (items.length === 0) return "agenda-empty" as const;
  const decides = items.some(
    ({ kind, matter }) => kind !== "report" && kind !== "follow_up" && !matter,
  );
  return decides ? ("matter-missing" as const) : undefined;
}

async function call(
  tx: Tx,
  scope: TenantScope,
  held: HeldMeeting,
  given: { version: number; waiver?: string | undefined; move: "notice" | "notice_again" },
): Promise<Result<Moved, NoticeRefusal>> {
  const fault = await faultOf(tx, scope, held);
  if (fault) return refuse(fault);
  const { seats, rules } = await callList(tx, scope, { bodyId: held.bodyId, day: scope.today });
  if (!seats.some((seat) => seat.eligible)) return refuse("nobody-to-call");
  const rule = ruleOf(rules, "ordinary");
  if (!rule) return refuse("no-rule-for-notice");
  const { noticeBy, noticeDays } = deadlinesOf(rule, held);
  const late = scope.today > noticeBy;
  if (late && !given.waiver) return refuse("notice-too-late", { day: noticeBy, days: noticeDays });
  await writeCalled(tx, scope, held, seats);
  await suggestConflicts(tx, scope, held.id);
  await mailNotice(tx, scope, held, seats, given.move);
  return moveMeeting(tx, scope, held, {
    move: given.move,
    version: given.version,
    data: {
      noticedAt: scope.now,
      noticeWaiver: late ? (given.waiver ?? null) : null,
      stateReason: null,
      scheduledAt: held.scheduledAt,
      mode: held.mode,
      place: held.place,
      link: held.link,
    },
    details: { seats: seats.filter((seat) => seat.eligible).length, noticeBy, late },
  });
}

/** Sends the notice: writes who is called, suggests conflicts, and mails everybody. */
export async function sendNotice(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof noticeInput>,
): Promise<Result<Moved, NoticeRefusal>> {
  const held = await holdMeeting(tx, scope, input.meetingId);
  if (held.state !== "draft" && held.state !== "postponed") return refuse("wrong-state");
  return call(tx, scope, held, { ...input, move: "notice" });
}

/** Another time, place or way: everybody is called again, and answers again. */
export async function rescheduleMeeting(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof rescheduleInput>,
): Promise<Result<Moved, NoticeRefusal>> {
  const held = await holdMeeting(tx, scope, input.meetingId);
  if (held.state !== "noticed" && held.state !== "postponed") return refuse("wrong-state");
  const scheduledAt = instantIn(input.heldOn, input.time, scope.alliance.timeZone);
  const next: HeldMeeting = {
    ...held,
    mode: input.mode,
    place: input.place ?? null,
    link: input.link ?? null,
    scheduledAt,
    heldOn: dayIn(scheduledAt, scope.alliance.timeZone),
  };
  return call(tx, scope, next, {
    ...input,
    move: held.state === "noticed" ? "notice_again" : "notice",
  });
}

/** Called off for good, or until another day is found; whoever was called hears why. */
export async function callOff(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof callOffInput>,
): Promise<Result<Moved, "wrong-state">> {
  const held = await holdMeeting(tx, scope, input.meetingId);
  const moved = await moveMeeting(tx, scope, held, {
    move: input.how,
    version: input.version,
    data: { stateReason: input.reason },
  });
  if (!moved.ok) return moved;
  await tx.proxy.updateMany({
    where: {
      allianceId: scope.alliance.id,
      meetingId: held.id,
      state: { in: ["signed", "accepted"] },
    },
    data: { state: "expired", stateSince: scope.now, version: { increment: 1 } },
  });
  if (held.state !== "draft") {
    const { seats } = await callList(tx, scope, { bodyId: held.bodyId, day: scope.today });
    await mailNotice(tx, scope, held, seats, input.how, input.reason);
  }
  return moved;
}
