import { expect, test } from "vitest";
import * as attend from "@/lib/features/meetings/procedures/attend";
import * as prepare from "@/lib/features/meetings/procedures/prepare";
import { recordMeetingCommand } from "@/lib/features/meetings/procedures/record";
import * as run from "@/lib/features/meetings/procedures/run";
import { type MeetingMove, meetingEdges } from "@/lib/features/meetings/rules/edges";
import { type MeetingState, meetingStates } from "@/lib/features/meetings/types";
import { perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { useDatabase } from "@/tests/support/database";
import { pictureOf, without } from "../corridor/support";
import { motion, paperOf } from "./council";
import {
  checkedIn,
  drafted,
  inHours,
  itemVersion,
  letter,
  look,
  noticed,
  opened,
  out,
  type Sitting,
  sitting,
  value,
  versionOf,
} from "./sitting";

const { db, url } = useDatabase();

const at = async (id: string) => ({ meetingId: id, version: await versionOf(id) });
const focus = (council: Sitting, itemId: string) =>
  perform(run.focusItemCommand, council.call, { itemId });
const settle = async (council: Sitting, itemId: string, how: "hear" | "defer" | "withdraw") =>
  perform(run.settleItemCommand, council.call, { itemId, version: await itemVersion(itemId), how });

test("a meeting opens with its quorum and not with one less", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 5);
  expect(await perform(run.openMeetingCommand, council.call, await at(id))).toMatchObject({
    reason: "no-quorum",
    details: { present: 5, needed: 6 },
  });
  expect((await look(council, id)).state).toBe("check_in");
  value(
    await perform(attend.markPresentCommand, council.call, {
      meetingId: id,
      seatId: council.seat(6),
    }),
  );
  value(await perform(run.openMeetingCommand, council.call, await at(id)));
  const meeting = await look(council, id);
  expect(meeting).toMatchObject({
    state: "open",
    chairSeatId: council.seat(1),
    obstacle: "no-item",
  });
  expect(meeting.headcount).toMatchObject({ present: 6, spare: 0 });
  const frozen = await db().meetingSeat.count({
    where: { meetingId: id, frozenAt: { not: null } },
  });
  expect(frozen).toBe(9);
});

test("I-01 the frozen electorate does not change behind the meeting's back", async () => {
  const council = await sitting();
  const { id } = await opened(council, 6);
  const where = { meetingId_seatId: { meetingId: id, seatId: council.seat(9) } };
  await expect(db().meetingSeat.update({ where, data: { eligible: false } })).rejects.toThrow();
});

test("Member ends or is suspended on the day: seats stay fixed until the logged re-freeze", async () => {
  const council = await sitting();
  const { id, items } = await opened(council, 7);
  value(await focus(council, items[0] ?? ""));
  await db().membershipSuspension.create({
    data: {
      allianceId: council.alliance.id,
      membershipId: council.holders[8]?.membership.id ?? "",
      validFrom: new Date(Date.now() - 86_400_000),
      reason: "示例",
    },
  });
  const before = await look(council, id);
  expect(before).toMatchObject({ seatsChanged: true, obstacle: "seats-changed" });
  expect(before.seats[8]?.eligible).toBe(true);
  const again = { meetingId: id, reason: "示例：第三项选举结果" };
  expect(value(await perform(run.refreezeCommand, council.call, again)).changed).toBe(1);
  expect(value(await perform(run.refreezeCommand, council.call, again)).changed).toBe(0);
  const after = await look(council, id);
  expect(after).toMatchObject({ seatsChanged: false, obstacle: null });
  expect(after.seats[8]?.eligible).toBe(false);
  expect(
    await db().auditEntry.count({ where: { subjectId: id, action: "meeting.refreeze" } }),
  ).toBe(2);
});

test("Chair absent: the order of deputies from the seat table, recorded", async () => {
  const council = await sitting();
  await db().seat.update({ where: { id: council.seat(4) }, data: { position: "vice_chair" } });
  const { id } = await checkedIn(council, 0);
  for (const number of [2, 3, 4, 5, 6, 7]) {
    value(
      await perform(attend.markPresentCommand, council.call, {
        meetingId: id,
        seatId: council.seat(number),
      }),
    );
  }
  value(await perform(run.openMeetingCommand, council.call, await at(id)));
  expect((await look(council, id)).chairSeatId).toBe(council.seat(4));
});

