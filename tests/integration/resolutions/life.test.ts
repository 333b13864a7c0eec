import { expect, test } from "vitest";
import type { z } from "zod";
import { recordMeetingCommand } from "@/lib/features/meetings/procedures/record";
import {
  followUpQuery,
  getResolutionQuery,
  getThreadQuery,
  listResolutionsQuery,
  recordEventCommand,
} from "@/lib/features/resolutions/procedures";
import { lifeKinds, resolutionStates } from "@/lib/features/resolutions/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { motion, paperOf } from "../meetings/council";
import { heldMeeting, value, type World } from "../minutes/world";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");

type Event = z.input<typeof recordEventCommand.input>;

const note = (world: World, given: object) =>
  perform(recordEventCommand, world.secretary, {
    resolutionId: world.resolutionId,
    ...given,
  } as Event);

async function laterResolution(world: World) {
  const items = [{ title: "示例后续", motion: motion() }];
  const paper = await paperOf(world.council, { heldOn: "2026-05-10", items });
  const meeting = value(await perform(recordMeetingCommand, world.secretary, paper));
  return meeting.resolutions[0]?.id ?? "";
}

/** The state by the page and by the list's own filter: both must agree. */
async function stateOf(world: World) {
  const one = await ask(getResolutionQuery, world.delegate, { resolutionId: world.resolutionId });
  for (const state of resolutionStates) {
    const list = await ask(listResolutionsQuery, world.delegate, { state });
    expect(
      list.items.some(({ id }) => id === world.resolutionId),
      state,
    ).toBe(state === one.state);
  }
  const reviewed = await ask(listResolutionsQuery, world.delegate, { state: "under_review" });
  expect(reviewed.items.some(({ id }) => id === world.resolutionId)).toBe(one.underReview);
  return one;
}

test("in force, and waiting for a task as long as there is none", async () => {
  const world = await heldMeeting();
  expect(await stateOf(world)).toMatchObject({ state: "in_force", waiting: { on: "task" } });
  const waiting = await ask(listResolutionsQuery, world.delegate, { state: "no_task" });
  expect(waiting.items.map(({ id }) => id)).toEqual([world.resolutionId]);
});

test.each([
  ["amended", "amended"],
  ["superseded", "superseded"],
  ["repealed", "repealed"],
] as const)("%s by a later resolution only", async (kind, state) => {
  const world = await heldMeeting();
  expect(await note(world, { kind })).toMatchObject({ reason: "event-needs-resolution" });
  const own = { kind, byResolutionId: world.resolutionId };
  expect(await note(world, own)).toMatchObject({ reason: "resolution-of-itself" });
  const later = await laterResolution(world);
  const early = await perform(recordEventCommand, world.secretary, {
    resolutionId: later,
    kind,
    byResolutionId: world.resolutionId,
  });
  expect(early).toMatchObject({ ok: false, reason: "resolution-not-later" });
  value(await note(world, { kind, byResolutionId: later }));
  expect(await stateOf(world)).toMatchObject({ state, events: [{ other: { id: later } }] });
  const other = await ask(getResolutionQuery, world.delegate, { resolutionId: later });
  expect(other.causes).toMatchObject([{ kind, other: { id: world.resolutionId } }]);
});

test("expired from the day after its last day, adopted before its first", async () => {
  const world = await heldMeeting();
  await db().$executeRaw`ALTER TABLE resolutions DISABLE TRIGGER USER`;
  const where = { id: world.resolutionId };
  const last = (day: string) => db().resolution.update({ where, data: { expiresOn: dateOf(day) } });
  await last(today);
  expect((await stateOf(world)).state).toBe("in_force");
  await last(addDays(today, -1));
  expect((await stateOf(world)).state).toBe("expired");
  const from = { effectiveFrom: dateOf(addDays(today, 1)), expiresOn: null };
  await db().resolution.update({ where, data: from });
  expect((await stateOf(world)).state).toBe("adopted");
});

test("under review is a side state with a reason; its end gives the state back", async () => {
  const world = await heldMeeting();
  expect(await note(world, { kind: "under_review" })).toMatchObject({
    reason: "event-needs-reason",
  });
  value(await note(world, { kind: "under_review", reason: "示例" }));
  expect(await stateOf(world)).toMatchObject({ state: "in_force", underReview: true });
  value(await note(world, { kind: "review_ended", reason: "示例" }));
  expect(await stateOf(world)).toMatchObject({ state: "in_force", underReview: false });
});

test("every event after the end: 409 and nothing changed", async () => {
  const world = await heldMeeting();
  const later = await laterResolution(world);
  value(await note(world, { kind: "completed" }));
  for (const kind of lifeKinds) {
    const answer = await note(world, { kind, byResolutionId: later, reason: "示例" });
    expect(answer, kind).toMatchObject({ ok: false, reason: "wrong-state" });
  }
  expect(await db().resolutionEvent.count({ where: { resolutionId: world.resolutionId } })).toBe(1);
});

test("completed twice at once: once", async () => {
  const world = await heldMeeting();
  const both = await Promise.allSettled([
    note(world, { kind: "completed" }),
    note(world, { kind: "completed" }),
  ]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
});

test("not completed while a task is open; the follow-up lists both until the end", async () => {
  const world = await heldMeeting();
  const follow = () => ask(followUpQuery, world.delegate, { bodyId: world.body.id });
  const task = await db().task.create({
    data: {
      allianceId: world.alliance.id,
      resolutionId: world.resolutionId,
      title: "示例任务",
      personId: world.delegate.actor.personId ?? "",
      dueOn: dateOf(addDays(today, -1)),
    },
  });
  expect(await note(world, { kind: "completed" })).toMatchObject({ reason: "tasks-open" });
  expect((await follow()).items).toMatchObject([
    { id: world.resolutionId, waiting: "execution", tasks: [{ overdue: true }] },
  ]);
  await db().task.update({ where: { id: task.id }, data: { state: "accepted" } });
  expect((await follow()).items).toMatchObject([{ waiting: "completion" }]);
  value(await note(world, { kind: "completed" }));
  expect((await follow()).items).toEqual([]);
});

test("the line from item to tasks, the same from every record on it", async () => {
  const world = await heldMeeting();
  const { thread } = await ask(getResolutionQuery, world.delegate, {
    resolutionId: world.resolutionId,
  });
  expect(thread).toMatchObject({
    item: { title: "示例方案" },
    motion: { outcome: "carried" },
    resolution: { id: world.resolutionId },
    tasks: [],
  });
  const itemId = thread.item.id;
  expect(await ask(getThreadQuery, world.delegate, { itemId })).toEqual(thread);
});

test("a delegate records no event; another alliance finds nothing; a day to come is refused", async () => {
  const [world, other] = [await heldMeeting(), await heldMeeting()];
  const event = { resolutionId: world.resolutionId, kind: "completed" } as const;
  await expect(perform(recordEventCommand, world.delegate, event)).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(perform(recordEventCommand, other.secretary, event)).rejects.toMatchObject({
    code: "not-found",
  });
  const ahead = await note(world, { kind: "completed", on: addDays(today, 1) });
  expect(ahead).toMatchObject({ ok: false, reason: "event-in-future" });
});
