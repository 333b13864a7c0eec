import { expect, test } from "vitest";
import { recordMeetingCommand } from "@/lib/features/meetings/procedures/record";
import {
  addParagraphCommand,
  approveErratumCommand,
  confirmCommand,
  getMinutesQuery,
  proposeErratumCommand,
  saveParagraphCommand,
} from "@/lib/features/minutes/procedures";
import { getResolutionQuery, recordEventCommand } from "@/lib/features/resolutions/procedures";
import { dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { paperOf } from "../meetings/council";
import { heldMeeting, minutesAt, paragraphsOf, passDeadline, value, type World } from "./world";

const { db } = useDatabase();

test("A-28 I-16 confirmed minutes are not changed, by no command and by no statement", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "confirmed");
  const [one] = await paragraphsOf(at.id);
  const where = { id: one?.id ?? "" };
  const save = { paragraphId: where.id, version: one?.version ?? 1, text: "示例" };
  const saved = await perform(saveParagraphCommand, world.secretary, save);
  expect(saved).toMatchObject({ ok: false, reason: "wrong-state" });
  const add = { minutesId: at.id, part: "free", text: "示例" } as const;
  const added = await perform(addParagraphCommand, world.secretary, add);
  expect(added).toMatchObject({ ok: false, reason: "wrong-state" });
  const whole = { id: at.id };
  const attempts = [
    () => db().minutesParagraph.update({ where, data: { text: "x" } }),
    () => db().minutesParagraph.delete({ where }),
    () => db().minutes.update({ where: whole, data: { sha256: "0".repeat(64) } }),
    () => db().minutes.update({ where: whole, data: { number: 7 } }),
    () => db().minutes.update({ where: whole, data: { state: "circulated" } }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/restrict|constraint/i);
  expect((await paragraphsOf(at.id))[0]).toEqual(one);
});

test("I-24 A-37 eight minutes confirmed at once: consecutive numbers of the alliance and year", async () => {
  const world = await heldMeeting();
  const all: { id: string; version: number }[] = [];
  for (let n = 0; n < 8; n += 1) {
    const paper = await paperOf(world.council, { time: `0${n}:10`, items: [{ title: "示例" }] });
    const meeting = value(await perform(recordMeetingCommand, world.secretary, paper));
    const at = await minutesAt({ ...world, meetingId: meeting.id }, "circulated");
    await passDeadline(at.id);
    all.push(at);
  }
  const answers = await Promise.all(
    all.map(({ id, version }) => perform(confirmCommand, world.chair, { minutesId: id, version })),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const rows = await db().minutes.findMany({
    where: { allianceId: world.alliance.id, number: { not: null } },
    orderBy: { number: "asc" },
  });
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("I-24 confirmed twice at once: one number, no gap", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "circulated");
  await passDeadline(at.id);
  const confirm = () =>
    perform(confirmCommand, world.chair, { minutesId: at.id, version: at.version });
  const both = await Promise.allSettled([confirm(), confirm()]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  const where = { allianceId: world.alliance.id, series: "minutes" };
  expect((await db().counter.findFirst({ where }))?.value).toBe(1);
});

/** The body decides in a later meeting. */
async function laterResolution(world: World): Promise<string> {
  const heldOn = dayIn(new Date(), "Asia/Shanghai");
  const paper = await paperOf(world.council, { heldOn, time: "00:01" });
  const meeting = value(await perform(recordMeetingCommand, world.secretary, paper));
  return meeting.resolutions[0]?.id ?? "";
}

const shownErratum = async ({ delegate, meetingId }: World) =>
  (await ask(getMinutesQuery, delegate, { meetingId })).minutes?.errata[0];

const propose = (world: World, paragraphId = "", kind: "clerical" | "factual" | "vote_record") =>
  perform(proposeErratumCommand, world.secretary, {
    paragraphId,
    kind,
    newText: "更正后的示例文字",
    reason: "示例：录入有误",
  });

test("A-31 erratum CLERICAL: the secretariat proposes, the chair approves; the text stays beside it", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "confirmed");
  const [one] = await paragraphsOf(at.id);
  const { id, number } = value(await propose(world, one?.id, "clerical"));
  expect(number).toBe(1);
  const approve = (call = world.chair) => perform(approveErratumCommand, call, { erratumId: id });
  expect(await approve(world.secretary)).toMatchObject({ reason: "erratum-own-proposal" });
  const colleague = await createActor(db(), "secretariat", { allianceId: world.alliance.id });
  const byColleague = approve({ ...world.secretary, actor: colleague });
  await expect(byColleague).rejects.toMatchObject({ code: "forbidden" });
  const both = await Promise.allSettled([approve(), approve()]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  const { minutes } = await ask(getMinutesQuery, world.delegate, { meetingId: world.meetingId });
  expect(minutes).toMatchObject({
    intact: true,
    errata: [{ number: 1, oldText: one?.text, approvedBy: world.chair.actor.name }],
  });
  expect(minutes?.paragraphs[0]?.text).toBe(one?.text);
});

test("errata proposed at once are numbered without gaps", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "confirmed");
  const [one] = await paragraphsOf(at.id);
  const all = await Promise.all([1, 2, 3].map(() => propose(world, one?.id, "clerical")));
  expect(all.map((answer) => value(answer).number).sort()).toEqual([1, 2, 3]);
});