test("the chair runs the meeting, a delegate does not", async () => {
  const council = await sitting();
  const { id, items } = await checkedIn(council, 7);
  await expect(
    perform(run.openMeetingCommand, council.person(2), await at(id)),
  ).rejects.toMatchObject({ code: "forbidden" });
  value(await perform(run.openMeetingCommand, council.person(1), await at(id)));
  value(await perform(run.focusItemCommand, council.person(1), { itemId: items[0] ?? "" }));
  await expect(
    perform(run.suspendMeetingCommand, council.person(2), { ...(await at(id)), reason: "示例" }),
  ).rejects.toMatchObject({ code: "forbidden" });
  value(
    await perform(run.suspendMeetingCommand, council.person(1), {
      ...(await at(id)),
      reason: "茶歇",
    }),
  );
});

test("the chair has the console before the opening already, a delegate has not", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 5);
  const seen = async (number: number) => (await look(council, id, council.person(number))).may.run;
  expect([await seen(1), await seen(2)]).toEqual([true, false]);
  // Before it was waited long enough nobody declares that there is no quorum; a delegate may not even ask.
  await expect(
    perform(run.lackQuorumCommand, council.person(2), await at(id)),
  ).rejects.toMatchObject({ code: "forbidden" });
  expect(await perform(run.lackQuorumCommand, council.person(1), await at(id))).toMatchObject({
    ok: false,
  });
});

test("one leaves and the quorum is lost and regained", async () => {
  const council = await sitting();
  const { id, items } = await opened(council, 6);
  value(await focus(council, items[0] ?? ""));
  expect((await look(council, id)).obstacle).toBeNull();
  await out(council, id, 6);
  expect(await look(council, id)).toMatchObject({
    obstacle: "no-quorum",
    headcount: { spare: -1 },
  });
  value(
    await perform(run.suspendMeetingCommand, council.call, {
      ...(await at(id)),
      reason: "不足法定人数",
    }),
  );
  expect(await perform(run.resumeMeetingCommand, council.call, await at(id))).toMatchObject({
    reason: "no-quorum",
  });
  value(
    await perform(attend.markPresentCommand, council.call, {
      meetingId: id,
      seatId: council.seat(7),
    }),
  );
  value(await perform(run.resumeMeetingCommand, council.call, await at(id)));
  expect((await look(council, id)).obstacle).toBeNull();
});

test("a meeting closes when everything has an outcome, and its attendance is written once", async () => {
  const council = await sitting();
  const { id, items } = await checkedIn(council, 6, { items: 2 });
  value(await letter(council, id, 9, 1));
  value(await perform(run.openMeetingCommand, council.call, await at(id)));
  await db().meetingSeat.update({
    where: { meetingId_seatId: { meetingId: id, seatId: council.seat(8) } },
    data: { rsvp: "excused" },
  });
  expect(await perform(run.closeMeetingCommand, council.call, await at(id))).toMatchObject({
    reason: "items-undecided",
    details: { count: 2 },
  });
  value(await settle(council, items[0] ?? "", "hear"));
  value(await settle(council, items[1] ?? "", "defer"));
  value(await perform(run.closeMeetingCommand, council.call, await at(id)));
  const rows = await db().attendance.findMany({
    where: { meetingId: id },
    orderBy: { seat: { number: "asc" } },
  });
  expect(rows.map((row) => row.status)).toEqual([
    ...Array.from({ length: 6 }, () => "present"),
    "absent",
    "excused",
    "proxy",
  ]);
  expect(await db().presence.count({ where: { meetingId: id, leftAt: null } })).toBe(0);
  expect((await look(council, id)).proxies).toMatchObject([{ state: "expired" }]);
  expect(await perform(run.closeMeetingCommand, council.call, await at(id))).toMatchObject({
    reason: "wrong-state",
  });
});

