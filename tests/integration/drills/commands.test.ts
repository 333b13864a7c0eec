import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withScratchDatabase } from "@/lib/platform/migrations/shadow";
import { schemaState } from "@/lib/platform/migrations/status";
import { withClient } from "@/lib/platform/postgres/connect";
import { choosePort } from "@/lib/platform/postgres/port";
import { root } from "../../../scripts/run/parts/environment.ts";
import { openWaitingRoom } from "../../../scripts/run/parts/waiting-room.ts";
import { adminUrl } from "../migrations/support";
import { newDataFolder, startApplication } from "../postgres/application";

/** `npm run db:…` as an operator calls it; what it says, and its exit code. */
async function db(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, "scripts/run/db.ts"), ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, said };
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows);
}

test("db:reset empties another server's database only when told so twice, and while nobody uses it", async () => {
  await withScratchDatabase(adminUrl(), async (url) => {
    const env = { DATABASE_URL: url, DATA_DIR: newDataFolder() };
    expect(await db(["migrate"], env)).toMatchObject({ code: 0 });
    await ask(url, "CREATE TABLE kept AS SELECT 1 AS n");
    const unsure = await db(["reset"], env);
    expect(unsure).toMatchObject({ code: 1, said: expect.stringContaining("-- --yes") });
    await withClient(url, async (guest) => {
      await guest.query("SELECT 1");
      const busy = await db(["reset", "--yes"], env);
      expect(busy).toMatchObject({ code: 1, said: expect.stringContaining("is in use") });
    });
    expect(await ask(url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);

    expect(await db(["reset", "--yes"], env)).toMatchObject({ code: 0 });
    expect(await ask(url, "SELECT to_regclass('kept') AS kept")).toEqual([{ kept: null }]);
    expect((await schemaState((sql) => ask(url, sql))).inStep).toBe(true);
  });
});

test("F-19 db:reset and db:migrate keep away from a data folder on which an application runs", async () => {
  const dataDir = newDataFolder();
  await startApplication(dataDir);
  for (const command of ["reset", "migrate"]) {
    const answer = await db([command], { DATA_DIR: dataDir });
    expect(answer.code).toBe(1);
    expect(answer.said).toMatch(
      /first application \(pid \d+ .* is already running on the data folder/,
    );
  }
});

test("a word that db does not know is answered with its usage", async () => {
  const dataDir = newDataFolder();
  for (const args of [["rest"], ["reset", "--dmeo"], ["migrate", "now"]]) {
    const answer = await db(args, { DATA_DIR: dataDir });
    expect(answer).toMatchObject({ code: 2, said: expect.stringContaining("npm run db:reset") });
  }
});

test("F-01 until the portal answers, its address says: alive, not ready, come again", async () => {
  const port = await choosePort(undefined);
  const leave = await openWaitingRoom(port, "127.0.0.1");
  const answerOf = async (path: string) => {
    const { status, headers } = await fetch(`http://127.0.0.1:${port}${path}`);
    return [status, headers.get("retry-after")];
  };
  expect(await answerOf("/livez")).toEqual([200, null]);
  expect(await answerOf("/readyz")).toEqual([503, "5"]);
  expect(await answerOf("/a/suzhou")).toEqual([503, "5"]);
  await leave();
  const next = createServer().listen(port, "127.0.0.1");
  await new Promise((resolve) => next.once("listening", resolve));
  next.close();
});
