import { beforeAll, describe, expect, test } from "vitest";
import {
  answerObjectionCommand,
  objectCommand,
  remindCallsCommand,
  signContractCommand,
} from "@/lib/features/calls/procedures/award";
import { officeStepCommand, openBidsCommand } from "@/lib/features/calls/procedures/needs";
import { perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { useDatabase } from "../../support/database";
import {
  biddingCall,
  callWorld,
  chosenCall,
  closeNow,
  contract,
  endNotice,
  openedCall,
  submit,
  value,
  versionOf,
  type World,
} from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await callWorld();
});

const emailOf = async (call: Call): Promise<string> => {
  const user = await db().user.findUniqueOrThrow({ where: { id: call.actor.userId ?? "" } });
  return user.email;
};
/** Who got which letter about a call. */
async function sent(id: string, letter: string) {
  const mails = await db().outboxMail.findMany({
    where: { dedupeKey: { startsWith: `call-${letter}:${id}:` } },
  });
  return mails;
}
const to = async (id: string, letter: string) =>
  (await sent(id, letter)).map((mail) => mail.recipient).sort();
const addresses = async (...calls: Call[]) => (await Promise.all(calls.map(emailOf))).sort();

/** Every letter that a team got, as one text. */
async function readBy(call: Call, id: string): Promise<string> {
  const mails = await db().outboxMail.findMany({
    where: { dedupeKey: { contains: id }, recipient: await emailOf(call) },
  });
  return mails.map((mail) => `${mail.subject}\n${mail.body}`).join("\n");
}

describe("letters of an open bid", () => {
  test("published: every unit that may bid, and the poster; not who published", async () => {
    const id = await biddingCall(world);
    const got = await to(id, "published");
    expect(got).toEqual(await addresses(...world.bidders, world.enterprise));
    const [mail] = await sent(id, "published");
    expect(mail?.subject).toBe("发榜：示例：薄壁件焊接变形控制");
    expect(mail?.body).toContain(`/calls/${id}`);
  });
  test("bidders learn nothing of each other: who did not bid hears no more, and no letter names another", async () => {
    const own = await callWorld();
    const id = await openedCall(own);
    const [a, b, none] = own.bidders;
    expect(await to(id, "opened")).toEqual(await addresses(a, b, own.enterprise));
    const texts = await Promise.all([a, b, none].map((call) => readBy(call, id)));
    for (const [index, text] of texts.entries()) {
      const others = own.teams.filter((_, other) => other !== index);
      expect(others.filter(({ name }) => text.includes(name))).toEqual([]);
    }
    expect(texts[2]).not.toContain("开启，进入");
  });
  test("chosen and not chosen read different letters; in the recipient's own language", async () => {
    const own = await callWorld();
    await db().user.update({
      where: { id: own.bidders[1].actor.userId ?? "" },
      data: { locale: "en" },
    });
    const id = await chosenCall(own);
    const [chosen, other] = own.bidders;
    expect(await to(id, "ranked")).toEqual(await addresses(own.enterprise));
    expect(await to(id, "chosen")).toEqual(await addresses(chosen));
    expect(await to(id, "notice")).toEqual(await addresses(other, own.office));
    expect(await readBy(other, id)).toContain("Public notice: ");
    expect(await readBy(chosen, id)).toContain("贵单位中榜");
    const objection = value(
      await perform(objectCommand, other, { callId: id, text: "示例：指标不符" }),
    );
    expect(await to(id, "objection")).toEqual(
      await addresses(own.office, own.supervisor, own.enterprise),
    );
    value(
      await perform(answerObjectionCommand, own.supervisor, {
        objectionId: objection.id,
        upheld: true,
        answer: "示例：成立",
      }),
    );
    expect(await to(id, "upheld")).toEqual(await addresses(chosen, other, own.enterprise));
  });
  test("contract: who signs hears of the end of the notice and of the contract, the other team of neither", async () => {
    const own = await callWorld();
    const id = await chosenCall(own);
    await endNotice(id);
    const over = { ...(await versionOf(id)), step: "end_notice" as const };
    value(await perform(officeStepCommand, own.office, over));
    expect(
      await perform(officeStepCommand, own.office, over).catch(() => "again"),
    ).not.toMatchObject({ ok: true });
    expect(await to(id, "contract")).toEqual(await addresses(own.bidders[0], own.enterprise));
    const input = { ...(await versionOf(id)), ...contract };
    value(await perform(signContractCommand, own.office, input));
    expect(await to(id, "contracted")).toEqual(await addresses(own.bidders[0], own.enterprise));
  });
  test("the deadline: a day before to those who bid, after it to those who open, each once", async () => {
    const own = await callWorld();
    const id = await biddingCall(own);
    value(await submit(own.bidders[0], id));
    const remind = async () => value(await perform(remindCallsCommand, own.office, {})).reminded;
    expect(await remind()).toBe(0);
    await db()
      .$executeRaw`UPDATE calls SET closes_at = clock_timestamp() + interval '5 hours' WHERE id = ${id}::uuid`;
    expect([await remind(), await remind()]).toEqual([1, 0]);
    expect(await to(id, "closing")).toEqual(await addresses(own.bidders[0]));
    await closeNow(id);
    const both = await Promise.all([remind(), remind()]);
    expect(both.sort()).toEqual([0, 2]);
    // The office itself called the clock here; it is not written to about its own step.
    expect(await to(id, "overdue")).toEqual(await addresses(own.supervisor, own.enterprise));
    expect(await readBy(own.bidders[1], id)).not.toContain("截止，等待开启");
    // Sent mails are swept some day; a call that nobody opened is not written about anew then.
    await db().outboxMail.deleteMany({ where: { dedupeKey: { contains: id } } });
    await db()
      .$executeRaw`UPDATE calls SET closes_at = clock_timestamp() - interval '90 days' WHERE id = ${id}::uuid`;
    expect(await remind()).toBe(0);
    await db()
      .$executeRaw`UPDATE calls SET closes_at = clock_timestamp() - interval '89 days' WHERE id = ${id}::uuid`;
    expect(await remind()).toBe(2);
  });
  test("a step that is refused writes no letter", async () => {
    const id = await biddingCall(world);
    const before = await db().outboxMail.count({ where: { dedupeKey: { contains: id } } });
    expect(await perform(openBidsCommand, world.office, await versionOf(id))).toMatchObject({
      reason: "call-not-closed",
    });
    expect(await db().outboxMail.count({ where: { dedupeKey: { contains: id } } })).toBe(before);
  });
  test("restricted: who has signed nothing reads the public title, in the letter too", async () => {
    const id = await biddingCall(world, {
      secrecy: "restricted",
      publicTitle: "示例：某工艺难题",
    });
    expect(await readBy(world.bidders[0], id)).toContain("示例：某工艺难题");
    expect(await readBy(world.bidders[0], id)).not.toContain("薄壁件");
    expect(await readBy(world.enterprise, id)).toContain("薄壁件");
  });
});
