import { expect, test } from "vitest";
import { recordMeetingCommand } from "@/lib/features/meetings/procedures/record";
import {
  addParagraphCommand,
  answerObjectionCommand,
  circulateCommand,
  confirmCommand,
  draftCommand,
  getMinutesQuery,
  giveBackCommand,
  objectCommand,
  publishCommand,
  redraftCommand,
  removeParagraphCommand,
  saveParagraphCommand,
  signCommand,
  submitCommand,
} from "@/lib/features/minutes/procedures";
import { minutesStates } from "@/lib/features/minutes/types";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { paperOf } from "../meetings/council";
import { heldMeeting, minutesAt, paragraphsOf, passDeadline, value, type World } from "./world";

const { db } = useDatabase();

const read = (world: World, call = world.secretary) =>
  ask(getMinutesQuery, call, { meetingId: world.meetingId });

test("drafted from the record: call, presence, quorum, items, result, resolution, task", async () => {
  const world = await heldMeeting();
  await minutesAt(world, "draft");
  const { minutes } = await read(world);
  const text = minutes?.paragraphs.map((one) => one.text).join("\n") ?? "";
  for (const part of [
    "2026年3月10日 14:30",
    "在任9席：出席9席",
    "会议开始时到会9席",
    "议题2：示例方案。本项已经党委前置研究。",
    "赞成8票，反对0票，弃权1票",
    "形成示例理事会决议〔2026〕1号",
    "尚未落实督办任务",
    "会议听取了本项，未作表决",
  ]) {
    expect(text).toContain(part);
  }
});

test("drafted twice at once: one draft, the other is told", async () => {
  const world = await heldMeeting();
  const draft = () => perform(draftCommand, world.secretary, { meetingId: world.meetingId });
  const answers = await Promise.all([draft(), draft()]);
  const told = answers.map((answer) => (answer.ok ? "drafted" : answer.reason));
  expect(told.sort()).toEqual(["drafted", "minutes-exist"]);
});

test("a meeting that has not ended has no minutes", async () => {
  const world = await heldMeeting();
  const { id } = await db().meeting.create({
    data: {
      allianceId: world.alliance.id,
      bodyId: world.body.id,
      title: "示例会议",
      mode: "room",
      state: "noticed",
      scheduledAt: new Date("2026-12-01T06:00:00Z"),
    },
  });
  const answer = await perform(draftCommand, world.secretary, { meetingId: id });
  expect(answer).toMatchObject({ ok: false, reason: "meeting-not-closed" });
});

