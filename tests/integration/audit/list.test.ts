import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import {
  listEntriesQuery,
  listPlatformEntriesQuery,
  verifyChainQuery,
  verifyPlatformChainQuery,
} from "@/lib/features/audit/procedures";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { addNode, world } from "../corridor/support";

const { url, db } = useDatabase();
let at: Awaited<ReturnType<typeof world>>;
const ids: string[] = [];

beforeAll(async () => {
  at = await world(db());
  for (let n = 1; n <= 7; n += 1) {
    const result = await perform(
      addNode,
      { actor: at.secretary, tenant: at.ours.slug },
      { name: `示例 ${n}` },
    );
    if (result.ok) ids.push(result.value.id);
  }
  await perform(addNode, { actor: at.stranger, tenant: at.theirs.slug }, { name: "示例他处" });
});

const call = () => ({ actor: at.secretary, tenant: at.ours.slug });

describe("audit.list", () => {
  test("gives the entries of this alliance alone, newest first, with who and to which record", async () => {
    const { items, next } = await ask(listEntriesQuery, call(), {});
    expect(items.map((entry) => entry.seq)).toEqual(["7", "6", "5", "4", "3", "2", "1"]);
    expect(next).toBeNull();
    expect(items[0]).toMatchObject({
      action: "test.add_node",
      actor: at.secretary.name,
      actorId: at.secretary.userId,
      subjectId: ids[6],
      details: { name: "示例 7" },
    });
  });

  test("walks back to the beginning by cursor, each entry once, while new ones arrive", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await ask(listEntriesQuery, call(), { limit: 3, cursor });
      seen.push(...items.map((entry) => entry.seq));
      if (!cursor) await perform(addNode, call(), { name: "示例 新" });
      cursor = next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["7", "6", "5", "4", "3", "2", "1"]);
  });

  test("a page that ends exactly at the beginning has no next one", async () => {
    const { items, next } = await ask(listEntriesQuery, call(), { limit: 1, cursor: "2" });
    expect([items.length, next]).toEqual([1, null]);
  });

  test("filters by action, record and person", async () => {
    const count = async (
      input: Parameters<
        typeof ask<"tenant", typeof listEntriesQuery.input, typeof listEntriesQuery.output>
      >[2],
    ) => (await ask(listEntriesQuery, call(), input)).items.length;
    expect(await count({ action: "figure.verify" })).toBe(0);
    expect(await count({ subject: ids[2] })).toBe(1);
    expect(await count({ actor: at.stranger.userId ?? undefined })).toBe(0);
    expect(
      await count({ action: "test.add_node", actor: at.secretary.userId ?? undefined }),
    ).toBeGreaterThan(6);
  });

  test.each(["0", "-1", "1.5", "9".repeat(19), "' OR 1=1"])(
    "the cursor %s is refused",
    async (cursor) => {
      await expect(ask(listEntriesQuery, call(), { cursor })).rejects.toMatchObject({
        code: "malformed",
      });
    },
  );

  test("an observer and another alliance's secretary read nothing", async () => {
    for (const actor of [at.observer, at.stranger]) {
      await expect(ask(listEntriesQuery, { ...call(), actor }, {})).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  test("the platform's chain is for its administrator, and holds no alliance's entries", async () => {
    const admin = await createActor(db(), "platform_admin");
    await db()
      .$queryRaw`SELECT audit_append('platform', NULL, 'user.create', 'user', NULL, '{}', 'r')::text`;
    const { items } = await ask(listPlatformEntriesQuery, { actor: admin }, {});
    expect(items.map((entry) => entry.action)).toEqual(["user.create"]);
    await expect(ask(listPlatformEntriesQuery, { actor: at.secretary }, {})).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await ask(verifyPlatformChainQuery, { actor: admin }, {})).toMatchObject({
      intact: true,
      entries: "2",
    });
  });
});

describe("audit.verify", () => {
  test("A-29 an intact chain gives its head; a tampered one the first bad entry", async () => {
    const before = await ask(verifyChainQuery, call(), {});
    expect(before).toMatchObject({ intact: true, fault: null, head: { seq: before.entries } });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("SET session_replication_role = replica");
    await client.query("UPDATE audit_entries SET actor_id = NULL WHERE chain = $1 AND seq = 4", [
      at.ours.id,
    ]);
    await client.end();
    expect(await ask(verifyChainQuery, call(), {})).toMatchObject({
      intact: false,
      fault: { seq: "4", kind: "hash" },
    });
    // Another alliance's chain is another chain.
    expect(
      await ask(verifyChainQuery, { actor: at.stranger, tenant: at.theirs.slug }, {}),
    ).toMatchObject({ intact: true });
  });

  test("an alliance in which nothing happened yet is intact", async () => {
    expect(
      await ask(verifyChainQuery, { actor: at.insider, tenant: at.hidden.slug }, {}),
    ).toMatchObject({
      intact: true,
      entries: "0",
    });
  });
});
