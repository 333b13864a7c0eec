import { randomUUID } from "node:crypto";
import {
  copyFile,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { decideAgain } from "@/lib/features/bodies/rules/decide";
import type { RuleSnapshot } from "@/lib/features/bodies/types";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import { DamagedError, type Manifest } from "@/lib/platform/backup/format";
import { checkBackup, openBackup } from "@/lib/platform/backup/read";
import { RestoreRefused, restoreBackup } from "@/lib/platform/backup/restore";
import { writeBackup } from "@/lib/platform/backup/write";
import { folderKeeper } from "@/lib/platform/files/folder";
import type { Keeper } from "@/lib/platform/files/keeper";
import type { StoredMotion } from "@/lib/platform/invariants/records";
import { verify } from "@/lib/platform/invariants/run";
import { runMigrations } from "@/lib/platform/migrations/apply";
import { loadDemo } from "@/prisma/seed/demo/load";
import { useDatabase } from "@/tests/support/database";
import { pictureOf, without } from "../corridor/support";

const source = useDatabase();
const admin = new pg.Client({ connectionString: inject("adminUrl") });
const made: string[] = [];
let folder = "";
let dataDir = "";
let backup = "";
let manifest: Manifest;

const outcomeOf = (motion: StoredMotion) => {
  return decideAgain(motion.rule_snapshot as RuleSnapshot, motion).outcome;
};

async function run(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answers = [];
    for (const statement of statements) answers.push(await client.query(statement));
    return answers;
  } finally {
    await client.end();
  }
}

/** A migrated database that belongs to an ordinary role, as in a real installation. */
async function createEmpty(): Promise<{ url: string; dataDir: string; keeper: Keeper }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD 'restore'`);
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  made.push(name);
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  url.username = name;
  url.password = "restore";
  await runMigrations(url.href);
  const data = await mkdtemp(join(folder, "data-"));
  return { url: url.href, dataDir: data, keeper: folderKeeper(data) };
}

beforeAll(async () => {
  await admin.connect();
  folder = await mkdtemp(join(tmpdir(), "backup-"));
  dataDir = join(folder, "source");
  await loadDemo({ url: source.url, keeper: folderKeeper(dataDir), today: "2026-11-22" });
  await run(
    source.url,
    "SELECT audit_append('platform', NULL, 'test', 'test', NULL, '{\"größe\": \"1\"}', 'r')",
    `INSERT INTO sessions (id, token_hash, user_id, session_version, expires_at)
     SELECT gen_random_uuid(), '${hashSecret(newSecret())}', id, 1, now() + interval '1 day' FROM users LIMIT 1`,
    `INSERT INTO api_keys (id, user_id, name, prefix, key_hash)
     SELECT gen_random_uuid(), id, 'x', 'x', '${hashSecret(newSecret())}' FROM users LIMIT 1`,
    `INSERT INTO outbox_mails (id, dedupe_key, recipient, subject, body)
     VALUES (gen_random_uuid(), 'k', 'a@sample.example', E'quote '' "\\n\\t\\\\', '示例')`,
  );
  backup = join(folder, "portal.backup");
  manifest = (await writeBackup({ url: source.url, keeper: folderKeeper(dataDir) }, backup))
    .manifest;
});
afterAll(async () => {
  for (const name of made) {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE IF EXISTS ${name}`);
  }
  await admin.end();
  await rm(folder, { recursive: true, force: true });
});

/** Tables that a restore changes on purpose (I-32). */
const changed = [
  "_prisma_migrations",
  "sessions",
  "api_keys",
  "outbox_mails",
  "users",
  "audit_entries",
  "audit_heads",
];

