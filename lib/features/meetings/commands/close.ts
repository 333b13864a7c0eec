import type { z } from "zod";
import { clockIn, instantIn } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";
import { callList, ruleOf } from "../queries/call-list";
import { electorateOf } from "../queries/electorate";
import { headcountOf } from "../rules/headcount";
import type { againInput, meetingRef } from "../schema/run";
import { mustRun } from "./acting";
import { type HeldMeeting, holdMeeting, type Moved, moveMeeting } from "./hold";
import { hasOpenVote } from "./open";

type Ref = z.output<typeof meetingRef>;
type Again = z.output<typeof againInput>;

/** The attendance of the record, once, from who was there; then nobody is there any more. */
async function writeAttendance(tx: Tx, scope: TenantScope, meeting: HeldMeeting): Promise<void> {
  const allianceId = scope.alliance.id;
  await tx.$executeRaw`
    INSERT INTO attendances (alliance_id, meeting_id, seat_id, status, holder_name)
    SELECT m.alliance_id, m.meeting_id, m.seat_id,
      (CASE
        WHEN EXISTS (SELECT 1 FROM presences p WHERE p.meeting_id = m.meeting_id AND p.seat_id = m.seat_id AND p.mode = 'room') THEN 'present'
        WHEN EXISTS (SELECT 1 FROM presences p WHERE p.meeting_id = m.meeting_id AND p.seat_id = m.seat_id) THEN 'online'
        WHEN EXISTS (SELECT 1 FROM proxies x JOIN presences p ON p.meeting_id = x.meeting_id AND p.seat_id = x.holder_seat_id
          WHERE x.meeting_id = m.meeting_id AND x.principal_seat_id = m.seat_id AND x.state IN ('active', 'used')) THEN 'proxy'
        WHEN m.rsvp = 'excused' THEN 'excused'
        ELSE 'absent' END)::attendance_status,
      m.holder_name
    FROM meeting_seats m
    WHERE m.alliance_id = ${allianceId}::uuid AND m.meeting_id = ${meeting.id}::uuid AND m.holder_name IS NOT NULL
    ON CONFLICT (meeting_id, seat_id) DO NOTHING`;
  await tx.$executeRaw`
    UPDATE presences SET left_at = clock_timestamp()
    WHERE alliance_id = ${allianceId}::uuid AND meeting_id = ${meeting.id}::uuid AND left_at IS NULL`;
  await tx.proxy.updateMany({
    where: { allianceId, meetingId: meeting.id, state: { in: ["signed", "accepted", "active"] } },
    data: { state: "expired", stateSince: scope.now, version: { increment: 1 } },
  });
}

const undecided = { in: ["planned", "open"] satisfies ("planned" | "open")[] };
const ended = { currentItemId: null, checkInHash: null };

/** The end: everything on the agenda was decided, heard or put off, and no vote is running. */
export async function closeMeeting(
  tx: Tx,
  scope: TenantScope,
  { meetingId, version }: Ref,
): Promise<Result<Moved, "wrong-state" | "vote-open" | "items-undecided">> {
  const held = await holdMeeting(tx, scope, meetingId);
  await mustRun(tx, scope, held);
  if (held.state !== "open" && held.state !== "suspended") return refuse("wrong-state");
  if (await hasOpenVote(tx, scope, held.id)) return refuse("vote-open");
  const where = { allianceId: scope.alliance.id, meetingId, state: undecided };
  const items = await tx.agendaItem.count({ where });
  if (items > 0) return refuse("items-undecided", { count: items });
  await writeAttendance(tx, scope, held);
  return moveMeeting(tx, scope, held, {
    move: "close",
    version,
    data: { ...ended, closedAt: scope.now, stateReason: null },
  });
}

