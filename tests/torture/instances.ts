import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { choosePort } from "@/lib/platform/postgres/port";
import { childEnvironment, nextProgram, root } from "../../scripts/run/parts/environment.ts";

/** One web process of the production build, which can be killed and started again at the same address. */
export type Instance = {
  address: string;
  kill: () => Promise<void>;
  start: () => Promise<void>;
};

type Given = { url: string; dataDir: string; appUrl: string };

const READY_MS = 90_000;

async function awaitReady(child: ChildProcess, address: string): Promise<void> {
  for (const end = performance.now() + READY_MS; performance.now() < end; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`the instance at ${address} is not ready; its words are in web.log beside it`);
}

async function newInstance(given: Given, port: number): Promise<Instance> {
  const address = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const kill = async () => {
    const dying = child;
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
    const gone = new Promise((resolve) => dying.once("exit", resolve));
    dying.kill("SIGKILL");
    await gone;
  };
  const start = async () => {
    const log = openSync(join(given.dataDir, "web.log"), "a");
    child = spawn(
      process.execPath,
      [nextProgram, "start", "--port", String(port), "--hostname", "127.0.0.1"],
      {
        cwd: root,
        env: childEnvironment({
          DATABASE_URL: given.url,
          DATA_DIR: given.dataDir,
          AUTH_SECRET: process.env.AUTH_SECRET,
          APP_URL: given.appUrl,
          LOG_LEVEL: "error",
          // The tests' own zone and silence are not the instance's.
          TZ: "UTC",
          NODE_ENV: "production",
          ALLIANCE_PARENT_PID: String(process.pid),
        }),
        stdio: ["ignore", log, log],
      },
    );
    closeSync(log);
    await awaitReady(child, address);
  };
  onTestFinished(kill);
  await start();
  return { address, kill, start };
}

/** Two processes of one build on one database, as a careful operator runs them. */
export async function startInstances(given: { url: string; dataDir: string }): Promise<Instance[]> {
  const instances: Instance[] = [];
  const first = await choosePort(undefined);
  const appUrl = `http://127.0.0.1:${first}`;
  instances.push(await newInstance({ ...given, appUrl }, first));
  instances.push(await newInstance({ ...given, appUrl }, await choosePort(undefined)));
  return instances;
}

export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Figures are worth what the machine had to give while they were taken. */
export const tell = (words: string): void => {
  const load = loadavg()
    .map((part) => part.toFixed(1))
    .join(" ");
  process.stdout.write(`  ${words} (load ${load})\n`);
};

export const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};