describe("a backup", () => {
  test("is one private file with counts, hashes, schema and heads, and nothing half-written beside it", async () => {
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
    expect(manifest.migrations.length).toBeGreaterThan(1);
    expect(manifest.auditHeads).toMatchObject([{ chain: "platform", seq: "1" }]);
    expect(manifest.missingFiles).toEqual([]);
    expect(manifest.parts.filter(({ part }) => part === "file").length).toBeGreaterThan(0);
    expect(manifest.parts.find(({ name }) => name === "organizations")?.count).toBeGreaterThan(100);
    expect(manifest.parts.map(({ name }) => name)).not.toContain("sessions");
    expect(await checkBackup(await openBackup(backup))).toEqual(manifest);
  });

  test("does not overwrite a file", async () => {
    await expect(
      writeBackup({ url: source.url, keeper: folderKeeper(dataDir) }, backup),
    ).rejects.toThrow(/already there/);
  });

  test("leaves nothing behind when it cannot be finished", async () => {
    const path = join(folder, "never.backup");
    await expect(
      writeBackup(
        {
          url: source.url.replace(/\/test_\w+$/, "/no_such_database"),
          keeper: folderKeeper(dataDir),
        },
        path,
      ),
    ).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.startsWith("never"))).toEqual([]);
  });

  test("is of one instant, however much is written meanwhile", async () => {
    const path = join(folder, "busy.backup");
    let writing = true;
    const writer = (async () => {
      while (writing) {
        await run(source.url, "SELECT audit_append('busy', NULL, 'test', 'test', NULL, '{}', 'r')");
      }
    })();
    const busy = (await writeBackup({ url: source.url, keeper: folderKeeper(dataDir) }, path))
      .manifest;
    writing = false;
    await writer;
    const target = await createEmpty();
    await restoreBackup({ ...target, force: false }, path);
    const heads = Object.fromEntries(busy.auditHeads.map(({ chain, seq }) => [chain, seq]));
    const [answer] = await run(
      target.url,
      "SELECT count(*)::text AS n FROM audit_entries WHERE chain = 'busy'",
    );
    expect(answer?.rows[0].n).toBe(heads.busy ?? "0");
    const reports = await verify({ ...target, outcomeOf });
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("names a file whose bytes are lost, and keeps the rest", async () => {
    const [answer] = await run(source.url, "SELECT sha256 FROM stored_files ORDER BY 1 LIMIT 1");
    const sha256 = String(answer?.rows[0].sha256);
    const path = join(dataDir, "files", sha256.slice(0, 2), sha256);
    const bytes = await readFile(path);
    await rm(path);
    const { manifest: poor } = await writeBackup(
      { url: source.url, keeper: folderKeeper(dataDir) },
      join(folder, "poor.backup"),
    );
    await writeFile(path, bytes);
    expect(poor.missingFiles).toEqual([sha256]);
  });
});

