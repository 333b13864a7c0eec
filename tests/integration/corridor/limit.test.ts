import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { permission } from "@/lib/features/access/policy";
import { email } from "@/lib/kernel/fields";
import { accept, refuse } from "@/lib/kernel/result";
import { anonymous } from "@/lib/platform/auth/actor";
import { formAction } from "@/lib/platform/corridor/action";
import { perform } from "@/lib/platform/corridor/faces";
import { defineCommand, type Limit } from "@/lib/platform/corridor/use-case";
import { useDatabase } from "@/tests/support/database";
import { restOf } from "../rest/call";
import { readOnly, world } from "./support";

const browser = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => browser.headers,
}));

const { db } = useDatabase();
let at: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  at = await world(db());
});

const limited = (limit: Limit) =>
  defineCommand({
    // A name of its own for every test: the counts of one are nothing to the others.
    id: `test.${randomUUID()}`,
    path: "/test-limited",
    place: "platform",
    summary: "Does nothing, but not often",
    permission: permission("link.redeem"),
    refusals: ["changed-my-mind"],
    input: z.strictObject({
      ending: z.enum(["accept", "refuse", "fail"]).default("accept"),
      email: email().optional(),
    }),
    output: z.object({}),
    limits: [limit],
    run: async (_, __, { ending }) => {
      if (ending === "fail") throw new Error("planted");
      return ending === "refuse" ? refuse("changed-my-mind") : accept({});
    },
  });

const hour = { count: 3, seconds: 3600 };
const here = { actor: anonymous, address: "203.0.113.7" };
const tooMany = { code: "too-many" };

describe("A-67 a limit per address", () => {
  test("the third passes, the fourth in an hour is told how long to wait, another address passes", async () => {
    const command = limited({ per: "address", ...hour });
    for (let sent = 0; sent < 3; sent += 1) {
      expect(await perform(command, here, {})).toMatchObject({ ok: true });
    }
    const refused = await perform(command, here, {}).catch((error: unknown) => error);
    expect(refused).toMatchObject(tooMany);
    expect(refused).toHaveProperty(
      "retryAfter",
      expect.toSatisfy((s) => s > 3590 && s <= 3600),
    );
    const elsewhere = { ...here, address: "203.0.113.8" };
    expect(await perform(command, elsewhere, {})).toMatchObject({ ok: true });
  });

  test("a refused and a failed call count, though they roll back", async () => {
    const command = limited({ per: "address", ...hour });
    expect(await perform(command, here, { ending: "refuse" })).toMatchObject({ ok: false });
    await expect(perform(command, here, { ending: "fail" })).rejects.toThrow("planted");
    expect(await perform(command, here, {})).toMatchObject({ ok: true });
    await expect(perform(command, here, {})).rejects.toMatchObject(tooMany);
  });

  test("ten at once: three pass", async () => {
    const command = limited({ per: "address", ...hour });
    const sent = await Promise.allSettled(
      Array.from({ length: 10 }, () => perform(command, here, {})),
    );
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });

  test("when the hour is over it begins again", async () => {
    const command = limited({ per: "address", ...hour });
    for (let sent = 0; sent < 4; sent += 1) await perform(command, here, {}).catch(() => undefined);
    await expect(perform(command, here, {})).rejects.toMatchObject(tooMany);
    await db()
      .$executeRaw`UPDATE rate_limits SET expire = ${Date.now() - 1} WHERE key LIKE ${`${command.id} %`}`;
    expect(await perform(command, here, {})).toMatchObject({ ok: true });
  });

  test("I-08 the same form sent again by its key is one call", async () => {
    const command = limited({ per: "address", ...hour });
    for (let sent = 0; sent < 9; sent += 1) {
      const call = { ...here, idempotencyKey: "one form" };
      expect(await perform(command, call, {})).toMatchObject({ ok: true });
    }
  });
});

test("per visitor: who is signed in answers for it with the account, and is not counted", async () => {
  const command = limited({ per: "visitor", ...hour });
  for (let sent = 0; sent < 9; sent += 1) {
    const call = { ...here, actor: at.secretary };
    expect(await perform(command, call, {})).toMatchObject({ ok: true });
  }
  for (let sent = 0; sent < 3; sent += 1) await perform(command, here, {});
  await expect(perform(command, here, {})).rejects.toMatchObject(tooMany);
});

test("per account: counted by person, wherever they are and whatever they use", async () => {
  const command = limited({ per: "account", ...hour });
  const keyed = { actor: { ...readOnly(at.secretary), readOnly: false } };
  await perform(command, { actor: at.secretary, address: "203.0.113.1" }, {});
  await perform(command, { actor: at.secretary, address: "203.0.113.2" }, {});
  await perform(command, keyed, {});
  await expect(perform(command, keyed, {})).rejects.toMatchObject(tooMany);
  expect(await perform(command, { actor: at.observer }, {})).toMatchObject({ ok: true });
});

test("per browser: forms are counted, a program with a key is not", async () => {
  const command = limited({ per: "browser", ...hour });
  for (let sent = 0; sent < 9; sent += 1) {
    await perform(command, { actor: { ...readOnly(at.secretary), readOnly: false } }, {});
  }
  for (let sent = 0; sent < 3; sent += 1) await perform(command, { actor: at.secretary }, {});
  await expect(perform(command, { actor: at.secretary }, {})).rejects.toMatchObject(tooMany);
});

test("A-70 per e-mail: counted by whom it names, whatever the case and wherever from; the table does not hold it", async () => {
  const command = limited({ per: "email", ...hour });
  const about = (address: string, from: string) =>
    perform(command, { actor: anonymous, address: from }, { email: address });
  for (const [address, from] of [
    ["li@test.example", "203.0.113.1"],
    ["LI@test.example", "203.0.113.2"],
    [" li@Test.example", "203.0.113.3"],
  ] as const)
    expect(await about(address, from)).toMatchObject({ ok: true });
  await expect(about("li@test.example", "203.0.113.4")).rejects.toMatchObject(tooMany);
  expect(await about("wu@test.example", "203.0.113.4")).toMatchObject({ ok: true });
  expect(await db().rateLimit.count({ where: { key: { contains: "test.example" } } })).toBe(0);
});

test("without a limit nothing is counted", async () => {
  const { limits: _, ...command } = limited({ per: "address", ...hour });
  await perform(command, here, {});
  expect(await db().rateLimit.count({ where: { key: { startsWith: command.id } } })).toBe(0);
});

test("REST answers 429 with Retry-After, by the address that the proxy names", async () => {
  const command = limited({ per: "address", ...hour });
  const rest = restOf([command]);
  const from = (address: string) =>
    rest.call(
      command,
      "",
      {},
      {
        headers: { "x-alliance-peer": "127.0.0.1", "x-forwarded-for": `6.6.6.6, ${address}` },
      },
    );
  for (let sent = 0; sent < 3; sent += 1) expect((await from("198.51.100.1")).status).toBe(200);
  const refused = await from("198.51.100.1");
  expect(refused.status).toBe(429);
  expect(refused.body).toMatchObject({ code: "too-many" });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3590);
  expect((await from("198.51.100.2")).status).toBe(200);
});

test("a form says in words how long to wait", async () => {
  const action = formAction(limited({ per: "address", ...hour }));
  browser.headers = new Headers({ "x-alliance-peer": "198.51.100.3" });
  for (let sent = 0; sent < 3; sent += 1) expect(await action("", {})).toMatchObject({ ok: true });
  expect(await action("", {})).toMatchObject({
    ok: false,
    code: "too-many-for-now",
    details: { minutes: 60 },
  });
});