/** The next sitting of an unfinished one: the items that are left with their papers, and nobody's presence. */
async function another(
  tx: Tx,
  scope: TenantScope,
  held: HeldMeeting,
  given: {
    kind: "continuation" | "second_call";
    input: Again;
    items: Prisma.EnumAgendaItemStateFilter;
  },
): Promise<string> {
  const allianceId = scope.alliance.id;
  const { input, kind } = given;
  const { id } = await tx.meeting.create({
    data: {
      allianceId,
      bodyId: held.bodyId,
      title: held.title,
      kind,
      mode: held.mode,
      state: "draft",
      scheduledAt: instantIn(input.heldOn, input.time, scope.alliance.timeZone),
      place: input.place ?? held.place,
      link: held.link,
      continuesId: held.id,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  const items = await tx.agendaItem.findMany({
    where: { allianceId, meetingId: held.id, state: given.items },
    include: { papers: true },
    orderBy: { sortOrder: "asc" },
  });
  const created = await tx.agendaItem.createManyAndReturn({
    data: items.map((item, index) => ({
      allianceId,
      meetingId: id,
      sortOrder: index + 1,
      title: item.title,
      kind: item.kind,
      matter: item.matter,
      explanation: item.explanation,
      proposer: item.proposer,
      partyPrior: item.partyPrior,
      guarded: item.guarded,
      applicationId: item.applicationId,
      projectId: item.projectId,
      effect: item.effect as Prisma.InputJsonObject,
    })),
    select: { id: true, sortOrder: true },
  });
  const ids = new Map(created.map((row) => [row.sortOrder, row.id]));
  await tx.itemPaper.createMany({
    data: items.flatMap((item, index) =>
      item.papers.map(({ fileId, title, addedAt }) => ({
        allianceId,
        itemId: ids.get(index + 1) ?? "",
        fileId,
        title,
        addedAt,
      })),
    ),
  });
  await scope.audit({
    action: "meeting.create",
    subjectType: "meeting",
    subjectId: id,
    details: { continues: held.id, kind, heldOn: input.heldOn, items: items.length },
  });
  return id;
}

/** Broken off: what is left goes on at another time. */
export async function adjournMeeting(
  tx: Tx,
  scope: TenantScope,
  input: Again,
): Promise<Result<{ id: string; state: string }, "wrong-state" | "vote-open" | "meeting-in-past">> {
  const held = await holdMeeting(tx, scope, input.meetingId);
  await mustRun(tx, scope, held);
  if (held.state !== "open" && held.state !== "suspended") return refuse("wrong-state");
  if (await hasOpenVote(tx, scope, held.id)) return refuse("vote-open");
  if (instantIn(input.heldOn, input.time, scope.alliance.timeZone) <= scope.now)
    return refuse("meeting-in-past");
  const id = await another(tx, scope, held, { kind: "continuation", input, items: undecided });
  await tx.agendaItem.updateMany({
    where: { allianceId: scope.alliance.id, meetingId: held.id, state: undecided },
    data: { state: "deferred", version: { increment: 1 } },
  });
  await writeAttendance(tx, scope, held);
  const data = { ...ended, closedAt: scope.now };
  const moved = await moveMeeting(tx, scope, held, {
    move: "adjourn",
    version: input.version,
    data,
  });
  return moved.ok ? accept({ id, state: "draft" }) : moved;
}

/** 流会: the time to wait is over and there is still no quorum. */
export async function lackQuorum(
  tx: Tx,
  scope: TenantScope,
  { meetingId, version }: Ref,
): Promise<Result<Moved, "wrong-state" | "wait-first" | "quorum-there" | "no-rule-for-notice">> {
  const held = await holdMeeting(tx, scope, meetingId);
  await mustRun(tx, scope, held);
  if (held.state !== "check_in" && held.state !== "suspended") return refuse("wrong-state");
  const { rules } = await callList(tx, scope, { bodyId: held.bodyId, day: scope.today });
  const rule = ruleOf(rules, "ordinary");
  if (!rule) return refuse("no-rule-for-notice");
  const until = new Date(+held.scheduledAt + rule.options.waitMinutes * 60_000);
  if (scope.now < until)
    return refuse("wait-first", { time: clockIn(until, scope.alliance.timeZone) });
  const electorate = await electorateOf(tx, scope.alliance.id, held.id, null);
  if (headcountOf(rule, electorate).met) return refuse("quorum-there");
  await writeAttendance(tx, scope, held);
  return moveMeeting(tx, scope, held, {
    move: "lack_quorum",
    version,
    data: {
      ...ended,
      closedAt: scope.now,
      seatsAll: electorate.seats.all,
      seatsFilled: electorate.seats.filled,
    },
  });
}

/** The second call of a meeting without quorum, ready for its notice. */
export async function callAgain(
  tx: Tx,
  scope: TenantScope,
  input: Again,
): Promise<
  Result<{ id: string; state: string }, "wrong-state" | "called-already" | "meeting-in-past">
> {
  const held = await holdMeeting(tx, scope, input.meetingId);
  if (held.state !== "inquorate") return refuse("wrong-state");
  const where = {
    allianceId: scope.alliance.id,
    continuesId: held.id,
    state: { not: "cancelled" as const },
  };
  if ((await tx.meeting.count({ where })) > 0) return refuse("called-already");
  if (instantIn(input.heldOn, input.time, scope.alliance.timeZone) <= scope.now)
    return refuse("meeting-in-past");
  const id = await another(tx, scope, held, { kind: "second_call", input, items: undecided });
  return accept({ id, state: "draft" });
}
