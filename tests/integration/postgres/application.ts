import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { withClient } from "../../../lib/platform/postgres/connect.ts";
import { endServer } from "../../../lib/platform/postgres/end.ts";
import { processesOf } from "../../../lib/platform/postgres/process.ts";
import {
  type Postgres,
  type PostgresOptions,
  startPostgres,
} from "../../../lib/platform/postgres/start.ts";

export const asRoot = process.getuid?.() === 0;

/** A data folder that the server's user can enter, as the application itself would make it. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "alliance-postgres-"));
  chmodSync(folder, asRoot ? 0o711 : 0o700);
  onTestFinished(async () => {
    for (const pid of processesOf(join(folder, "postgres"))) {
      await endServer(pid, join(folder, "postgres"));
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export async function started(
  dataDir: string,
  options: Partial<PostgresOptions> = {},
): Promise<Postgres> {
  const postgres = await startPostgres({ dataDir, name: "test", durable: false, ...options });
  onTestFinished(() => postgres.stop());
  return postgres;
}

export async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows);
}

export interface Application {
  child: ChildProcess;
  url: string;
  adminUrl: string;
  postmaster: number;
}

/** Another process that holds the server, so that it can be killed without warning. */
export async function startApplication(
  dataDir: string,
  extra: { uid?: number; gid?: number; durable?: boolean } = {},
): Promise<Application> {
  const module = new URL("../../../lib/platform/postgres/start.ts", import.meta.url).href;
  const { durable = false, ...ids } = extra;
  const options = { dataDir, name: "first application", durable };
  const program = `
    const { startPostgres } = await import(${JSON.stringify(module)});
    const postgres = await startPostgres(${JSON.stringify(options)});
    const { url, adminUrl } = postgres;
    process.on("SIGTERM", async () => { await postgres.stop(); process.exit(0); });
    console.log(JSON.stringify({ url, adminUrl, postmaster: postgres.pid() }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    ...ids,
    env: { NODE_ENV: "test", PATH: process.env.PATH },
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ...JSON.parse(line) };
  }
  throw new Error("the application ended without a word");
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/** How long until a query is answered again, in milliseconds. */
export async function timeToAnswer(url: string, limit = 20_000): Promise<number> {
  const since = performance.now();
  for (;;) {
    try {
      await rows(url, "SELECT 1");
      return performance.now() - since;
    } catch (error) {
      if (performance.now() - since > limit) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
