import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isRetryable, isUnavailable, isUniqueViolation } from "@/lib/platform/db/errors";
import { statementName } from "@/lib/platform/db/statement-names";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";

const { db } = useDatabase();

describe("tagged statements go straight to the driver", () => {
  test("their values are those of the generated client", async () => {
    const rows = await db().$queryRaw`
      SELECT 9007199254740993::int8 AS big, 0.10::numeric AS exact, '2026-02-28'::date AS day,
        '2026-02-28 12:00:00.5+08'::timestamptz AS at, '{"a":[1]}'::jsonb AS json, NULL::date AS nothing,
        ARRAY['x', NULL]::text[] AS texts, ARRAY[1, 2]::int8[] AS bigs, ARRAY['2026-02-28']::date[] AS days, true AS yes`;
    expect(rows).toEqual([
      {
        big: 9007199254740993n,
        exact: new Prisma.Decimal("0.10"),
        day: new Date("2026-02-28T00:00:00Z"),
        at: new Date("2026-02-28T04:00:00.500Z"),
        json: { a: [1] },
        nothing: null,
        texts: ["x", null],
        bigs: [1n, 2n],
        days: [new Date("2026-02-28T00:00:00Z")],
        yes: true,
      },
    ]);
  });

  test("an instant as a parameter is the same instant, whatever the zone of the machine", async () => {
    const at = new Date("2026-03-29T01:30:00.123Z");
    const rows = await db().$queryRaw<{ same: Date; list: Date[] }[]>`
      SELECT ${at}::timestamptz AS same, ${[at]}::timestamptz[] AS list`;
    expect(rows).toEqual([{ same: at, list: [at] }]);
  });

  test("a text that comes again keeps one prepared statement, and gives the new parameter's answer", async () => {
    const ask = (n: number) => db().$queryRaw<{ n: number }[]>`SELECT ${n}::int + 1 AS n`;
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) expect(await ask(n)).toEqual([{ n: n + 1 }]);
    expect(statementName("SELECT $1::int + 1 AS n")).toMatch(/^[\w-]{22}$/);
  });

  test("texts that never come again get no name", () => {
    const names = Array.from({ length: 5000 }, (_, n) => statementName(`SELECT ${n}`));
    expect(names.every((name) => name === undefined)).toBe(true);
  });

  test("errors are told apart, and do not quote the row", async () => {
    const failed = await db()
      .$queryRaw`INSERT INTO people (id, name) SELECT id, '示例人员' FROM (VALUES
        ('00000000-0000-7000-8000-000000000001'::uuid), ('00000000-0000-7000-8000-000000000001')) v (id)`.catch(
      (error: unknown) => error,
    );
    expect(isUniqueViolation(failed)).toBe(true);
    expect(JSON.stringify(failed)).not.toContain("00000000-0000-7000");
  });
});

const number = (tx: Tx) =>
  tx.$queryRaw<{ id: bigint; level: string }[]>`
    SELECT txid_current()::int8 AS id, current_setting('transaction_isolation') AS level`;