test("erratum FACTUAL: the body decides, by a later resolution", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "confirmed");
  const [one] = await paragraphsOf(at.id);
  const { id } = value(await propose(world, one?.id, "factual"));
  const approve = (resolutionId?: string) =>
    perform(approveErratumCommand, world.secretary, { erratumId: id, resolutionId });
  expect(await approve()).toMatchObject({ reason: "erratum-needs-resolution" });
  expect(await approve(world.resolutionId)).toMatchObject({ reason: "resolution-not-later" });
  const later = await laterResolution(world);
  const both = await Promise.allSettled([approve(later), approve(later)]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  expect(await approve(later)).toMatchObject({ reason: "wrong-state" });
  expect(await shownErratum(world)).toMatchObject({
    kind: "factual",
    approvedBy: null,
    resolution: { id: later },
    approvedAt: expect.any(String),
  });
  expect((await paragraphsOf(at.id))[0]?.text).toBe(one?.text);
});

test("erratum VOTE_RECORD: its resolution becomes under_review, and waits for the review", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "confirmed");
  const paragraphs = await paragraphsOf(at.id);
  const notice = await propose(world, paragraphs[0]?.id, "vote_record");
  expect(notice).toMatchObject({ ok: false, reason: "erratum-needs-vote" });
  const vote = paragraphs.find(({ text }) => text.includes("赞成8票"));
  value(await propose(world, vote?.id, "vote_record"));
  const { resolutionId } = world;
  const resolution = await ask(getResolutionQuery, world.delegate, { resolutionId });
  expect(resolution).toMatchObject({ underReview: true, waiting: { on: "review" } });
  expect(await propose(world, vote?.id, "vote_record")).toMatchObject({ reason: "wrong-state" });
});

test.each([
  ["review_ended", { underReview: false, state: "in_force" }],
  ["repealed", { state: "repealed" }],
] as const)(
  "erratum VOTE_RECORD: the body decides, the review ends with %s",
  async (kind, after) => {
    const world = await heldMeeting();
    const at = await minutesAt(world, "confirmed");
    const vote = (await paragraphsOf(at.id)).find(({ text }) => text.includes("赞成8票"));
    const { id } = value(await propose(world, vote?.id, "vote_record"));
    const approve = (resolutionId?: string) =>
      perform(approveErratumCommand, world.secretary, { erratumId: id, resolutionId });
    expect(await approve()).toMatchObject({ reason: "erratum-needs-resolution" });
    const later = await laterResolution(world);
    value(await approve(later));
    expect(await shownErratum(world)).toMatchObject({
      kind: "vote_record",
      oldText: vote?.text,
      resolution: { id: later },
    });
    const { resolutionId } = world;
    const ended = { resolutionId, kind, byResolutionId: later, reason: "示例：复核票数" };
    value(await perform(recordEventCommand, world.secretary, ended));
    expect(await ask(getResolutionQuery, world.delegate, { resolutionId })).toMatchObject(after);
  },
);

test("a draft is corrected by writing in it, not by an erratum", async () => {
  const world = await heldMeeting();
  const at = await minutesAt(world, "draft");
  const [one] = await paragraphsOf(at.id);
  expect(await propose(world, one?.id, "clerical")).toMatchObject({ reason: "wrong-state" });
});