test("adjourned: the continuation inherits undecided items and papers, but not presence", async () => {
  const council = await sitting();
  const meeting = await drafted(council, { items: 2 });
  const [first = "", second = ""] = meeting.items;
  const paper = { itemId: second, fileId: council.file.id };
  value(await perform(prepare.addPaperCommand, council.call, paper));
  const notice = { ...(await at(meeting.id)), waiver: "示例" };
  value(await perform(prepare.sendNoticeCommand, council.call, notice));
  value(await perform(run.startCheckInCommand, council.call, await at(meeting.id)));
  for (const number of [1, 2, 3, 4, 5, 6]) {
    value(
      await perform(attend.markPresentCommand, council.call, {
        meetingId: meeting.id,
        seatId: council.seat(number),
      }),
    );
  }
  value(await perform(run.openMeetingCommand, council.call, await at(meeting.id)));
  value(await settle(council, first, "hear"));
  const past = { ...(await at(meeting.id)), ...inHours(-5) };
  expect(await perform(run.adjournMeetingCommand, council.call, past)).toMatchObject({
    reason: "meeting-in-past",
  });
  const next = value(
    await perform(run.adjournMeetingCommand, council.call, {
      ...(await at(meeting.id)),
      ...inHours(72),
    }),
  );
  const continued = await look(council, next.id);
  expect(continued).toMatchObject({ kind: "continuation", state: "draft" });
  expect(continued.continues?.id).toBe(meeting.id);
  expect(continued.items).toMatchObject([{ title: "示例议题 2", paperCount: 1, state: "planned" }]);
  expect(continued.seats).toEqual([]);
  const left = await look(council, meeting.id);
  expect(left).toMatchObject({ state: "adjourned" });
  expect(left.items.map((item) => item.state)).toEqual(["heard", "deferred"]);
});

test("流会: after the time to wait, and one click prepares the second call", async () => {
  const council = await sitting();
  const { id, items } = await checkedIn(council, 3);
  expect(await perform(run.lackQuorumCommand, council.call, await at(id))).toMatchObject({
    reason: "wait-first",
  });
  const start = (minutes: number) =>
    db().meeting.update({
      where: { id },
      data: { scheduledAt: new Date(Date.now() - minutes * 60_000) },
    });
  await start(29);
  expect(await perform(run.lackQuorumCommand, council.call, await at(id))).toMatchObject({
    reason: "wait-first",
  });
  await start(31);
  value(await perform(run.lackQuorumCommand, council.call, await at(id)));
  expect((await look(council, id)).state).toBe("inquorate");
  // It may hear reports and decides nothing.
  expect(await settle(council, items[0] ?? "", "hear")).toMatchObject({ reason: "wrong-state" });
  const again = { ...(await at(id)), ...inHours(24 * 5) };
  const answers = await Promise.allSettled([
    perform(run.callAgainCommand, council.call, again),
    perform(run.callAgainCommand, council.call, again),
  ]);
  expect(answers.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  const [second] = (await look(council, id)).continuedBy;
  expect(await look(council, second?.id ?? "")).toMatchObject({
    kind: "second_call",
    state: "draft",
  });
});

test("with a quorum there is no 流会", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 6);
  await db().meeting.update({
    where: { id },
    data: { scheduledAt: new Date(Date.now() - 3_600_000) },
  });
  expect(await perform(run.lackQuorumCommand, council.call, await at(id))).toMatchObject({
    reason: "quorum-there",
  });
});

test("the chair is handed over to somebody who is there", async () => {
  const council = await sitting();
  const { id } = await opened(council, 6);
  const give = (number: number) =>
    perform(run.setChairCommand, council.call, { meetingId: id, seatId: council.seat(number) });
  expect(await give(9)).toMatchObject({ reason: "not-there" });
  value(await give(3));
  expect((await look(council, id)).chairSeatId).toBe(council.seat(3));
});

type Attempt = (council: Sitting, id: string) => Promise<{ ok: boolean; reason?: string }>;
const attempts: Record<Exclude<MeetingMove, "archive" | "record">, Attempt> = {
  notice: async ({ call }, id) =>
    perform(prepare.sendNoticeCommand, call, { ...(await at(id)), waiver: "示例" }),
  notice_again: async ({ call }, id) =>
    perform(prepare.rescheduleMeetingCommand, call, {
      ...(await at(id)),
      ...inHours(40),
      mode: "room",
      place: "示例",
      waiver: "示例",
    }),
  postpone: async ({ call }, id) =>
    perform(prepare.callOffCommand, call, { ...(await at(id)), how: "postpone", reason: "示例" }),
  cancel: async ({ call }, id) =>
    perform(prepare.callOffCommand, call, { ...(await at(id)), how: "cancel", reason: "示例" }),
  start_check_in: async ({ call }, id) => perform(run.startCheckInCommand, call, await at(id)),
  open: async ({ call }, id) => perform(run.openMeetingCommand, call, await at(id)),
  suspend: async ({ call }, id) =>
    perform(run.suspendMeetingCommand, call, { ...(await at(id)), reason: "示例" }),
  resume: async ({ call }, id) => perform(run.resumeMeetingCommand, call, await at(id)),
  close: async ({ call }, id) => perform(run.closeMeetingCommand, call, await at(id)),
  adjourn: async ({ call }, id) =>
    perform(run.adjournMeetingCommand, call, { ...(await at(id)), ...inHours(40) }),
  lack_quorum: async ({ call }, id) => perform(run.lackQuorumCommand, call, await at(id)),
};

