import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Account, serverEnvironment } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { withClient } from "./connect.ts";
import { complaints, openLog } from "./log-file.ts";
import { codeOf, messageOf, Problem } from "./problem.ts";
import { serverSettings } from "./settings.ts";

export interface ServerSpec {
  binaries: Binaries;
  account: Account;
  folder: string;
  logFile: string;
  port: number;
  adminUrl: string;
  durable: boolean;
  log: (line: string) => void;
}

export interface Launched {
  child: ChildProcess;
  /** Settles once, with the way the process ended. */
  ended: Promise<string>;
  logFrom: number;
}

/** Recovery after a crash replays the log; a long one is progress, not a failure. */
const READY_LIMIT_MS = 300_000;

export function spawnServer(spec: ServerSpec): Launched {
  const { uid, gid } = spec.account;
  const output = openLog(spec.logFile);
  // In a session of its own: Ctrl-C is meant for the application, which drains first.
  const child = spawn(
    spec.binaries.postgres,
    ["-D", spec.folder, ...serverSettings(spec.port, spec.durable)],
    {
      ...(uid === undefined ? {} : { uid, gid }),
      cwd: "/",
      env: serverEnvironment(),
      detached: true,
      stdio: ["ignore", output.descriptor, output.descriptor],
    },
  );
  output.close();
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(messageOf(error)));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { child, ended, logFrom: output.from };
}

/** Waits until the server answers a query; an end before that is reported with its own words. */
export async function awaitReady(spec: ServerSpec, launched: Launched): Promise<void> {
  let end: string | undefined;
  void launched.ended.then((how) => {
    end = how;
  });
  const limit = performance.now() + READY_LIMIT_MS;
  while (performance.now() < limit) {
    if (end !== undefined) throw refused(spec, launched, end);
    if (!saysReady(spec.folder, launched.child.pid)) {
      await Promise.race([launched.ended, sleep(10)]);
      continue;
    }
    try {
      await withClient(spec.adminUrl, (client) => client.query("SELECT 1"));
      return;
    } catch (error) {
      if (isWrongSecret(error)) throw wrongSecret(error);
      if (!isNotYet(error)) throw error;
      await Promise.race([launched.ended, sleep(25)]);
    }
  }
  throw new Problem(
    `PostgreSQL did not answer within ${READY_LIMIT_MS / 1000} s.`,
    `Read ${spec.logFile}, then start again.`,
  );
}

function refused(spec: ServerSpec, launched: Launched, end: string): Problem {
  return new Problem(
    `PostgreSQL did not start (${end}): ${complaints(spec.logFile, launched.logFrom)}`,
    `The whole story is in ${spec.logFile}.`,
  );
}

/**
 * The server writes its state into the eighth line of its pid file. Asking by connecting instead
 * would start a process for every refusal, and on a busy machine these slow the recovery down.
 */
function saysReady(folder: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return lines[0] === String(pid) && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** Not listening yet, recovering (57P03), slots still held by the reserve (53300), or too slow. */
function isNotYet(error: unknown): boolean {
  const code = codeOf(error) ?? "";
  return !/^[0-9A-Z]{5}$/.test(code) || code === "57P03" || code === "53300" || code === "57P01";
}

function isWrongSecret(error: unknown): boolean {
  return codeOf(error) === "28P01" || codeOf(error) === "28000";
}

function wrongSecret(error: unknown): Problem {
  return new Problem(
    `PostgreSQL does not accept the administrator's secret: ${messageOf(error)}`,
    "Remove the file postgres-admin.secret in the data folder; the next start makes a new one.",
    { cause: error },
  );
}
