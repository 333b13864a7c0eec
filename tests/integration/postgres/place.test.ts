import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { findAccount } from "../../../lib/platform/postgres/account.ts";
import { asRoot, ended, newDataFolder, rows, startApplication, started } from "./application.ts";

describe.runIf(asRoot)("started by root", () => {
  test("F-17 below a folder closed to others the database is kept elsewhere, and found again", async () => {
    const closed = newDataFolder();
    chmodSync(closed, 0o700);
    const dataDir = join(closed, "data");
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const first = await started(dataDir, { log, durable: true });
    onTestFinished(() => rmSync(dirname(first.folder), { recursive: true, force: true }));
    expect(first.folder.startsWith(dataDir)).toBe(false);
    expect(lines.filter((line) => line.includes(first.folder))).toHaveLength(1);
    await rows(first.url, "CREATE TABLE kept AS SELECT 1 AS n");
    await first.stop();

    rmSync(join(dataDir, "postgres.json"));
    const second = await started(dataDir, { log, durable: true });
    expect(second.folder).toBe(first.folder);
    expect(await rows(second.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  });

  test("a throw-away database that is kept elsewhere goes when it is stopped", async () => {
    const closed = newDataFolder();
    chmodSync(closed, 0o700);
    const postgres = await started(join(closed, "data"));
    expect(existsSync(postgres.folder)).toBe(true);
    await postgres.stop();
    expect(existsSync(dirname(postgres.folder))).toBe(false);
  });

  test("a database that became unreachable is named, not replaced by an empty one", async () => {
    const parent = newDataFolder();
    const dataDir = join(parent, "data");
    const first = await started(dataDir);
    await first.stop();
    chmodSync(parent, 0o700);
    await expect(started(dataDir)).rejects.toThrow(/cannot enter/);
    chmodSync(parent, 0o711);
    await started(dataDir);
  });

  test("an ordinary user can start, and root goes on as that user", async () => {
    const { uid, gid } = findAccount(join(newDataFolder(), "postgres"), () => {});
    const parent = newDataFolder();
    const dataDir = join(parent, "data");
    mkdirSync(dataDir);
    chownSync(dataDir, uid ?? 0, gid ?? 0);
    const application = await startApplication(dataDir, { uid, gid });
    await rows(application.url, "CREATE TABLE kept AS SELECT 2 AS n");
    expect(statSync(join(dataDir, "postgres-app.secret")).uid).toBe(uid);
    application.child.kill("SIGTERM");
    await ended(application.child);
    const postgres = await started(dataDir);
    expect(statSync(postgres.folder).uid).toBe(uid);
    expect(await rows(postgres.url, "SELECT n FROM kept")).toEqual([{ n: 2 }]);
  });
});

test("an interrupted creation begins again", async () => {
  const dataDir = newDataFolder();
  mkdirSync(join(dataDir, "postgres.new", "base"), { recursive: true });
  const postgres = await started(dataDir);
  expect(await rows(postgres.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataDir, "postgres.new"))).toBe(false);
});

test("a folder that is not a database is left alone and named", async () => {
  const dataDir = newDataFolder();
  mkdirSync(join(dataDir, "postgres", "something"), { recursive: true });
  await expect(started(dataDir)).rejects.toThrow(/is not a PostgreSQL database/);
  expect(existsSync(join(dataDir, "postgres", "something"))).toBe(true);
});
