import { spawn } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isServerOf, processesOf } from "../../../lib/platform/postgres/process.ts";
import { ended, newDataFolder, rows, startApplication, started } from "./application.ts";

test("F-17 the server of an application killed with -9 is found, stopped and replaced", async () => {
  const dataDir = newDataFolder();
  const application = await startApplication(dataDir, { durable: true });
  await rows(application.url, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
  process.kill(-(application.child.pid ?? 0), "SIGKILL");
  await ended(application.child);
  expect(isServerOf(application.postmaster, join(dataDir, "postgres"))).toBe(true);

  const lines: string[] = [];
  const postgres = await started(dataDir, { log: (line) => lines.push(line) });
  expect(lines.join()).toContain(`pid ${application.postmaster}`);
  expect(postgres.pid()).not.toBe(application.postmaster);
  expect(postgres.url).toBe(application.url);
  expect(await rows(postgres.url, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 1000 }]);
});

test("F-17 acknowledged rows survive kill -9 of application and server, ten times", async () => {
  const dataDir = newDataFolder();
  for (let round = 1; round <= 10; round += 1) {
    const application = await startApplication(dataDir, { durable: true });
    await rows(application.url, "CREATE TABLE IF NOT EXISTS kept (n int PRIMARY KEY)");
    await rows(application.url, `INSERT INTO kept VALUES (${round})`);
    process.kill(-(application.child.pid ?? 0), "SIGKILL");
    for (const pid of processesOf(join(dataDir, "postgres"))) process.kill(pid, "SIGKILL");
    await ended(application.child);
  }
  const postgres = await started(dataDir);
  expect(await rows(postgres.url, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 10 }]);
}, 60_000);

test("F-17 backends that outlive their postmaster do not stand in the way", async () => {
  const dataDir = newDataFolder();
  const application = await startApplication(dataDir);
  const query = rows(application.url, "SELECT sum(a) FROM generate_series(1, 1000000000) a");
  query.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.kill(-(application.child.pid ?? 0), "SIGKILL");
  process.kill(application.postmaster, "SIGKILL");
  await ended(application.child);
  expect(processesOf(join(dataDir, "postgres")).length).toBeGreaterThan(0);
  const postgres = await started(dataDir);
  expect(await rows(postgres.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("F-17 a pid file that names another process of the same user is not believed", async () => {
  const dataDir = newDataFolder();
  const first = await started(dataDir);
  await first.stop();
  const { uid, gid } = statSync(first.folder);
  const stranger = spawn("sleep", ["60"], { uid, gid, stdio: "ignore" });
  onTestFinished(() => void stranger.kill("SIGKILL"));
  const lines = [stranger.pid, first.folder, 1_700_000_000, first.port, "", "127.0.0.1", ""];
  writeFileSync(join(first.folder, "postmaster.pid"), lines.join("\n"));
  const second = await started(dataDir);
  expect(await rows(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
});

test.each(["", "not a number\n", "999999999\n"])(
  "F-17 a damaged pid file is removed: %j",
  async (text) => {
    const dataDir = newDataFolder();
    const first = await started(dataDir);
    await first.stop();
    writeFileSync(join(first.folder, "postmaster.pid"), text);
    const second = await started(dataDir);
    expect(await rows(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  },
);
