import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { mkdir, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folderKeeper, storedPath } from "@/lib/platform/files/folder";
import { sweep } from "@/lib/platform/sweep/sweep";
import { createAlliance, createUserWithRole } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";

const { url, db } = useDatabase();
const dataDir = mkdtempSync(join(tmpdir(), "sweep-"));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const at = new Date("2026-11-22T12:00:00Z");
const ago = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
const connections: pg.Client[] = [];

async function connect() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  connections.push(client);
  return client;
}
const sweepNow = async () => sweep(await connect(), folderKeeper(dataDir), at);

let userId = "";
beforeAll(async () => {
  userId = (await createUserWithRole(db(), { role: "platform_admin" })).user.id;
});
beforeEach(async () => {
  await db().session.deleteMany();
});
afterEach(async () => {
  for (const client of connections.splice(0)) await client.end();
});

const session = (lastSeenAt: Date, more: object = {}) =>
  db().session.create({
    data: {
      tokenHash: createHash("sha256").update(randomUUID()).digest("hex"),
      userId,
      sessionVersion: 1,
      lastSeenAt,
      expiresAt: new Date(lastSeenAt.getTime() + 12 * 3_600_000),
      ...more,
    },
  });

describe("rows past their time", () => {
  test("sessions that ended a day ago go; running ones stay, and the latest of a person, which says when that was", async () => {
    await session(ago(100), { endedAt: ago(99) });
    await session(ago(60));
    const fresh = await session(ago(20), { endedAt: ago(19) });
    const running = await session(ago(1));
    expect(await sweepNow()).toMatchObject({ sessions: 2 });
    const left = await db().session.findMany({ orderBy: { lastSeenAt: "asc" } });
    expect(left.map(({ id }) => id)).toEqual([fresh.id, running.id]);
    await db().session.deleteMany();
    const last = await session(ago(1000), { endedAt: ago(999) });
    expect(await sweepNow()).toMatchObject({ sessions: 0 });
    expect(await db().session.findMany({ select: { id: true } })).toEqual([{ id: last.id }]);
  });

  test("links that were used or are over go; an open one stays", async () => {
    const link = (more: object) =>
      db().oneTimeToken.create({
        data: {
          tokenHash: createHash("sha256").update(randomUUID()).digest("hex"),
          purpose: "password_reset",
          userId,
          expiresAt: ago(-1),
          ...more,
        },
      });
    const open = await link({});
    await link({ usedAt: ago(1) });
    await link({ expiresAt: ago(0.01) });
    expect(await sweepNow()).toMatchObject({ links: 2 });
    expect(await db().oneTimeToken.findMany({ select: { id: true } })).toEqual([{ id: open.id }]);
  });

  test("answers to repeated requests are kept for seven days", async () => {
    const record = (key: string, createdAt: Date) =>
      db().idempotencyRecord.create({
        data: { actorKey: userId, key, operation: "test", requestHash: "0".repeat(64), createdAt },
      });
    await record("old", ago(7 * 24 + 1));
    await record("kept", ago(7 * 24 - 1));
    expect(await sweepNow()).toMatchObject({ idempotency: 1 });
    expect(await db().idempotencyRecord.findMany()).toMatchObject([{ key: "kept" }]);
  });

  test("counters whose time is over go", async () => {
    await db().rateLimit.createMany({
      data: [
        { key: "over", points: 9, expire: at.getTime() - 1 },
        { key: "running", points: 9, expire: at.getTime() + 1 },
        { key: "for good", points: 9, expire: null },
      ],
    });
    expect(await sweepNow()).toMatchObject({ limits: 1 });
    expect((await db().rateLimit.findMany()).map(({ key }) => key).sort()).toEqual([
      "for good",
      "running",
    ]);
  });

  test("sent mail is kept for 90 days, unsent mail stays; an unsent link is emptied after a day and never sent", async () => {
    const mail = (dedupeKey: string, more: object) => ({
      dedupeKey,
      recipient: "a@test.example",
      subject: "示例",
      body: "正文",
      createdAt: ago(24 * 100),
      ...more,
    });
    await db().outboxMail.createMany({
      data: [
        mail("old", { sentAt: ago(90 * 24 + 1) }),
        mail("recent", { sentAt: ago(90 * 24 - 1) }),
        mail("unsent", {}),
        mail("secret", { secret: true }),
        mail("secret today", { secret: true, createdAt: ago(23) }),
      ],
    });
    expect(await sweepNow()).toMatchObject({ mail: 1, secrets: 1 });
    const left = await db().outboxMail.findMany({ orderBy: { dedupeKey: "asc" } });
    expect(left.map(({ dedupeKey, body, attempts }) => [dedupeKey, body, attempts])).toEqual([
      ["recent", "正文", 0],
      ["secret", "", 12],
      ["secret today", "正文", 0],
      ["unsent", "正文", 0],
    ]);
    expect(await sweepNow()).toMatchObject({ mail: 0, secrets: 0 });
  });

  test("more than one batch is taken as well", async () => {
    await db().$executeRaw`INSERT INTO rate_limits (key, points, expire)
      SELECT 'many ' || n, 1, 0 FROM generate_series(1, 5001) n`;
    expect(await sweepNow()).toMatchObject({ limits: 5001 });
  });
});

