import { expect, test } from "vitest";
import * as attend from "@/lib/features/meetings/procedures/attend";
import * as prepare from "@/lib/features/meetings/procedures/prepare";
import {
  acceptProposalCommand,
  listProposalsQuery,
  proposeCommand,
  rejectProposalCommand,
  withdrawProposalCommand,
} from "@/lib/features/meetings/procedures/proposals";
import { listMeetingsQuery } from "@/lib/features/meetings/procedures/record";
import { yearPlanQuery } from "@/lib/features/meetings/procedures/run";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { drafted, inHours, itemVersion, look, noticed, sitting, value, versionOf } from "./sitting";

const { db } = useDatabase();

test("a draft is the secretariat's alone: not in lists, not found by address", async () => {
  const council = await sitting();
  const { id } = await drafted(council);
  const list = (call: typeof council.call) => ask(listMeetingsQuery, call, {});
  expect((await list(council.call)).total).toBe(1);
  expect((await list(council.person(2))).total).toBe(0);
  await expect(look(council, id, council.person(2))).rejects.toMatchObject({ code: "not-found" });
});

test("the notice calls everybody by name, mails them and says its deadline", async () => {
  const council = await sitting({ seats: 10, filled: 9 });
  const { id } = await drafted(council, { hours: 24 * 20 });
  const before = await look(council, id);
  expect(before.deadlines.noticeDays).toBe(10);
  value(
    await perform(prepare.sendNoticeCommand, council.call, {
      meetingId: id,
      version: before.version,
    }),
  );
  const meeting = await look(council, id);
  expect(meeting).toMatchObject({ state: "noticed", noticeWaiver: null });
  expect(meeting.seats).toHaveLength(10);
  expect(meeting.seats[9]).toMatchObject({ holderName: null, eligible: false });
  expect(meeting.seats[0]).toMatchObject({ personName: council.people[0]?.name, rsvp: "none" });
  const mails = await db().outboxMail.findMany({
    where: { dedupeKey: { startsWith: `meeting-notice:${id}:` } },
  });
  expect(mails).toHaveLength(9);
  expect(mails[0]?.body).toContain(`/a/${council.alliance.slug}/meetings/${id}`);
});

test("A-30 the notice sent twice and at once calls once", async () => {
  const council = await sitting();
  const { id } = await drafted(council);
  const version = await versionOf(id);
  const send = () =>
    perform(prepare.sendNoticeCommand, council.call, { meetingId: id, version, waiver: "示例" });
  const answers = await Promise.allSettled([send(), send(), send()]);
  const good = answers.filter((one) => one.status === "fulfilled" && one.value.ok);
  expect(good).toHaveLength(1);
  expect(
    await db().outboxMail.count({ where: { dedupeKey: { startsWith: `meeting-notice:${id}:` } } }),
  ).toBe(9);
});

test("a shorter notice needs its reason", async () => {
  const council = await sitting();
  const { id } = await drafted(council, { hours: 48 });
  const version = await versionOf(id);
  const send = (waiver?: string) =>
    perform(prepare.sendNoticeCommand, council.call, { meetingId: id, version, waiver });
  expect(await send()).toMatchObject({
    ok: false,
    reason: "notice-too-late",
    details: { days: 10 },
  });
  expect(await db().meetingSeat.count({ where: { meetingId: id } })).toBe(0);
  expect(await send("全体成员同意")).toMatchObject({ ok: true });
  expect((await look(council, id)).noticeWaiver).toBe("全体成员同意");
});

test.each([
  ["agenda-empty", { items: 0 }, {}],
  ["meeting-in-past", {}, { scheduledAt: new Date("2026-01-01") }],
  ["place-missing", {}, { place: null }],
  ["place-missing", {}, { mode: "online", link: null }],
] as const)("no notice: %s", async (reason, given, data) => {
  const council = await sitting();
  const { id } = await drafted(council, given);
  await db().meeting.update({ where: { id }, data });
  const call = { meetingId: id, version: await versionOf(id), waiver: "示例" };
  expect(await perform(prepare.sendNoticeCommand, council.call, call)).toMatchObject({
    ok: false,
    reason,
  });
});