test("no objection by the deadline of the rule confirms: number, hash; published to members", async () => {
  const world = await heldMeeting({ rule: { objectionDays: 10 } });
  const at = await minutesAt(world, "circulated");
  const confirm = () =>
    perform(confirmCommand, world.chair, { minutesId: at.id, version: at.version });
  expect(await confirm()).toMatchObject({ ok: false, reason: "objection-period-runs" });
  const held = await db().minutes.findUniqueOrThrow({ where: { id: at.id } });
  const days = ((held.objectUntil?.getTime() ?? 0) - (held.circulatedAt?.getTime() ?? 0)) / 864e5;
  expect(days).toBeGreaterThan(8.9);
  await passDeadline(at.id);
  const { version } = value(await confirm());
  value(await perform(publishCommand, world.secretary, { minutesId: at.id, version }));
  const { minutes } = await read(world, world.member);
  expect(minutes).toMatchObject({ state: "published", number: 1, intact: true });
  expect(minutes?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("the people of the body are told by mail, each once", async () => {
  const world = await heldMeeting();
  const { id } = await minutesAt(world, "circulated");
  const mails = await db().outboxMail.findMany({
    where: { dedupeKey: { startsWith: `minutes-circulated:${id}:` } },
  });
  const told = [world.chair, world.delegate, world.supervisor].map(({ actor }) => actor.email);
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual(told.sort());
  expect(mails[0]?.body).toContain(`/meetings/${world.meetingId}/minutes`);
});

test("who sees what: draft, circulation, members' text, public version without internal paragraphs", async () => {
  const world = await heldMeeting();
  const visitor = { actor: anonymous, tenant: world.alliance.slug };
  let at = await minutesAt(world, "draft");
  expect((await read(world, world.delegate)).minutes).toBeNull();
  expect((await read(world, world.chair)).minutes?.state).toBe("draft");
  await expect(read(world, visitor)).rejects.toMatchObject({ code: "not-found" });
  const step = () => ({ minutesId: at.id, version: at.version });
  at = value(await perform(submitCommand, world.secretary, step()));
  at = value(await perform(circulateCommand, world.chair, step()));
  expect((await read(world, world.delegate)).minutes?.state).toBe("circulated");
  expect((await read(world, world.member)).minutes).toBeNull();
  await passDeadline(at.id);
  at = value(await perform(confirmCommand, world.chair, step()));
  value(await perform(publishCommand, world.secretary, step()));
  const open = (await read(world, visitor)).minutes;
  const whole = (await read(world, world.member)).minutes;
  expect(open).toMatchObject({ publicOnly: true, signatures: [], intact: null, threads: [] });
  expect(whole?.paragraphs.some(({ internal }) => internal)).toBe(true);
  expect(open?.paragraphs.some(({ internal }) => internal)).toBe(false);
  expect(open?.paragraphs.length).toBeGreaterThan(0);
});

test("paragraphs of a draft: changed by version, added in place, removed, written anew with statements kept", async () => {
  const world = await heldMeeting();
  const { id } = await minutesAt(world, "draft");
  const [first, second] = await paragraphsOf(id);
  const edit = { paragraphId: first?.id ?? "", version: 1, text: "改过的示例文字", internal: true };
  value(await perform(saveParagraphCommand, world.secretary, edit));
  const again = perform(saveParagraphCommand, world.secretary, edit);
  await expect(again).rejects.toMatchObject({ code: "stale" });
  const added = { minutesId: id, afterId: first?.id, part: "statement", text: "示例声明" } as const;
  value(await perform(addParagraphCommand, world.secretary, added));
  const gone = { paragraphId: second?.id ?? "", version: second?.version ?? 0 };
  value(await perform(removeParagraphCommand, world.secretary, gone));
  const texts = (await paragraphsOf(id)).map(({ text }) => text);
  expect(texts.slice(0, 2)).toEqual(["改过的示例文字", "示例声明"]);
  expect(texts).not.toContain(second?.text);
  const { version } = await db().minutes.findUniqueOrThrow({ where: { id } });
  value(await perform(redraftCommand, world.secretary, { minutesId: id, version }));
  const anew = (await paragraphsOf(id)).map(({ text }) => text);
  expect(anew).toContain("示例声明");
  expect(anew).not.toContain("改过的示例文字");
});

test("objections per paragraph: accept changes the text, reject and note leave it; open ones block", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "circulated");
  const three = (await paragraphsOf(at.id)).slice(0, 3);
  const ids: string[] = [];
  for (const { id } of three) {
    const input = { paragraphId: id, text: "示例意见" };
    ids.push(value(await perform(objectCommand, world.delegate, input)).id);
  }
  await passDeadline(at.id);
  const confirm = async () => {
    const { version } = await db().minutes.findUniqueOrThrow({ where: { id: at.id } });
    return perform(confirmCommand, world.chair, { minutesId: at.id, version });
  };
  expect(await confirm()).toMatchObject({ reason: "objections-open", details: { count: 3 } });
  const answer = (objectionId = "", given: object = {}) =>
    perform(answerObjectionCommand, world.secretary, {
      objectionId,
      answer: "noted",
      text: "示例答复",
      ...given,
    });
  const accepted = { answer: "accepted" as const };
  expect(await answer(ids[0], accepted)).toMatchObject({ reason: "new-text-missing" });
  value(await answer(ids[0], { ...accepted, newText: "采纳后的示例文字" }));
  value(await answer(ids[1], { answer: "rejected" }));
  value(await answer(ids[2]));
  expect(await answer(ids[2])).toMatchObject({ ok: false, reason: "wrong-state" });
  const texts = (await paragraphsOf(at.id)).slice(0, 3).map(({ text }) => text);
  expect(texts).toEqual(["采纳后的示例文字", three[1]?.text, three[2]?.text]);
  expect(await confirm()).toMatchObject({ ok: true });
});

test("A-27 an objection after the day of objections is refused", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "circulated");
  await passDeadline(at.id);
  const [one] = await paragraphsOf(at.id);
  const input = { paragraphId: one?.id ?? "", text: "示例" };
  const late = await perform(objectCommand, world.delegate, input);
  expect(late).toMatchObject({ ok: false, reason: "objection-too-late" });
});

