import { expect, test } from "vitest";
import { recordEventCommand } from "@/lib/features/resolutions/procedures";
import {
  acceptTaskCommand,
  changeTaskCommand,
  createTaskCommand,
  dropTaskCommand,
  getTaskQuery,
  listTasksQuery,
  remindCommand,
  reportTaskCommand,
  returnTaskCommand,
} from "@/lib/features/tasks/procedures";
import { taskStates } from "@/lib/features/tasks/types";
import { addDays, dateOf, dayIn } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { createAlliance, createOrganization } from "@/prisma/seed/factories/basics";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { remindAll } from "@/scripts/run/reminders";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { heldMeeting, value } from "../minutes/world";

const { db } = useDatabase();
const today = dayIn(new Date(), "Asia/Shanghai");

async function taskWorld() {
  const world = await heldMeeting();
  const organizationId = world.holders[1]?.organization.id ?? "";
  const dueOn = addDays(today, 30);
  const owner = { personId: world.delegate.actor.personId ?? "", organizationId, dueOn };
  return { ...world, owner, organizationId };
}
type TaskWorld = Awaited<ReturnType<typeof taskWorld>>;

const give = (world: TaskWorld, more: object = {}) =>
  perform(createTaskCommand, world.secretary, {
    resolutionId: world.resolutionId,
    title: "示例任务",
    ...world.owner,
    ...more,
  });
const step = (at: { id: string; version: number }) => ({ taskId: at.id, version: at.version });
const done = (call: Call, at: { id: string; version: number }) =>
  perform(reportTaskCommand, call, { ...step(at), text: "示例：已完成", done: true });

test("a task has a named person of the alliance, a member organization and a day to come", async () => {
  const world = await taskWorld();
  const stranger = await db().person.create({ data: { name: "示例外人", synthetic: true } });
  const elsewhere = { personId: stranger.id };
  expect(await give(world, elsewhere)).toMatchObject({ reason: "person-unknown" });
  expect(await give(world, { dueOn: addDays(today, -1) })).toMatchObject({ reason: "due-in-past" });
  const alien = await createOrganization(db());
  expect(await give(world, { organizationId: alien.id })).toMatchObject({
    reason: "not-a-member-organization",
  });
  await expect(give(world, { personId: "" })).rejects.toMatchObject({ code: "malformed" });
  expect(await give(world)).toMatchObject({ ok: true, value: { state: "open" } });
});

test("progress with evidence, done, given back, done again, accepted by another person", async () => {
  const world = await taskWorld();
  let at = value(await give(world));
  const file = await createStoredFile(db(), {
    allianceId: world.alliance.id,
    uploadedById: world.delegate.actor.userId,
  });
  const foreign = { ...step(at), text: "示例", fileId: world.file.id };
  expect(await perform(reportTaskCommand, world.delegate, foreign)).toMatchObject({
    reason: "file-not-yours",
  });
  const progress = { ...step(at), text: "示例进展", fileId: file.id };
  at = value(await perform(reportTaskCommand, world.delegate, progress));
  expect(at.state).toBe("running");
  at = value(await done(world.delegate, at));
  const back = { ...step(at), text: "示例：缺材料" };
  at = value(await perform(returnTaskCommand, world.secretary, back));
  at = value(await done(world.delegate, at));
  at = value(await perform(acceptTaskCommand, world.secretary, step(at)));
  const task = await ask(getTaskQuery, world.delegate, { taskId: at.id });
  expect(task).toMatchObject({ state: "accepted", waiting: "nobody" });
  expect(task.events.map(({ state }) => state).reverse()).toEqual([
    "open",
    "running",
    "reported",
    "running",
    "reported",
    "accepted",
  ]);
  expect(task.thread?.resolution?.id).toBe(world.resolutionId);
});

test("A-31 who reported that it is done does not accept it; the chair does", async () => {
  const world = await taskWorld();
  const at = value(await done(world.secretary, value(await give(world))));
  const accept = (call: Call) => perform(acceptTaskCommand, call, step(at));
  expect(await accept(world.secretary)).toMatchObject({ ok: false, reason: "own-task" });
  expect(await accept(world.chair)).toMatchObject({ ok: true });
});

test("a new day and a new owner: the old ones are kept", async () => {
  const world = await taskWorld();
  const at = value(await give(world));
  const change = (more: object) =>
    perform(changeTaskCommand, world.secretary, {
      ...step(at),
      ...world.owner,
      text: "示例：改由理事长负责",
      ...more,
    });
  expect(await change({})).toMatchObject({ ok: false, reason: "nothing-changed" });
  const dueOn = addDays(today, 60);
  value(await change({ dueOn, personId: world.chair.actor.personId }));
  const { events } = await ask(getTaskQuery, world.secretary, { taskId: at.id });
  expect(events[0]?.changes).toEqual({
    dueOn: { old: world.owner.dueOn, new: dueOn },
    person: { old: world.delegate.actor.name, new: world.chair.actor.name },
  });
});