test("a body without rule or without people calls nobody", async () => {
  const council = await sitting();
  const { id } = await drafted(council);
  const send = async () =>
    perform(prepare.sendNoticeCommand, council.call, {
      meetingId: id,
      version: await versionOf(id),
      waiver: "示例",
    });
  await db().ruleSet.updateMany({
    where: { bodyId: council.body.id },
    data: { validTo: new Date("2021-01-01") },
  });
  expect(await send()).toMatchObject({ reason: "no-rule-for-notice" });
  await db().membershipSuspension.createMany({
    data: council.holders.map(({ membership }) => ({
      allianceId: council.alliance.id,
      membershipId: membership.id,
      validFrom: new Date("2024-01-01"),
      reason: "示例",
    })),
  });
  expect(await send()).toMatchObject({ reason: "nobody-to-call" });
});

test("another time is a new notice: receipts, answers and letters begin anew", async () => {
  const council = await sitting();
  const { id } = await noticed(council);
  const me = council.person(2);
  value(await perform(attend.noteOpenedCommand, me, { meetingId: id }));
  const answer = { meetingId: id, seatId: council.seat(2), rsvp: "coming" as const };
  value(await perform(attend.answerCallCommand, me, answer));
  expect((await look(council, id)).seats[1]).toMatchObject({ rsvp: "coming" });
  expect((await look(council, id)).seats[1]?.readAt).not.toBeNull();
  value(
    await perform(prepare.rescheduleMeetingCommand, council.call, {
      meetingId: id,
      version: await versionOf(id),
      mode: "room",
      place: "示例新会议室",
      waiver: "示例",
      ...inHours(30),
    }),
  );
  const after = await look(council, id);
  expect(after).toMatchObject({ state: "noticed", mode: "room", place: "示例新会议室" });
  expect(after.seats[1]).toMatchObject({ rsvp: "none", readAt: null });
  expect(
    await db().outboxMail.count({ where: { dedupeKey: { startsWith: `meeting-notice:${id}:` } } }),
  ).toBe(18);
});

test("called off with a reason; a postponed one is called anew, a cancelled one never", async () => {
  const council = await sitting();
  const one = await noticed(council);
  const off = async (id: string, how: "cancel" | "postpone") =>
    perform(prepare.callOffCommand, council.call, {
      meetingId: id,
      version: await versionOf(id),
      how,
      reason: "示例：场地检修",
    });
  expect(await off(one.id, "postpone")).toMatchObject({ ok: true, value: { state: "postponed" } });
  const again = { meetingId: one.id, mode: "room" as const, place: "示例", waiver: "示例" };
  expect(
    await perform(prepare.rescheduleMeetingCommand, council.call, {
      ...again,
      ...inHours(50),
      version: await versionOf(one.id),
    }),
  ).toMatchObject({ ok: true, value: { state: "noticed" } });
  expect(await off(one.id, "cancel")).toMatchObject({ ok: true, value: { state: "cancelled" } });
  expect(await off(one.id, "postpone")).toMatchObject({ reason: "wrong-state" });
  expect((await look(council, one.id)).stateReason).toBe("示例：场地检修");
});

test("items keep their order when moved, and what people were called for stays", async () => {
  const council = await sitting();
  const { id, items } = await drafted(council, { items: 3 });
  const [a = "", b = "", c = ""] = items;
  const shift = async (itemId: string, direction: "up" | "down") =>
    perform(prepare.shiftItemCommand, council.call, {
      itemId,
      version: await itemVersion(itemId),
      direction,
    });
  value(await shift(c, "up"));
  value(await shift(a, "up"));
  expect((await look(council, id)).items.map((item) => item.id)).toEqual([a, c, b]);
  const edit = async (more: object) =>
    perform(prepare.updateItemCommand, council.call, {
      itemId: a,
      version: await itemVersion(a),
      title: "示例改名",
      kind: "decide",
      matter: "ordinary",
      ...more,
    });
  expect(await edit({ matter: undefined })).toMatchObject({ reason: "matter-missing" });
  value(await edit({}));
  const removed = { itemId: b, version: await itemVersion(b) };
  value(await perform(prepare.removeItemCommand, council.call, removed));
  value(
    await perform(prepare.sendNoticeCommand, council.call, {
      meetingId: id,
      version: await versionOf(id),
      waiver: "示例",
    }),
  );
  expect(await edit({ matter: "special" })).toMatchObject({ reason: "item-frozen" });
  value(await edit({ explanation: "补充说明" }));
  expect(
    await perform(prepare.removeItemCommand, council.call, {
      itemId: c,
      version: await itemVersion(c),
    }),
  ).toMatchObject({ reason: "wrong-state" });
});

