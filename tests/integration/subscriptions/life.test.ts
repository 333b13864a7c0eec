import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  endByLinkCommand,
  endSubscriptionCommand,
  listSubscriptionsQuery,
  sendSubscriptionsCommand,
  takeSubscriptionCommand,
} from "@/lib/features/subscriptions/procedures";
import { nextOn } from "@/lib/features/subscriptions/rules";
import { addDays, dateOf, dayIn, dayOf } from "@/lib/kernel/dates";
import { type Actor, anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { remindAll } from "@/scripts/run/reminders";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { refusedFor } from "../corrections/support";
import { createStage } from "../outcomes/support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let reader: Actor;
const today = dayIn(new Date(), "Asia/Shanghai");

beforeAll(async () => {
  stage = await createStage(db());
  const row = (state: "verified" | "submitted", quantity: string) => ({
    allianceId: stage.alliance.id,
    organizationId: stage.school.id,
    metricCode: "M41",
    title: "示例成果",
    year: Number(today.slice(0, 4)),
    occurredOn: dateOf(today),
    quantity,
    state,
    verifiedAt: state === "verified" ? new Date() : null,
  });
  await db().outcomeRecord.createMany({ data: [row("verified", "12345"), row("submitted", "6")] });
});

beforeEach(async () => {
  reader = await createActor(db(), "delegate", { allianceId: stage.alliance.id });
  // Each test has its own recipients: nothing of the others is due.
  await db().dashboardSubscription.updateMany({
    where: { endedAt: null },
    data: { endedAt: new Date(), endedHow: "left" },
  });
});

const by = (actor: Actor, tenant = stage.alliance.slug) => ({ actor, tenant });
const take = (input: object, actor = reader) =>
  perform(takeSubscriptionCommand, by(actor), { rhythm: "daily", ...input });

async function taken(input: object = {}, actor = reader): Promise<string> {
  const result = await take(input, actor);
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
}

const row = (id: string) => db().dashboardSubscription.findUniqueOrThrow({ where: { id } });

/** A subscription whose day has come. The past is written as the days would have left it. */
async function due(input: object = {}, actor = reader): Promise<string> {
  const id = await taken(input, actor);
  await db().dashboardSubscription.update({ where: { id }, data: { nextOn: dateOf(today) } });
  return id;
}

async function send() {
  const result = await perform(sendSubscriptionsCommand, by(stage.secretariat), {});
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const mails = (actor = reader) =>
  db().outboxMail.findMany({
    where: { recipient: actor.email ?? "" },
    orderBy: { createdAt: "asc" },
  });

describe("taking and ending", () => {
  test("from the next day of the rhythm on; the list is one's own", async () => {
    const id = await taken({ rhythm: "monthly", from: 2024, status: "live" });
    const { items } = await ask(listSubscriptionsQuery, by(reader), {});
    expect(items).toEqual([
      expect.objectContaining({
        id,
        filters: { from: "2024", status: "live" },
        nextOn: nextOn("monthly", today),
        sentOn: null,
      }),
    ]);
    expect((await ask(listSubscriptionsQuery, by(stage.secretariat), {})).items).toEqual([]);
  });

  test("twice at once, and again later, is one; at another rhythm, or ended, it may be taken again", async () => {
    const both = await Promise.all([take({}), take({})]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await take({ status: "approved" })).toMatchObject({ reason: "subscribed-already" });
    expect((await take({ rhythm: "weekly" })).ok).toBe(true);
    const { items } = await ask(listSubscriptionsQuery, by(reader), {});
    const [first] = items;
    await perform(endSubscriptionCommand, by(reader), { id: first?.id ?? "" });
    expect((await take({})).ok).toBe(true);
  });

  test("twenty, and no more, also at once", async () => {
    for (let n = 0; n < 19; n += 1) await taken({ from: 2000 + n });
    const both = await Promise.all([take({ from: 2030 }), take({ from: 2031 })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "too-many-subscriptions" });
  });

  test("A-04 another's, another alliance's, and a member that is none are not found", async () => {
    const id = await taken();
    const other = await createAlliance(db());
    const stranger = await createActor(db(), "delegate", { allianceId: other.id });
    const tries = [
      () => perform(endSubscriptionCommand, by(stage.secretariat), { id }),
      () => perform(endSubscriptionCommand, by(stranger, other.slug), { id }),
      () => take({ organization: other.id }),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    expect((await row(id)).endedAt).toBeNull();
  });

  test("the link ends it without signing in, and again changes nothing", async () => {
    const id = await taken();
    const { linkKey: key } = await row(id);
    await perform(endByLinkCommand, by(anonymous), { key });
    const ended = await row(id);
    expect(ended.endedHow).toBe("link");
    await perform(endByLinkCommand, by(anonymous), { key });
    expect(await row(id)).toEqual(ended);
    const unknown = perform(endByLinkCommand, by(anonymous), { key: "x".repeat(43) });
    await expect(unknown).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("sending (behaviour 4.5 Subscriptions)", () => {
  test("once a day, whatever is repeated, and two rounds at once; then on the next day of the rhythm", async () => {
    const id = await due();
    const rounds = await Promise.all([send(), send()]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect((await send()).sent).toBe(0);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    const { linkKey, nextOn: next, sentOn } = await row(id);
    expect(mail?.body).toContain("12,345");
    expect(mail?.body).toContain(`/dashboard/subscriptions/end/${linkKey}`);
    expect([dayOf(next), sentOn && dayOf(sentOn)]).toEqual([addDays(today, 1), today]);
  });

  test("however many are due, all go out in one turn of the clock, in rounds that end", async () => {
    const second = await createActor(db(), "delegate", { allianceId: stage.alliance.id });
    for (let n = 0; n < 12; n += 1) {
      await due({ from: 2000 + n });
      await due({ from: 2000 + n }, second);
    }
    const { sent } = await send();
    expect(sent).toBeLessThan(24);
    await remindAll();
    expect(await mails()).toHaveLength(12);
    expect(await mails(second)).toHaveLength(12);
  });

  test("each with the rights of its recipient at the time of sending, and not of the sender", async () => {
    await due({ status: "live" });
    await due({ status: "live" }, stage.secretariat);
    expect(await send()).toEqual({ sent: 2, ended: 0 });
    expect((await mails())[0]?.body).toContain("12,345");
    expect((await mails())[0]?.body).not.toContain("12,351");
    expect((await mails(stage.secretariat)).at(-1)?.body).toContain("12,351");
  });

  test("ended when the right ends: no number, one word about it, and never again", async () => {
    const id = await due();
    await db().roleGrant.updateMany({
      where: { userId: reader.userId ?? "" },
      data: { validFrom: dateOf(addDays(today, -9)), validTo: dateOf(addDays(today, -1)) },
    });
    expect(await send()).toEqual({ sent: 0, ended: 1 });
    expect((await row(id)).endedHow).toBe("rights");
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.body).not.toContain("12,345");
    expect(await send()).toEqual({ sent: 0, ended: 0 });
  });

  test("a closed account gets nothing at all", async () => {
    const id = await due();
    await db().user.update({
      where: { id: reader.userId ?? "" },
      data: { disabledAt: new Date() },
    });
    expect(await send()).toEqual({ sent: 0, ended: 1 });
    expect((await row(id)).endedHow).toBe("rights");
    expect(await mails()).toEqual([]);
  });

  test("in another alliance nothing of this one goes out", async () => {
    await due();
    const other = await createAlliance(db());
    const office = await createActor(db(), "secretariat", { allianceId: other.id });
    const result = await perform(sendSubscriptionsCommand, by(office, other.slug), {});
    expect(result).toMatchObject({ ok: true, value: { sent: 0, ended: 0 } });
  });
});

describe("the database holds it too", () => {
  test("what is sent and to whom is never changed, and what has ended stays ended", async () => {
    const id = await taken();
    const { updateMany, deleteMany } = db().dashboardSubscription;
    const tries = [
      () => updateMany({ where: { id }, data: { filters: { kind: "park" } } }),
      () => updateMany({ where: { id }, data: { rhythm: "weekly" } }),
      () => updateMany({ where: { id }, data: { userId: stage.secretariat.userId ?? "" } }),
      () => deleteMany({ where: { id } }),
    ];
    for (const attempt of tries) expect(await refusedFor(attempt())).toMatch(/immutable/);
    await perform(endSubscriptionCommand, by(reader), { id });
    const again = updateMany({ where: { id }, data: { endedAt: null, endedHow: null } });
    expect(await refusedFor(again)).toMatch(/immutable/);
  });
});