test("the named person and their organization see and report their own, others nothing", async () => {
  const world = await taskWorld();
  const at = value(await give(world));
  const contact = (organizationId: string): Promise<Call> =>
    createActor(db(), "enterprise_contact", { allianceId: world.alliance.id, organizationId }).then(
      (actor) => ({ actor, tenant: world.alliance.slug }),
    );
  const own = await contact(world.organizationId);
  const other = await contact(world.holders[3]?.organization.id ?? "");
  const seen = async (call: Call) => (await ask(listTasksQuery, call, {})).total;
  expect([await seen(own), await seen(world.delegate), await seen(world.supervisor)]).toEqual([
    1, 1, 1,
  ]);
  expect(await seen(other)).toBe(0);
  await expect(ask(getTaskQuery, other, { taskId: at.id })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(done(other, at)).rejects.toMatchObject({ code: "forbidden" });
  await expect(done(world.supervisor, at)).rejects.toMatchObject({ code: "forbidden" });
  expect(await done(own, at)).toMatchObject({ ok: true });
});

const commands = {
  report: reportTaskCommand,
  accept: acceptTaskCommand,
  return: returnTaskCommand,
  change: changeTaskCommand,
  drop: dropTaskCommand,
};
const legal = {
  open: ["report", "change", "drop"],
  running: ["report", "change", "drop"],
  reported: ["accept", "return", "drop"],
  accepted: [],
  dropped: [],
} satisfies Record<(typeof taskStates)[number], string[]>;

test.each(taskStates)("every illegal edge from %s: 409 and nothing changed", async (state) => {
  const world = await taskWorld();
  const at = value(await give(world));
  await db().task.update({ where: { id: at.id }, data: { state } });
  const before = await db().task.findUniqueOrThrow({ where: { id: at.id } });
  const allowed: readonly string[] = legal[state];
  for (const name of Object.keys(commands).filter((one) => !allowed.includes(one))) {
    const text = "示例";
    const more = name === "change" ? { ...world.owner, dueOn: addDays(today, 90) } : {};
    const input = { ...step(at), text, ...more };
    const command = commands[name as keyof typeof commands] as typeof dropTaskCommand;
    const answer = await perform(command, world.secretary, input);
    expect(answer, name).toMatchObject({ ok: false, reason: "wrong-state" });
  }
  expect(await db().task.findUniqueOrThrow({ where: { id: at.id } })).toEqual(before);
  expect(await db().taskEvent.count({ where: { taskId: at.id } })).toBe(1);
});

test("reported twice at once: one, the other is a stale form or comes too late", async () => {
  const world = await taskWorld();
  const at = value(await give(world));
  const both = await Promise.allSettled([done(world.delegate, at), done(world.delegate, at)]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  expect(await db().taskEvent.count({ where: { taskId: at.id, state: "reported" } })).toBe(1);
});

test("sent twice with one idempotency key: one task", async () => {
  const world = await taskWorld();
  const call = { ...world.secretary, idempotencyKey: "give-1" };
  const secretary = { ...world, secretary: call };
  const [first, second] = await Promise.all([give(secretary), give(secretary)]);
  expect(second).toEqual(first);
  expect(await db().task.count({ where: { allianceId: world.alliance.id } })).toBe(1);
});

test("a resolution that ended gives no more tasks", async () => {
  const world = await taskWorld();
  const event = { resolutionId: world.resolutionId, kind: "completed" } as const;
  value(await perform(recordEventCommand, world.secretary, event));
  expect(await give(world)).toMatchObject({ ok: false, reason: "resolution-over" });
});

test("the list: overdue first, filters, only mine", async () => {
  const world = await taskWorld();
  const make = async (title: string, dueOn: string, state: "open" | "accepted") =>
    db().task.update({
      where: { id: value(await give(world, { title })).id },
      data: { dueOn: dateOf(dueOn), state },
    });
  await make("示例：已办结", addDays(today, -20), "accepted");
  await make("示例：将来", addDays(today, 10), "open");
  await make("示例：逾期", addDays(today, -2), "open");
  const titles = async (input: object, call: Call = world.secretary) =>
    (await ask(listTasksQuery, call, input)).items.map(({ title }) => title);
  expect(await titles({})).toEqual(["示例：逾期", "示例：将来", "示例：已办结"]);
  expect(await titles({ show: "overdue" })).toEqual(["示例：逾期"]);
  expect(await titles({ show: "unfinished" })).toEqual(["示例：逾期", "示例：将来"]);
  expect(await titles({ mine: true })).toEqual([]);
  expect(await titles({ mine: true }, world.delegate)).toHaveLength(3);
});

test("reminders: three days before once, each day when overdue, one per task and day", async () => {
  const world = await taskWorld();
  const at = async (days: number) => {
    const { id } = value(await give(world));
    await db().task.update({ where: { id }, data: { dueOn: dateOf(addDays(today, days)) } });
    return id;
  };
  const [soon, late] = [await at(3), await at(-1)];
  await at(4);
  const remind = async () => value(await perform(remindCommand, world.secretary, {})).reminded;
  const rounds = await Promise.all([remind(), remind()]);
  expect(Math.max(...rounds)).toBe(2);
  expect(await remind()).toBe(0);
  const keys = [`task-soon:${soon}:${addDays(today, 3)}`, `task-overdue:${late}:${today}`];
  const mails = await db().outboxMail.findMany({ where: { dedupeKey: { in: keys } } });
  expect(mails.map(({ recipient }) => recipient)).toEqual([
    world.delegate.actor.email,
    world.delegate.actor.email,
  ]);
  expect(await db().outboxMail.count({ where: { dedupeKey: { startsWith: "task-" } } })).toBe(2);
});

test("the portal reminds by itself in every alliance, and two instances at once send one mail", async () => {
  // An alliance in which every round fails keeps no letter of the others back.
  const broken = await createAlliance(db());
  await db().alliance.update({ where: { id: broken.id }, data: { timeZone: "No/Where" } });
  const world = await taskWorld();
  const { id } = value(await give(world));
  await db().task.update({ where: { id }, data: { dueOn: dateOf(addDays(today, -1)) } });
  await Promise.all([remindAll(), remindAll()]);
  const where = { dedupeKey: `task-overdue:${id}:${today}` };
  expect(await db().outboxMail.count({ where })).toBe(1);
});