describe("inside a transaction", () => {
  test("tagged statements and models share it, and both are rolled back", async () => {
    await expect(
      inTransaction(async (tx) => {
        const [before] = await number(tx);
        const { id } = await tx.person.create({ data: { name: "示例人员 · 撤回" } });
        const seen = await tx.$queryRaw<unknown[]>`SELECT id FROM people WHERE id = ${id}::uuid`;
        expect(seen).toHaveLength(1);
        const [after] = await number(tx);
        expect(after).toEqual(before);
        throw new Error("planted");
      }),
    ).rejects.toThrow("planted");
    expect(await db().person.count({ where: { name: "示例人员 · 撤回" } })).toBe(0);
  });

  test("the isolation is the one asked for", async () => {
    expect((await inTransaction(number))[0]?.level).toBe("read committed");
    const strict = await inTransaction(number, { isolation: "serializable" });
    expect(strict[0]?.level).toBe("serializable");
  });

  test("work that goes on after the end of its transaction writes nothing", async () => {
    const late = await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      return { tx };
    });
    const failed = await late.tx.$executeRaw`
      INSERT INTO people (id, name) VALUES (gen_random_uuid(), '示例人员 · 迟到')`.catch(
      (error: unknown) => error,
    );
    expect(isUnavailable(failed)).toBe(true);
    expect(isRetryable(failed)).toBe(false);
    expect(await db().person.count({ where: { name: "示例人员 · 迟到" } })).toBe(0);
  });

  test("statements begun together are each given their own answer, tagged ones and models", async () => {
    const { id: allianceId } = await createAlliance(db());
    const actor = await createActor(db(), "delegate", { allianceId });
    const [first, people, second, users] = await inTransaction((tx) =>
      Promise.all([
        tx.$queryRaw`SELECT 'first' AS word, pg_sleep(0.05)::text AS slept`,
        tx.person.count({ where: { id: actor.personId ?? "" } }),
        tx.$queryRaw`SELECT 'second' AS word`,
        tx.user.findMany({ where: { id: actor.userId ?? "" }, include: { roles: true } }),
      ]),
    );
    expect([first, people, second]).toMatchObject([[{ word: "first" }], 1, [{ word: "second" }]]);
    expect(users).toMatchObject([{ id: actor.userId, roles: [{ role: "delegate" }] }]);
  });

  test("one of several that fails rolls the others back, and the connection serves on", async () => {
    const failed = inTransaction((tx) =>
      Promise.all([
        tx.person.create({ data: { name: "示例人员 · 同时" } }),
        tx.$queryRaw`SELECT 1 / 0`,
        tx.$executeRaw`INSERT INTO people (id, name) VALUES (gen_random_uuid(), '示例人员 · 同时')`,
      ]),
    );
    await expect(failed).rejects.toThrow();
    expect(await db().person.count({ where: { name: "示例人员 · 同时" } })).toBe(0);
    expect(await inTransaction(number)).toHaveLength(1);
  });

  test("many at once keep to their own connection", async () => {
    const ids = await Promise.all(
      Array.from({ length: 40 }, () =>
        inTransaction(async (tx) => {
          const [first] = await number(tx);
          await tx.person.count();
          const [second] = await number(tx);
          expect(second).toEqual(first);
          return first?.id;
        }),
      ),
    );
    expect(new Set(ids).size).toBe(40);
  });

  test("one whose statement failed is not taken for committed when its work went on regardless", async () => {
    const went = inTransaction(async (tx) => {
      await tx.person.create({ data: { name: "示例人员 · 未提交" } });
      await tx.$queryRaw`SELECT 1 / 0`.catch(() => undefined);
    });
    await expect(went).rejects.toThrow();
    expect(await db().person.count({ where: { name: "示例人员 · 未提交" } })).toBe(0);
  });

  test("one without a statement is none, and leaves nothing behind", async () => {
    expect(await inTransaction(async () => "nothing")).toBe("nothing");
    const [alone] = await db().$queryRaw<{ begun: boolean }[]>`
      SELECT count(*) > 0 AS begun FROM pg_stat_activity
      WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
    expect(alone?.begun).toBe(false);
  });
});

describe("what is put off to the end of a transaction", () => {
  const name = "示例人员 · 最后";
  const there = () => db().person.count({ where: { name } });
  const create = Prisma.sql`INSERT INTO people (id, name) VALUES (gen_random_uuid(), ${name})`;

  test("is done with its commit, after everything else and in its order, and not before", async () => {
    await inTransaction(async (tx) => {
      await tx.$atCommit?.(create);
      await tx.$atCommit?.(Prisma.sql`UPDATE people SET name = name || '!' WHERE name = ${name}`);
      expect(await tx.person.count({ where: { name } })).toBe(0);
    });
    expect([await there(), await db().person.count({ where: { name: `${name}!` } })]).toEqual([
      0, 1,
    ]);
  });

  test("is all that a transaction does, if it does nothing else", async () => {
    await inTransaction(async (tx) => tx.$atCommit?.(create));
    expect(await there()).toBe(1);
    await db().person.deleteMany({ where: { name } });
  });

  test("rolls everything back when it fails, and says why", async () => {
    const failed = await inTransaction(async (tx) => {
      const { id } = await tx.person.create({ data: { name } });
      await tx.$atCommit?.(create);
      await tx.$atCommit?.(Prisma.sql`INSERT INTO people (id, name) VALUES (${id}::uuid, ${name})`);
    }).catch((error: unknown) => error);
    expect(isUniqueViolation(failed)).toBe(true);
    expect(await there()).toBe(0);
  });

  test("is forgotten with a transaction that fails: the next on its connection does not do it", async () => {
    for (let count = 0; count < 12; count += 1) {
      const failed = inTransaction(async (tx) => {
        await tx.$atCommit?.(create);
        throw new Error("planted");
      });
      await expect(failed).rejects.toThrow("planted");
      await inTransaction(number);
    }
    expect(await there()).toBe(0);
  });
});

describe("what goes out with the next statement of a transaction", () => {
  const name = "示例人员 · 顺带";
  const there = () => db().person.count({ where: { name } });
  const create = (id: string) =>
    Prisma.sql`INSERT INTO people (id, name) VALUES (${id}::uuid, ${name})`;

  test("is done before it, and with the commit where no other follows", async () => {
    await inTransaction(async (tx) => {
      await tx.$withNext?.(create(randomUUID()));
      expect(await tx.person.count({ where: { name } })).toBe(1);
      await tx.$withNext?.(create(randomUUID()));
      expect(await tx.$queryRaw`SELECT id FROM people WHERE name = ${name}`).toHaveLength(2);
      await tx.$withNext?.(create(randomUUID()));
    });
    expect(await there()).toBe(3);
    await db().person.deleteMany({ where: { name } });
  });

  test.each([
    ["the next statement", (tx: Tx) => tx.$queryRaw`SELECT 1`],
    ["the next question of a model", (tx: Tx) => tx.person.count()],
    ["the commit", async () => undefined],
  ])("fails with %s for its own reason, and nothing is committed", async (_, next) => {
    const failed = await inTransaction(async (tx) => {
      const { id } = await tx.person.create({ data: { name } });
      await tx.$withNext?.(create(id));
      await next(tx);
    }).catch((error: unknown) => error);
    expect(isUniqueViolation(failed)).toBe(true);
    expect(await there()).toBe(0);
  });

  test("is forgotten with a transaction that fails, even as its only statement", async () => {
    const failed = inTransaction(async (tx) => {
      await tx.$withNext?.(create(randomUUID()));
      throw new Error("planted");
    });
    await expect(failed).rejects.toThrow("planted");
    expect(await inTransaction(number)).toHaveLength(1);
    expect(await there()).toBe(0);
  });
});
