import { spawn } from "node:child_process";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockDataFolder } from "../../../lib/platform/postgres/lock.ts";
import { startPostgres } from "../../../lib/platform/postgres/start.ts";
import { ended, newDataFolder, rows, startApplication, started } from "./application.ts";

const someone = { name: "old", pid: 1, life: "another life", machine: hostname(), since: "2026" };

test("F-19 a second application on the same data folder is refused by name", async () => {
  const dataDir = newDataFolder();
  const first = await startApplication(dataDir);
  const second = startPostgres({ dataDir, name: "second application" });
  await expect(second).rejects.toThrow(
    `first application (pid ${first.child.pid} on ${hostname()}`,
  );
  await expect(second).rejects.toMatchObject({ next: expect.stringContaining("DATA_DIR") });
  expect(await rows(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("F-19 the folder is free again after a stop and after kill -9", async () => {
  const dataDir = newDataFolder();
  const first = await startApplication(dataDir);
  first.child.kill("SIGTERM");
  await ended(first.child);
  expect(existsSync(join(dataDir, "lock.json"))).toBe(false);
  const second = await startApplication(dataDir);
  second.child.kill("SIGKILL");
  await ended(second.child);
  expect(existsSync(join(dataDir, "lock.json"))).toBe(true);
  await started(dataDir);
});

test.each([
  ["a pid that was given to another process", JSON.stringify(someone)],
  ["a pid that is gone", JSON.stringify({ ...someone, pid: 999_999_999 })],
  ["no content after a power cut", ""],
])("F-19 a stale lock is taken over: %s", async (_case, text) => {
  const dataDir = newDataFolder();
  writeFileSync(join(dataDir, "lock.json"), text);
  const lock = await lockDataFolder(dataDir, "new");
  expect(JSON.parse(readFileSync(join(dataDir, "lock.json"), "utf8")).name).toBe("new");
  lock.release();
});

test("F-19 of twenty starters that find a stale lock exactly one gets the folder", async () => {
  const dataDir = newDataFolder();
  writeFileSync(join(dataDir, "lock.json"), JSON.stringify(someone));
  const tries = Array.from({ length: 20 }, (_, n) => lockDataFolder(dataDir, `starter ${n}`));
  const results = await Promise.allSettled(tries);
  const winners = results.filter((result) => result.status === "fulfilled");
  expect(winners).toHaveLength(1);
  winners[0]?.value.release();
});

test("F-19 a lock of another machine holds exactly as long as its owner touches it", async () => {
  const dataDir = newDataFolder();
  const file = join(dataDir, "lock.json");
  writeFileSync(file, JSON.stringify({ ...someone, machine: "elsewhere" }));
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 500);
  onTestFinished(() => clearInterval(beat));
  await expect(lockDataFolder(dataDir, "new")).rejects.toThrow("on elsewhere");
  clearInterval(beat);
  (await lockDataFolder(dataDir, "new")).release();
}, 20_000);

test("F-19 the owner's folder stays taken while a stranger has its old pid", async () => {
  const dataDir = newDataFolder();
  const stranger = spawn("sleep", ["60"], { stdio: "ignore" });
  onTestFinished(() => void stranger.kill("SIGKILL"));
  writeFileSync(join(dataDir, "lock.json"), JSON.stringify({ ...someone, pid: stranger.pid }));
  const lock = await lockDataFolder(dataDir, "new");
  await expect(lockDataFolder(dataDir, "other")).rejects.toThrow("new (pid");
  lock.release();
});