test("I-12 every illegal edge of the meeting: 409 and nothing changed", async () => {
  const council = await sitting();
  const { id } = await opened(council, 6);
  const changed: string[] = [];
  const picture = async () =>
    JSON.stringify(without(await pictureOf(url), "audit_entries", "audit_heads"));
  for (const state of meetingStates) {
    await db().meeting.update({ where: { id }, data: { state, stateReason: "示例" } });
    const before = await picture();
    for (const [move, attempt] of Object.entries(attempts)) {
      const from: readonly MeetingState[] = meetingEdges[move as MeetingMove].from;
      // A postponed meeting is called anew by the same form that moves a noticed one.
      if (from.includes(state) || (move === "notice_again" && state === "postponed")) continue;
      const answer = await attempt(council, id);
      if (answer.ok || answer.reason !== "wrong-state") {
        changed.push(`${move} from ${state}: ${answer.reason}`);
      }
    }
    if ((await picture()) !== before) changed.push(`something was written from ${state}`);
  }
  expect(changed).toEqual([]);
}, 120_000);

test("A-20 two openings at once: one", async () => {
  const council = await sitting();
  const { id } = await checkedIn(council, 6);
  const given = await at(id);
  const answers = await Promise.allSettled(
    [1, 2, 3].map(() => perform(run.openMeetingCommand, council.call, given)),
  );
  expect(answers.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
});

test("items move along their edges only", async () => {
  const council = await sitting();
  const { items } = await opened(council, 6, { items: 2 });
  const [first = "", second = ""] = items;
  value(await focus(council, first));
  value(await settle(council, first, "hear"));
  for (const how of ["hear", "defer", "withdraw"] as const) {
    expect(await settle(council, first, how)).toMatchObject({ reason: "wrong-state" });
  }
  expect(await focus(council, first)).toMatchObject({ reason: "wrong-state" });
  value(await settle(council, second, "withdraw"));
  expect(await focus(council, second)).toMatchObject({ reason: "wrong-state" });
});

test("a meeting noticed in the portal may be entered from paper: one meeting, with its papers", async () => {
  const council = await sitting();
  const { id, items } = await noticed(council, { items: 2 });
  const paper = { itemId: items[0] ?? "", fileId: council.file.id };
  value(await perform(prepare.addPaperCommand, council.call, paper));
  const file = await createStoredFile(db(), { allianceId: council.alliance.id });
  const given = await paperOf(council, {
    meetingId: id,
    originalFileId: file.id,
    items: [{ title: "示例议题 1", motion: motion() }],
  });
  const recorded = value(await perform(recordMeetingCommand, council.call, given));
  expect(recorded).toMatchObject({ id, resolutions: [{ number: 1 }] });
  const meeting = await look(council, id);
  expect(meeting).toMatchObject({ state: "closed", recordOnly: true });
  expect(meeting.items).toMatchObject([
    { title: "示例议题 1", state: "decided", paperCount: 1 },
    { title: "示例议题 2", state: "deferred" },
  ]);
  expect(await db().attendance.count({ where: { meetingId: id } })).toBe(9);
  expect(await perform(recordMeetingCommand, council.call, given)).toMatchObject({
    reason: "wrong-state",
  });
});

test("paper of another body's meeting, or of a draft, is not taken", async () => {
  const council = await sitting();
  const draft = await drafted(council);
  const other = await sitting();
  const given = (meetingId: string) => paperOf(council, { meetingId });
  expect(await perform(recordMeetingCommand, council.call, await given(draft.id))).toMatchObject({
    reason: "wrong-state",
  });
  const foreign = await given((await noticed(other)).id);
  await expect(perform(recordMeetingCommand, council.call, foreign)).rejects.toMatchObject({
    code: "not-found",
  });
});
