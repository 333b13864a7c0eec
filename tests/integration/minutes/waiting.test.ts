import { expect, test } from "vitest";
import { exportMeetingsQuery, listMeetingsQuery } from "@/lib/features/meetings/procedures/record";
import {
  getMinutesQuery,
  giveBackCommand,
  publishCommand,
  submitCommand,
} from "@/lib/features/minutes/procedures";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { drafted, sitting } from "../meetings/sitting";
import { heldMeeting, minutesAt, value, type World } from "./world";

const { db } = useDatabase();

async function listed(world: World, call = world.secretary) {
  const { items } = await ask(listMeetingsQuery, call, {});
  return items.find(({ id }) => id === world.meetingId)?.waiting?.on ?? null;
}

test("the list says for whom the minutes wait, and to whom a draft is closed no more than that they are owed", async () => {
  const of = async (stage: Parameters<typeof minutesAt>[1]) => {
    const world = await heldMeeting();
    await minutesAt(world, stage);
    return Promise.all([listed(world), listed(world, world.delegate), listed(world, world.member)]);
  };
  expect(await of("draft")).toEqual(["minutes", "minutes", "minutes"]);
  expect(await of("chair_review")).toEqual(["chair", "minutes", "minutes"]);
  expect(await of("circulated")).toEqual(["members", "members", "minutes"]);
  expect(await of("confirmed")).toEqual(["publication", "publication", "minutes"]);
});

test("the chair is waited for since the minutes were laid before the chair, the secretariat since they were given back", async () => {
  const world = await heldMeeting();
  const { id, version } = await minutesAt(world, "draft");
  const drafted = new Date("2026-03-11T02:00:00Z");
  await db().minutes.update({ where: { id }, data: { createdAt: drafted, stateSince: drafted } });
  const since = async () => {
    const { minutes } = await ask(getMinutesQuery, world.chair, { meetingId: world.meetingId });
    return minutes && [minutes.waiting.on, +new Date(minutes.waiting.since) - +drafted];
  };
  expect(await since()).toEqual(["secretariat", 0]);
  const aDay = 86_400_000;
  const laid = value(await perform(submitCommand, world.secretary, { minutesId: id, version }));
  expect(await since()).toEqual(["chair", expect.toSatisfy((apart: number) => apart > aDay)]);
  const { items } = await ask(listMeetingsQuery, world.secretary, {});
  const today = dayIn(new Date(), homeZone);
  const listed = items.find((one) => one.id === world.meetingId)?.waiting;
  expect(listed).toMatchObject({ on: "chair", since: today });
  value(
    await perform(giveBackCommand, world.chair, {
      minutesId: id,
      version: laid.version,
      reason: "示例",
    }),
  );
  expect(await since()).toEqual(["secretariat", expect.toSatisfy((apart: number) => apart > aDay)]);
});

test("a paper meeting owes nothing more, and nothing waits once minutes are published", async () => {
  const world = await heldMeeting();
  expect(await listed(world)).toBeNull();
  const { id, version } = await minutesAt(world, "confirmed");
  value(await perform(publishCommand, world.secretary, { minutesId: id, version }));
  expect(await listed(world)).toBeNull();
});

test("a draft waits for its notice, by the day that its own page names; the file says the same", async () => {
  const council = await sitting();
  const { id } = await drafted(council, { hours: 24 * 20 });
  const { items } = await ask(listMeetingsQuery, council.call, {});
  const meeting = await db().meeting.findUniqueOrThrow({ where: { id } });
  const held = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
  const until = held.format(new Date(+meeting.scheduledAt - 10 * 86_400_000));
  const waiting = { on: "notice", since: null, until };
  expect(items.find((one) => one.id === id)?.waiting).toEqual(waiting);
  const file = await ask(exportMeetingsQuery, council.call, {});
  expect(file.items.find((one) => one.id === id)?.waiting).toEqual(waiting);
});
