import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { markRolledBack, runMigrations } from "../../../lib/platform/migrations/apply.ts";
import { migrationsOf, onEmptyDatabase, writeMigration } from "./support.ts";

const ONE = "20260101000000_one";
const TWO = "20260102000000_two";
const TABLE = "CREATE TABLE box (id int PRIMARY KEY, label text CHECK (label <> ';'));\n";
const TRIGGER = `CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.label := upper(NEW.label); -- one statement; and a second one:
  RETURN NEW;
END $$;
CREATE TRIGGER shout BEFORE INSERT ON box FOR EACH ROW EXECUTE FUNCTION shout();
`;
const silent = () => undefined;

describe("runMigrations", () => {
  it("applies the whole folder in order and keeps Prisma's history of it", async () => {
    const folder = migrationsOf({ [TWO]: TRIGGER, [ONE]: TABLE });
    await onEmptyDatabase(async (url, query) => {
      expect(await runMigrations(url, silent, folder)).toEqual({ applied: [ONE, TWO] });
      await query("INSERT INTO box VALUES (1, 'a')");
      expect(await query("SELECT label FROM box")).toEqual([{ label: "A" }]);
      const rows = await query(
        `SELECT migration_name, length(checksum) AS length, applied_steps_count AS steps
           FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at`,
      );
      expect(rows).toEqual([
        { migration_name: ONE, length: 64, steps: 1 },
        { migration_name: TWO, length: 64, steps: 1 },
      ]);
    });
  });

  // What else the machine does at the moment is measured with it: hence again.
  it("does nothing the second time, and quickly", { retry: 2 }, async () => {
    const folder = migrationsOf({ [ONE]: TABLE });
    await onEmptyDatabase(async (url) => {
      await runMigrations(url, silent, folder);
      const lines: string[] = [];
      const started = performance.now();
      const again = await runMigrations(url, (line) => lines.push(line), folder);
      expect(again).toEqual({ applied: [] });
      expect(performance.now() - started).toBeLessThan(500);
      expect(lines).toEqual([]);
    });
  });

  it("applies only what was added", async () => {
    const folder = migrationsOf({ [ONE]: TABLE });
    await onEmptyDatabase(async (url) => {
      await runMigrations(url, silent, folder);
      writeMigration(folder, TWO, TRIGGER);
      expect(await runMigrations(url, silent, folder)).toEqual({ applied: [TWO] });
    });
  });

  it("lets one of two instances migrate and the other one wait for it", async () => {
    const folder = migrationsOf({ [ONE]: `SELECT pg_sleep(0.5);\n${TABLE}` });
    await onEmptyDatabase(async (url, query) => {
      const lines: string[] = [];
      const log = (line: string) => lines.push(line);
      const runs = await Promise.all([1, 2].map(() => runMigrations(url, log, folder)));
      expect(runs.flatMap((run) => run.applied)).toEqual([ONE]);
      expect(lines.filter((line) => line.startsWith("Another instance"))).toHaveLength(1);
      expect(await query("SELECT count(*)::int AS n FROM _prisma_migrations")).toEqual([{ n: 1 }]);
      const locks = await query(
        `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
           WHERE locktype = 'advisory' AND datname = current_database()`,
      );
      expect(locks).toEqual([]);
    });
  });

  it("names a migration that fails, with PostgreSQL's error and its line", async () => {
    const folder = migrationsOf({
      [ONE]: TABLE,
      [TWO]: "-- 说明 😀\nSELECT nothing\n  FROM box;\n",
    });
    await onEmptyDatabase(async (url) => {
      const run = runMigrations(url, silent, folder);
      await expect(run).rejects.toThrow(
        `Migration ${TWO} failed: column "nothing" does not exist (SQLSTATE 42703).\n` +
          "At line 2: SELECT nothing",
      );
    });
  });

  it("leaves nothing of a failed migration behind and refuses to go on until told", async () => {
    const folder = migrationsOf({ [ONE]: `${TABLE}SELECT 1 / 0;\n` });
    await onEmptyDatabase(async (url, query) => {
      await expect(runMigrations(url, silent, folder)).rejects.toThrow("division by zero");
      expect(await query("SELECT to_regclass('box') AS box")).toEqual([{ box: null }]);
      writeMigration(folder, ONE, TABLE);
      await expect(runMigrations(url, silent, folder)).rejects.toThrow(`${ONE} failed earlier`);
      await markRolledBack(url, ONE);
      expect(await runMigrations(url, silent, folder)).toEqual({ applied: [ONE] });
    });
  });

  it("records the failure of a script that opened its own transaction", async () => {
    const folder = migrationsOf({ [ONE]: "BEGIN;\nSELECT 1 / 0;\nCOMMIT;\n" });
    await onEmptyDatabase(async (url, query) => {
      await expect(runMigrations(url, silent, folder)).rejects.toThrow(`Migration ${ONE} failed`);
      const [row] = await query("SELECT logs FROM _prisma_migrations");
      expect(row?.logs).toContain("division by zero");
    });
  });

  it("refuses a migration that was changed after it was applied", async () => {
    const folder = migrationsOf({ [ONE]: TABLE });
    await onEmptyDatabase(async (url) => {
      await runMigrations(url, silent, folder);
      writeMigration(folder, ONE, `${TABLE}-- changed\n`);
      writeMigration(folder, TWO, TRIGGER);
      await expect(runMigrations(url, silent, folder)).rejects.toThrow(
        `Migration ${ONE} was changed after it was applied`,
      );
    });
  });

  it("forgives other line ends", async () => {
    const folder = migrationsOf({ [ONE]: TRIGGER.replace(/CREATE TRIGGER.*\n/, "") });
    await onEmptyDatabase(async (url) => {
      await runMigrations(url, silent, folder);
      const windows = TRIGGER.replace(/CREATE TRIGGER.*\n/, "").replaceAll("\n", "\r\n");
      writeMigration(folder, ONE, windows);
      writeMigration(folder, TWO, TABLE);
      expect(await runMigrations(url, silent, folder)).toEqual({ applied: [TWO] });
    });
  });

  it("refuses a database that a newer version has migrated", async () => {
    const folder = migrationsOf({ [ONE]: TABLE, [TWO]: TRIGGER });
    await onEmptyDatabase(async (url) => {
      await runMigrations(url, silent, folder);
      rmSync(join(folder, TWO), { recursive: true });
      await expect(runMigrations(url, silent, folder)).rejects.toThrow(
        `has migration ${TWO}, which this version does not know`,
      );
    });
  });

  it("names a folder without its script", async () => {
    const folder = migrationsOf({ [ONE]: TABLE });
    rmSync(join(folder, ONE, "migration.sql"));
    await onEmptyDatabase(async (url) => {
      await expect(runMigrations(url, silent, folder)).rejects.toThrow(`Migration ${ONE} has no`);
    });
  });
});