test("A-20 a stale form of an item changes nothing", async () => {
  const council = await sitting();
  const { items } = await drafted(council);
  const edit = () =>
    perform(prepare.updateItemCommand, council.call, {
      itemId: items[0] ?? "",
      version: 1,
      title: "示例改名",
      kind: "report",
    });
  value(await edit());
  await expect(edit()).rejects.toMatchObject({ code: "stale" });
});

test("papers are added once and taken away before the meeting", async () => {
  const council = await sitting();
  const { id, items } = await drafted(council);
  const paper = { itemId: items[0] ?? "", fileId: council.file.id };
  const added = value(await perform(prepare.addPaperCommand, council.call, paper));
  expect(await perform(prepare.addPaperCommand, council.call, paper)).toMatchObject({
    reason: "paper-there",
  });
  expect((await look(council, id)).items[0]?.papers).toHaveLength(1);
  value(await perform(prepare.removePaperCommand, council.call, { paperId: added.id }));
  expect((await look(council, id)).items[0]?.papers).toHaveLength(0);
});

test("议题征集: proposed, accepted onto a meeting with its paper, turned down with a reason, taken back", async () => {
  const council = await sitting();
  const { id } = await drafted(council);
  const me = council.person(3);
  const file = await createStoredFile(db(), {
    allianceId: council.alliance.id,
    uploadedById: me.actor.userId,
  });
  const bring = async (more: object = {}) =>
    value(
      await perform(proposeCommand, me, {
        bodyId: council.body.id,
        title: "示例提议",
        explanation: "示例理由",
        ...more,
      }),
    ).id;
  const one = await bring({ fileId: file.id });
  const two = await bring();
  const three = await bring();
  const at = { version: 1 };
  value(
    await perform(acceptProposalCommand, council.call, { proposalId: one, meetingId: id, ...at }),
  );
  expect(
    await perform(acceptProposalCommand, council.call, { proposalId: one, meetingId: id, ...at }),
  ).toMatchObject({ reason: "wrong-state" });
  value(
    await perform(rejectProposalCommand, council.call, { proposalId: two, reason: "示例", ...at }),
  );
  value(await perform(withdrawProposalCommand, me, { proposalId: three, ...at }));
  const items = (await look(council, id)).items;
  expect(items[1]).toMatchObject({
    title: "示例提议",
    proposer: council.holders[2]?.organization.name,
  });
  expect(items[1]?.papers).toHaveLength(1);
  const mine = await ask(listProposalsQuery, me, {});
  expect(mine.items.map((row) => row.state).sort()).toEqual(["accepted", "rejected", "withdrawn"]);
  expect((await ask(listProposalsQuery, council.person(4), {})).total).toBe(0);
  await expect(
    perform(withdrawProposalCommand, council.person(4), { proposalId: two, version: 2 }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("one may only propose for one's own organization", async () => {
  const council = await sitting();
  const foreign = council.holders[4]?.organization.id ?? "";
  const given = {
    bodyId: council.body.id,
    title: "示例",
    explanation: "示例",
    organizationId: foreign,
  };
  await expect(perform(proposeCommand, council.person(2), given)).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("the year plan counts what is held and planned against what must be", async () => {
  const council = await sitting();
  await drafted(council, { hours: 2 });
  const year = Number(inHours(2).heldOn.slice(0, 4));
  const plan = await ask(yearPlanQuery, council.call, { year });
  expect(plan.bodies[0]).toMatchObject({ minimum: 1, held: 0, planned: 1 });
  expect((await ask(yearPlanQuery, council.person(2), { year })).bodies[0]?.meetings).toEqual([]);
});

test("with the wrong alliance, by the wrong person, nothing is prepared", async () => {
  const council = await sitting();
  const other = await sitting();
  const { id } = await drafted(council);
  const version = await versionOf(id);
  await expect(
    perform(prepare.sendNoticeCommand, other.call, { meetingId: id, version, waiver: "示例" }),
  ).rejects.toMatchObject({ code: "not-found" });
  const outsider = await createActor(db(), "observer", { allianceId: council.alliance.id });
  await expect(
    perform(prepare.sendNoticeCommand, council.as(outsider), { meetingId: id, version }),
  ).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    perform(prepare.sendNoticeCommand, council.person(1), { meetingId: id, version }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
