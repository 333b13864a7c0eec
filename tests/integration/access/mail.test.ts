import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/platform/db/transaction";
import { enqueueMail, type Mail } from "@/lib/platform/mail/enqueue";
import { sendNext } from "@/lib/platform/mail/sender";
import { messageIdOf, openTransport } from "@/lib/platform/mail/transport";
import { useDatabase } from "@/tests/support/database";
import { startSmtp } from "./smtp";

const { db } = useDatabase();
const cleanups: (() => unknown)[] = [];
const smtp = async (answer?: Parameters<typeof startSmtp>[0]) => {
  const server = await startSmtp(answer);
  const transport = openTransport(server.url);
  cleanups.push(server.stop, transport.close);
  return { server, transport };
};
const put = (mail: Partial<Mail> = {}) =>
  inTransaction((tx) =>
    enqueueMail(tx, {
      dedupeKey: "notice:1",
      recipient: "person@test.example",
      subject: "示例：会议通知",
      body: "第一行\n.第二行\n",
      ...mail,
    }),
  );
const due = () =>
  db().$executeRaw`UPDATE outbox_mails SET next_try_at = now() - interval '1 second'`;
const row = () => db().outboxMail.findFirstOrThrow();

beforeEach(async () => {
  await db().outboxMail.deleteMany();
});
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

describe("the outbox", () => {
  it("I-26 a mail of a committed event is sent once, with a stable Message-ID", async () => {
    const { server, transport } = await smtp();
    await put();
    await put();
    expect(await sendNext(transport)).toBe(true);
    expect(await sendNext(transport)).toBe(false);
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail?.to).toEqual(["RCPT TO:<person@test.example>"]);
    expect(mail?.data).toContain(`Message-ID: ${messageIdOf("notice:1")}`);
    expect(mail?.data).toContain("Auto-Submitted: auto-generated");
    const body = mail?.data.split("\r\n\r\n").slice(1).join("\r\n\r\n") ?? "";
    expect(Buffer.from(body, "base64").toString("utf8")).toBe("第一行\n.第二行\n");
    expect(await row()).toMatchObject({ attempts: 1, lastError: null, sentAt: expect.any(Date) });
  });

  it("I-26 a rolled-back event sends nothing", async () => {
    const { server, transport } = await smtp();
    const failed = inTransaction(async (tx) => {
      await enqueueMail(tx, {
        dedupeKey: "x",
        recipient: "a@test.example",
        subject: "x",
        body: "x",
      });
      throw new Error("the event failed");
    });
    await expect(failed).rejects.toThrow("the event failed");
    expect(await sendNext(transport)).toBe(false);
    expect(server.received).toEqual([]);
  });

  it("I-25 four senders at once share twenty mails without sending one twice", async () => {
    const { server } = await smtp();
    const senders = Array.from({ length: 4 }, () => openTransport(server.url));
    cleanups.push(...senders.map((one) => one.close));
    for (let n = 0; n < 20; n += 1) await put({ dedupeKey: `many:${n}` });
    await Promise.all(
      senders.map(async (one) => {
        while (await sendNext(one));
      }),
    );
    const ids = server.received.map((mail) => /Message-ID: (\S+)/.exec(mail.data)?.[1]);
    expect(new Set(ids).size).toBe(20);
    expect(ids).toHaveLength(20);
  });

  it("a refusal waits longer each time, gives up after a day, and says why", async () => {
    const { server, transport } = await smtp(() => "451 mailbox busy");
    await put();
    const pauses = [];
    for (let n = 0; n < 12; n += 1) {
      await due();
      expect(await sendNext(transport)).toBe(true);
      const rows = await db().$queryRaw<{ minutes: number }[]>`
        SELECT round(extract(epoch FROM next_try_at - now()) / 60)::int AS minutes FROM outbox_mails`;
      pauses.push(rows[0]?.minutes);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
    expect(await row()).toMatchObject({
      attempts: 12,
      sentAt: null,
      lastError: expect.stringContaining("mailbox busy"),
    });
    await due();
    expect(await sendNext(transport)).toBe(false);
    expect(server.received).toEqual([]);
  });

  it("F: a server that hangs up in the middle gets the same mail again, with the same id", async () => {
    const ids: (string | undefined)[] = [];
    const { server, transport } = await smtp((mail) => {
      ids.push(/Message-ID: (\S+)/.exec(mail.data)?.[1]);
      return ids.length === 1 ? undefined : "250 taken";
    });
    await put();
    expect(await sendNext(transport)).toBe(true);
    expect((await row()).sentAt).toBeNull();
    await due();
    expect(await sendNext(transport)).toBe(true);
    expect(ids).toEqual([messageIdOf("notice:1"), messageIdOf("notice:1")]);
    expect(server.received).toHaveLength(1);
  });

  it("I-25 a sender that died while sending leaves the mail to another one", async () => {
    const { server, transport } = await smtp();
    await put();
    // What a killed process leaves behind: a claim, nothing else.
    await db()
      .$executeRaw`UPDATE outbox_mails SET attempts = 1, next_try_at = now() + interval '1 minute'`;
    expect(await sendNext(transport)).toBe(false);
    await due();
    expect(await sendNext(transport)).toBe(true);
    expect(server.received).toHaveLength(1);
  });

  it("A-61 line breaks in subject and recipient make no header and no second recipient", async () => {
    const { server, transport } = await smtp();
    await put({
      subject: "x\r\nBcc: evil@evil.example\r\n\r\nbody",
      recipient: "a@test.example\r\nRCPT TO:<evil@evil.example>",
    });
    expect(await sendNext(transport)).toBe(true);
    const all = JSON.stringify(
      server.received.map((mail) => [mail.to, mail.data.split("\r\n\r\n")[0]]),
    );
    expect(all).not.toMatch(/\\r\\nBcc/i);
    expect(
      server.received.flatMap((mail) => mail.to).filter((to) => to.includes("<evil@evil.example>")),
    ).toEqual([]);
  });

  it("a mail is due as soon as its event is committed, in whatever part of a millisecond", async () => {
    const { server, transport } = await smtp();
    for (let n = 0; n < 60; n += 1) {
      await put({ dedupeKey: `at-once:${n}` });
      expect(await sendNext(transport)).toBe(true);
    }
    expect(server.received).toHaveLength(60);
  });

  it("a link that opens an account is gone from the table once it is sent", async () => {
    const { transport } = await smtp();
    await put({ secret: true, body: "https://portal.example/reset/secret-token" });
    expect(await sendNext(transport)).toBe(true);
    expect(await row()).toMatchObject({ body: "", sentAt: expect.any(Date) });
  });
});
