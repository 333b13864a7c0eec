import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit } from "@/lib/platform/audit";
import { perform } from "@/lib/platform/corridor/faces";
import { invoke } from "@/lib/platform/corridor/invoke";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { useDatabase } from "@/tests/support/database";
import { addNode, addNodeUpTo, makeSecret, pictureOf, world } from "./support";

const { url, db } = useDatabase();
let at: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  at = await world(db());
});

const call = (idempotencyKey?: string) => ({
  actor: at.secretary,
  tenant: at.ours.slug,
  idempotencyKey,
});
const nodes = () => db().chainNode.count({ where: { allianceId: at.ours.id } });
const entries = () => db().auditEntry.count({ where: { chain: at.ours.id } });

describe("I-05 a change and its entry are committed together or not at all", () => {
  test("an accepted command leaves both", async () => {
    const result = await perform(addNode, { ...call(), requestId: "r-1" }, { name: "示例环节" });
    if (!result.ok) throw new Error(result.reason);
    expect(await db().auditEntry.findMany({ where: { chain: at.ours.id } })).toMatchObject([
      {
        seq: 1n,
        action: "test.add_node",
        subjectId: result.value.id,
        actorId: at.secretary.userId,
        requestId: "r-1",
        prevHash: "0".repeat(64),
      },
    ]);
  });

  test("a refusal after writing leaves nothing, in no table", async () => {
    const before = await pictureOf(url);
    expect(await perform(addNode, call("k"), { name: "示例环节", ending: "refuse" })).toEqual({
      ok: false,
      reason: "changed-my-mind",
    });
    expect(await pictureOf(url)).toEqual(before);
  });

  test("a fault after writing leaves nothing, in no table", async () => {
    const before = await pictureOf(url);
    await expect(perform(addNode, call("k"), { name: "示例环节", ending: "fail" })).rejects.toThrow(
      "planted",
    );
    expect(await pictureOf(url)).toEqual(before);
  });

  test("V16.5.3 when the entry cannot be written, the change is not either", async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      "ALTER TABLE audit_entries ADD CONSTRAINT planted CHECK (action <> 'test.add_node') NOT VALID",
    );
    await expect(perform(addNode, call(), { name: "示例环节" })).rejects.toThrow();
    await client.query("ALTER TABLE audit_entries DROP CONSTRAINT planted");
    await client.end();
    expect(await nodes()).toBe(0);
  });
});

describe("I-06 the chain of an alliance", () => {
  test("is not held by work that goes on: others write their entries in the meantime", async () => {
    const append = (tx: Tx, requestId: string) =>
      recordAudit(
        tx,
        { chain: at.ours.id, actorId: at.secretary.userId, requestId },
        { action: "test.add_node", subjectType: "chain-node", subjectId: null },
      );
    await inTransaction(async (tx) => {
      await append(tx, "slow");
      await tx.$queryRaw`SELECT 1`;
      await inTransaction((other) => append(other, "quick"));
    });
    const rows = await db().auditEntry.findMany({
      where: { chain: at.ours.id },
      orderBy: { seq: "asc" },
    });
    expect(rows.map(({ seq, requestId }) => [seq, requestId])).toEqual([
      [1n, "quick"],
      [2n, "slow"],
    ]);
    expect(rows[1]?.prevHash).toBe(rows[0]?.hash);
  });
});