describe("I-29 bytes without a row", () => {
  const lay = async (modified: Date, content: string = randomUUID()) => {
    const sha256 = createHash("sha256").update(content).digest("hex");
    const path = storedPath(dataDir, sha256);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    await utimes(path, modified, modified);
    return { sha256, path, content };
  };
  const isThere = (path: string) => stat(path).then(Boolean, () => false);
  let allianceId = "";
  const register = ({ sha256 }: { sha256: string }) =>
    db().storedFile.create({
      data: { allianceId, sha256, size: 36, mediaType: "text/plain", name: "示例.txt" },
    });
  beforeAll(async () => {
    allianceId = (await createAlliance(db())).id;
  });

  test("go after a day; never one that has a row, and none of today", async () => {
    const orphan = await lay(ago(25));
    const fresh = await lay(ago(23));
    const kept = await lay(ago(1000));
    await register(kept);
    const half = join(dataDir, "files", "incoming", randomUUID());
    const halfToday = join(dataDir, "files", "incoming", randomUUID());
    await mkdir(dirname(half), { recursive: true });
    for (const [path, when] of [
      [half, ago(25)],
      [halfToday, ago(1)],
    ] as const) {
      await writeFile(path, "half");
      await utimes(path, when, when);
    }
    expect(await sweepNow()).toMatchObject({ files: 2 });
    expect(await Promise.all([orphan.path, half].map(isThere))).toEqual([false, false]);
    expect(await Promise.all([fresh.path, kept.path, halfToday].map(isThere))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await sweepNow()).toMatchObject({ files: 0 });
  });

  test("bytes that were moved aside by a process that died there come back", async () => {
    const kept = await lay(ago(1000));
    await register(kept);
    const orphan = await lay(ago(1000));
    const aside = join(dataDir, "files", "swept");
    await mkdir(aside, { recursive: true });
    const { rename } = await import("node:fs/promises");
    await rename(kept.path, join(aside, kept.sha256));
    await rename(orphan.path, join(aside, orphan.sha256));
    await sweepNow();
    expect(await isThere(kept.path)).toBe(true);
    expect(await isThere(orphan.path)).toBe(false);
    expect(await readdir(aside)).toEqual([]);
  });

  test("F-05 the same bytes handed in again while it sweeps: whoever has a row has its bytes", async () => {
    const contents = Array.from({ length: 60 }, () => randomUUID());
    for (const content of contents) await lay(ago(30), content);
    const handIn = async (content: string) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      const file = await lay(at, content);
      await register(file);
      return file;
    };
    const [, ...files] = await Promise.all([sweepNow(), ...contents.map(handIn)]);
    for (const { path } of files) expect(await isThere(path)).toBe(true);
    await sweepNow();
    for (const { path } of files) expect(await isThere(path)).toBe(true);
  });

  test.each([
    ["handed in again", (content: string) => lay(at, content)],
    ["registered", async (content: string) => lay(ago(30), content)],
  ])("F-05 %s between the question and the deed: the bytes stay", async (_, bring) => {
    const content = randomUUID();
    const { path } = await lay(ago(30), content);
    const client = await connect();
    let asked = false;
    const late = new Proxy(client, {
      get: (target, name) =>
        name !== "query"
          ? Reflect.get(target, name)
          : async (text: string, values: unknown[]) => {
              const answer = await target.query(text, values);
              if (!asked && text.includes("stored_files")) {
                asked = true;
                await register(await bring(content));
              }
              return answer;
            },
    });
    await sweep(late, folderKeeper(dataDir), at);
    expect(asked).toBe(true);
    expect(await isThere(path)).toBe(true);
    await sweepNow();
    expect(await isThere(path)).toBe(true);
  });

  test("without a folder of files there is nothing to do", async () => {
    const nowhere = join(dataDir, "nowhere");
    expect(await sweep(await connect(), folderKeeper(nowhere), at)).toMatchObject({ files: 0 });
  });
});

test("I-25 two instances at once: one sweeps, the other leaves it alone; then it is free again", async () => {
  const holder = await connect();
  await holder.query("SELECT pg_advisory_lock(1095519305, 2)");
  expect(await sweepNow()).toBeUndefined();
  await holder.query("SELECT pg_advisory_unlock(1095519305, 2)");
  expect(await sweepNow()).toBeDefined();
  expect(await sweepNow()).toBeDefined();
});
