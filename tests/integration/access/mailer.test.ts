import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction } from "@/lib/platform/db/transaction";
import { enqueueMail } from "@/lib/platform/mail/enqueue";
import { startMailer, stopMailer } from "@/lib/platform/mail/mailer";
import { useDatabase } from "@/tests/support/database";
import { startSmtp } from "./smtp";

useDatabase();
let server: Awaited<ReturnType<typeof startSmtp>>;
const put = (dedupeKey: string) =>
  inTransaction((tx) =>
    enqueueMail(tx, { dedupeKey, recipient: "person@test.example", subject: "示例", body: "示例" }),
  );

beforeAll(async () => {
  server = await startSmtp();
  process.env.SMTP_URL = server.url;
});
afterAll(async () => {
  await stopMailer();
  await server.stop();
});

it("sends by itself what is there and what comes later, and stops in order", async () => {
  await put("there");
  startMailer();
  startMailer();
  await expect.poll(() => server.received.length, { timeout: 5_000 }).toBe(1);
  await put("later");
  await expect.poll(() => server.received.length, { timeout: 10_000 }).toBe(2);
  await stopMailer();
  await put("too late");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(server.received).toHaveLength(2);
});