test("named signatories sign or refuse with reason, each once; n signatures confirm by the rule", async () => {
  const world = await heldMeeting({ rule: { confirm: "signatures", signatures: 1 } });
  const at = await minutesAt(world, "circulated");
  const step = { minutesId: at.id, version: at.version };
  const sign = (call = world.chair, answer: "signed" | "refused" = "signed", reason?: string) =>
    perform(signCommand, call, { ...step, answer, reason });
  expect(await sign()).toMatchObject({ ok: false, reason: "wrong-state" });
  await passDeadline(at.id);
  const confirm = () => perform(confirmCommand, world.chair, step);
  expect(await confirm()).toMatchObject({ ok: false, reason: "signatures-missing" });
  await expect(sign(world.supervisor)).rejects.toMatchObject({ code: "not-found" });
  await expect(sign(world.secretary)).rejects.toMatchObject({ code: "forbidden" });
  expect(await sign(world.delegate, "refused")).toMatchObject({ reason: "refusal-needs-reason" });
  value(await sign(world.delegate, "refused", "示例：对结果有异议"));
  expect(await sign(world.delegate)).toMatchObject({ reason: "already-signed" });
  const both = await Promise.all([sign(), sign()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  value(await confirm());
  const { sha256 } = await db().minutes.findUniqueOrThrow({ where: { id: at.id } });
  const rows = await db().minutesSignature.findMany({ where: { minutesId: at.id } });
  expect(rows.map((row) => row.sha256).sort()).toEqual([null, sha256].sort());
  const key = { minutesId_personId: { minutesId: at.id, personId: rows[0]?.personId ?? "" } };
  const change = db().minutesSignature.update({ where: key, data: { reason: "x" } });
  await expect(change).rejects.toThrow(/restrict|constraint/i);
});

test("where the rule asks for the next meeting, only its resolution confirms", async () => {
  const world = await heldMeeting({ rule: { confirm: "next_meeting" } });
  const at = await minutesAt(world, "circulated");
  await passDeadline(at.id);
  const confirm = (resolutionId?: string) =>
    perform(confirmCommand, world.chair, { minutesId: at.id, version: at.version, resolutionId });
  expect(await confirm()).toMatchObject({ reason: "confirmation-needs-resolution" });
  expect(await confirm(world.resolutionId)).toMatchObject({ reason: "resolution-not-later" });
  const later = await paperOf(world.council, { heldOn: "2026-05-10" });
  const meeting = value(await perform(recordMeetingCommand, world.secretary, later));
  expect(await confirm(meeting.resolutions[0]?.id)).toMatchObject({ ok: true });
});

const steps = {
  submit: submitCommand,
  give_back: giveBackCommand,
  circulate: circulateCommand,
  confirm: confirmCommand,
  publish: publishCommand,
  redraft: redraftCommand,
};
const allowed = {
  draft: ["submit", "redraft"],
  chair_review: ["give_back", "circulate"],
  circulated: ["confirm"],
  confirmed: ["publish"],
  published: [],
} satisfies Record<(typeof minutesStates)[number], string[]>;

test.each(minutesStates)("every illegal edge from %s: 409 and nothing changed", async (state) => {
  const world = await heldMeeting();
  let at = await minutesAt(world, state === "published" ? "confirmed" : state);
  const step = () => ({ minutesId: at.id, version: at.version });
  if (state === "published") at = value(await perform(publishCommand, world.secretary, step()));
  const before = await db().minutes.findUniqueOrThrow({ where: { id: at.id } });
  const legal: readonly string[] = allowed[state];
  for (const name of Object.keys(steps).filter((one) => !legal.includes(one))) {
    const answer =
      name === "give_back"
        ? await perform(giveBackCommand, world.secretary, { ...step(), reason: "示例" })
        : await perform(
            steps[name as Exclude<keyof typeof steps, "give_back">] as typeof submitCommand,
            world.secretary,
            step(),
          );
    expect(answer, name).toMatchObject({ ok: false, reason: "wrong-state" });
  }
  expect(await db().minutes.findUniqueOrThrow({ where: { id: at.id } })).toEqual(before);
});

test("given back with the reason; a version other than the one read is a stale form", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "chair_review");
  const step = { minutesId: at.id, version: at.version };
  const reason = "示例：缺表决说明";
  value(await perform(giveBackCommand, world.chair, { ...step, reason }));
  expect((await read(world)).minutes).toMatchObject({ state: "draft", returnReason: reason });
  const stale = perform(submitCommand, world.secretary, step);
  await expect(stale).rejects.toMatchObject({ code: "stale" });
});

test("another alliance's secretariat finds nothing", async () => {
  const [world, other] = [await heldMeeting(), await heldMeeting()];
  const at = await minutesAt(world, "draft");
  const [one] = await paragraphsOf(at.id);
  const submit = perform(submitCommand, other.secretary, { minutesId: at.id, version: at.version });
  await expect(submit).rejects.toMatchObject({ code: "not-found" });
  const edit = { paragraphId: one?.id ?? "", version: 1, text: "示例" };
  const save = perform(saveParagraphCommand, other.secretary, edit);
  await expect(save).rejects.toMatchObject({ code: "not-found" });
});