describe("a restore", () => {
  test("I-32 gives every table row by row, every file, and every promise kept, as an ordinary role", async () => {
    const target = await createEmpty();
    const restored = await restoreBackup({ ...target, force: false }, backup);
    expect(restored.rows).toBe(
      manifest.parts
        .filter(({ part }) => part === "table")
        .reduce((sum, { count }) => sum + count, 0),
    );
    const busy = ["audit_entries", "audit_heads"];
    expect(without(await pictureOf(target.url), ...changed)).toEqual(
      without(await pictureOf(source.url), ...changed, ...busy),
    );
    const reports = await verify({ ...target, outcomeOf });
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("I-32 opens no door of then: sessions and keys are void, mail is held back, and the chain tells of it", async () => {
    const target = await createEmpty();
    await restoreBackup({ ...target, force: false }, backup);
    const [sessions, keys, mails, versions, entry] = await run(
      target.url,
      "SELECT * FROM sessions",
      "SELECT * FROM api_keys WHERE ended_at IS NULL",
      "SELECT attempts, subject FROM outbox_mails WHERE sent_at IS NULL",
      "SELECT DISTINCT session_version FROM users",
      "SELECT action FROM audit_entries WHERE chain = 'platform' ORDER BY seq DESC LIMIT 1",
    );
    expect([sessions?.rowCount, keys?.rowCount]).toEqual([0, 0]);
    expect(mails?.rows).toEqual([{ attempts: 12, subject: "quote ' \"\n\t\\" }]);
    expect(versions?.rows).toEqual([{ session_version: 2 }]);
    expect(entry?.rows).toEqual([{ action: "backup.restore" }]);
  });

  test("leaves the guards and the references as a migration makes them", async () => {
    const target = await createEmpty();
    const schema = `SELECT string_agg(x, E'\\n' ORDER BY x) AS schema FROM (
      SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated::text AS x FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal) s`;
    const [before] = await run(target.url, schema);
    await restoreBackup({ ...target, force: false }, backup);
    const [after] = await run(target.url, schema);
    expect(after?.rows).toEqual(before?.rows);
  });

  test("refuses a database that is in use, and replaces it when forced", async () => {
    const target = await createEmpty();
    await run(target.url, "INSERT INTO people (id, name) VALUES (gen_random_uuid(), '示例人员')");
    const before = await pictureOf(target.url);
    await expect(restoreBackup({ ...target, force: false }, backup)).rejects.toThrow(
      RestoreRefused,
    );
    expect(await pictureOf(target.url)).toEqual(before);
    await restoreBackup({ ...target, force: true }, backup);
    const [people] = await run(target.url, "SELECT count(*)::int AS n FROM people");
    expect(people?.rows[0].n).toBe(manifest.parts.find(({ name }) => name === "people")?.count);
  });

  test("an unused portal with its set-up link counts as empty", async () => {
    const target = await createEmpty();
    await run(
      target.url,
      "SELECT audit_append('platform', NULL, 'link.issue', 'link', NULL, '{}', 'r')",
    );
    await restoreBackup({ ...target, force: false }, backup);
    const reports = await verify({ ...target, outcomeOf });
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test("refuses another schema, in words", async () => {
    const target = await createEmpty();
    await run(
      target.url,
      "UPDATE _prisma_migrations SET checksum = repeat('0', 64) WHERE migration_name LIKE '%foundation'",
    );
    await expect(restoreBackup({ ...target, force: false }, backup)).rejects.toThrow(
      /release that made it/,
    );
    await run(
      target.url,
      "DELETE FROM _prisma_migrations WHERE migration_name NOT LIKE '%foundation'",
    );
    await expect(restoreBackup({ ...target, force: true }, backup)).rejects.toThrow(RestoreRefused);
  });

  test("refuses a role that does not own the tables", async () => {
    const target = await createEmpty();
    await run(target.url, "CREATE TABLE spare (id int)");
    const own = new URL(inject("adminUrl"));
    own.pathname = new URL(target.url).pathname;
    await run(own.href, "ALTER TABLE people OWNER TO CURRENT_USER");
    await expect(restoreBackup({ ...target, force: false }, backup)).rejects.toThrow(
      /owns the tables/,
    );
  });
});

describe("a damaged backup is refused before anything is changed", () => {
  const places = Array.from({ length: 20 }, (_, n) => n / 19);

  test.each(places)("a bit flipped at %d of its length", async (place) => {
    const path = join(folder, `flipped-${place}.backup`);
    await copyFile(backup, path);
    const size = (await stat(path)).size;
    const at = Math.min(size - 1, Math.floor(place * size));
    const file = await open(path, "r+");
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, at);
    byte[0] = (byte[0] ?? 0) ^ 0x10;
    await file.write(byte, 0, 1, at);
    await file.close();
    await expect(
      restoreBackup(
        { url: "postgresql://nobody@127.0.0.1:1/none", keeper: folderKeeper(dataDir), force: true },
        path,
      ),
    ).rejects.toThrow(DamagedError);
  });

  test.each([0, 1, 30, 1000, 0.5, -1, -64, -65])("cut to %d", async (length) => {
    const path = join(folder, `cut-${length}.backup`);
    await copyFile(backup, path);
    const size = (await stat(path)).size;
    await truncate(
      path,
      length < 0 ? size + length : length < 1 && length > 0 ? Math.floor(size * length) : length,
    );
    await expect(openBackup(path)).rejects.toThrow(DamagedError);
  });

  test("something else altogether", async () => {
    const path = join(folder, "other.backup");
    await writeFile(path, Buffer.alloc(5000, 7));
    await expect(openBackup(path)).rejects.toThrow(/no backup of this portal/);
  });
});