describe("I-08 an idempotency key", () => {
  test("the same request again has the effect of one, and the first answer", async () => {
    const first = await perform(addNode, call("k1"), { name: "示例环节" });
    const again = await perform(addNode, call("k1"), { name: "示例环节" });
    expect(again).toEqual(first);
    expect([await nodes(), await entries()]).toEqual([1, 1]);
  });

  test("the order of the keys in the body makes no other request", async () => {
    const first = await invoke(addNode, call("k1"), { name: "示例环节", ending: "accept" });
    expect(await invoke(addNode, call("k1"), { ending: "accept", name: "示例环节" })).toEqual(
      first,
    );
  });

  test("another body under the same key is a conflict", async () => {
    await perform(addNode, call("k1"), { name: "示例环节" });
    await expect(perform(addNode, call("k1"), { name: "示例环节 2" })).rejects.toMatchObject({
      code: "idempotency-conflict",
    });
    expect(await nodes()).toBe(1);
  });

  test("another operation under the same key is a conflict", async () => {
    await perform(addNode, call("k1"), { name: "示例环节" });
    await expect(
      perform(addNodeUpTo, call("k1"), { name: "示例环节", most: 5 }),
    ).rejects.toMatchObject({ code: "idempotency-conflict" });
  });

  test("another alliance under the same key is a conflict", async () => {
    await perform(addNode, call("k1"), { name: "示例环节" });
    const both = {
      ...at.secretary,
      roles: [
        ...at.secretary.roles,
        { role: "secretariat", allianceId: at.theirs.id, organizationId: null } as const,
      ],
    };
    await expect(
      perform(
        addNode,
        { actor: both, tenant: at.theirs.slug, idempotencyKey: "k1" },
        { name: "示例环节" },
      ),
    ).rejects.toMatchObject({ code: "idempotency-conflict" });
  });

  test("another person's key is another key", async () => {
    const { secretary, ours } = await world(db());
    await perform(addNode, call("k1"), { name: "示例环节" });
    await expect(
      perform(
        addNode,
        { actor: secretary, tenant: ours.slug, idempotencyKey: "k1" },
        { name: "示例环节" },
      ),
    ).resolves.toMatchObject({ ok: true });
  });

  test("twenty at once: one effect, one answer", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => perform(addNode, call("k1"), { name: "示例环节" })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect([await nodes(), await entries()]).toEqual([1, 1]);
  });

  test.each(["refuse", "fail"] as const)("after a %s the key is free again", async (ending) => {
    await perform(addNode, call("k1"), { name: "示例环节", ending }).catch(() => undefined);
    await expect(perform(addNode, call("k1"), { name: "示例环节" })).resolves.toMatchObject({
      ok: true,
    });
    expect(await nodes()).toBe(1);
  });

  test("a secret is shown once: the repeated key does not give it again", async () => {
    const first = await perform(makeSecret, call("k1"), {});
    expect(first).toMatchObject({ ok: true, value: { secret: "shown-once" } });
    await expect(perform(makeSecret, call("k1"), {})).rejects.toMatchObject({
      code: "idempotency-conflict",
    });
    const [record] = await db().idempotencyRecord.findMany({
      where: { key: "k1", actorKey: at.secretary.userId ?? "" },
    });
    expect(record?.response).toBeNull();
  });

  test("what is kept of a request cannot be guessed without the installation's secret", async () => {
    await perform(addNode, call("k1"), { name: "示例环节" });
    const kept = await db().idempotencyRecord.findFirstOrThrow({ where: { key: "k1" } });
    const plain = JSON.stringify([
      "test.addNode",
      at.ours.slug,
      { ending: "accept", name: "示例环节" },
    ]);
    expect(kept.operation).toBe("test.addNode");
    expect(kept.requestHash).toMatch(/^[0-9a-f]{64}$/);
    expect(kept.requestHash).not.toBe(createHash("sha256").update(plain).digest("hex"));
  });

  test("who lost the right gets no stored answer either", async () => {
    await perform(addNode, call("k1"), { name: "示例环节" });
    await expect(
      perform(
        addNode,
        { ...call("k1"), actor: { ...at.secretary, roles: [] } },
        { name: "示例环节" },
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("serializable commands", () => {
  test("ten at once decide as if one after the other: exactly as many as there is room for", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        perform(addNodeUpTo, call(), { name: `示例环节 ${n}`, most: 3 }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "enough")).toHaveLength(7);
    expect(await nodes()).toBe(3);
  });

  test("two conflicting writers of other processes both end well", async () => {
    // Another connection is no part of this process's queue, so the conflict really happens in the database.
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
    await other.query("SELECT count(*) FROM chain_nodes WHERE alliance_id = $1", [at.ours.id]);
    const mine = perform(addNodeUpTo, call(), { name: "示例环节 甲", most: 2 });
    await other.query(
      `INSERT INTO chain_nodes (id, alliance_id, position, name, sort_order) VALUES ($1, $2, 'support', '示例环节 乙', 1)`,
      [randomUUID(), at.ours.id],
    );
    await other.query("COMMIT").catch(() => other.query("ROLLBACK"));
    await other.end();
    await expect(mine).resolves.toMatchObject({ ok: true });
    expect(await nodes()).toBeLessThanOrEqual(2);
  });
});

describe("F-02, F-03 a database that is away or held up", () => {
  test("a lock that is not given in time is 503 with a time to wait, and nothing is written", async () => {
    await perform(addNode, call(), { name: "示例环节" });
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT * FROM audit_heads WHERE chain = $1 FOR UPDATE", [at.ours.id]);
    const before = await nodes();
    await expect(perform(addNode, call(), { name: "示例环节 2" })).rejects.toMatchObject({
      code: "unavailable",
      retryAfter: 2,
    });
    await holder.query("ROLLBACK");
    await holder.end();
    expect(await nodes()).toBe(before);
    await expect(perform(addNode, call(), { name: "示例环节 2" })).resolves.toMatchObject({
      ok: true,
    });
  });

  test("cut connections are 503, and the next call works", async () => {
    const killer = new pg.Client({ connectionString: url });
    await killer.connect();
    const cut = async () => {
      await killer.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
      );
    };
    const calls = Array.from({ length: 8 }, (_, n) =>
      perform(addNodeUpTo, call(), { name: `示例环节 ${n}`, most: 99 }).then(
        (answer) => (answer.ok ? "ok" : answer.reason),
        (error: { code?: string; message: string }) => error.code ?? error.message,
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 15));
    await cut();
    const answers = await Promise.all(calls);
    await killer.end();
    expect(answers.filter((answer) => answer !== "ok" && answer !== "unavailable")).toEqual([]);
    // Acknowledged is there; of the others each is wholly there or not at all (I-07).
    expect(await nodes()).toBeGreaterThanOrEqual(
      answers.filter((answer) => answer === "ok").length,
    );
    expect(await nodes()).toBe(await entries());
  });
});
