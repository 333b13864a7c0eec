import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { messageOf, Problem } from "../../../lib/platform/postgres/problem.ts";
import { signal } from "../../../lib/platform/postgres/process.ts";
import { childEnvironment, type Environment, nextProgram, root } from "./environment.ts";
import { forgetWeb, recordWeb } from "./leftover.ts";
import type { Lifetime } from "./lifetime.ts";

export interface WebOptions {
  command: "start" | "dev";
  port: number;
  host: string;
  dataDir: string;
  env: Environment;
  /** Where its output goes instead of the terminal. */
  output?: number;
}

export interface Web {
  /** Resolves with its exit code when it ends, for whatever reason. */
  ended: Promise<number>;
}

/**
 * Bounds of the production server's memory; on a large machine V8 otherwise takes twice as much before it collects. The
 * young generation is small because a request's rows live shortly. The old one has room for several exports of the whole
 * register at once: beyond it the process would end.
 */
const MEMORY = ["--max-semi-space-size=4", "--max-old-space-size=512"];

/** Without it each thread of the C library keeps freed memory of its own. */
const ALLOCATOR = { MALLOC_ARENA_MAX: "2" };

/** Draining gets what is left of the 30 s of a whole stop after the database's 18 s. */
const DRAIN_MS = 11_000;
const READY_MS = 60_000;

/** Starts the web server and waits until it is ready; it is drained when the runner ends. */
export async function startWeb(options: WebOptions, life: Lifetime): Promise<Web> {
  const { command, port, host, dataDir, output = "inherit" } = options;
  // In a group of its own, so that Ctrl-C reaches it through the runner alone, once.
  const child = spawn(
    process.execPath,
    [
      ...(command === "start" ? MEMORY : []),
      nextProgram,
      command,
      "--port",
      String(port),
      "--hostname",
      host,
    ],
    {
      cwd: root,
      env: childEnvironment({
        ...ALLOCATOR,
        ...options.env,
        ALLIANCE_PARENT_PID: String(process.pid),
      }),
      detached: true,
      stdio: ["ignore", output, output],
    },
  );
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  if (child.pid !== undefined) recordWeb(dataDir, child.pid);
  life.onClose(() => endWeb(child, ended, dataDir));
  life.onEmergency(() => signal(-(child.pid ?? 0), "SIGKILL"));
  await awaitReady(options, ended, life.signal);
  return { ended };
}

async function endWeb(child: ChildProcess, ended: Promise<number>, dataDir: string) {
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(DRAIN_MS)]);
  // The group, because a development server has children of its own.
  if (child.pid !== undefined) signal(-child.pid, "SIGKILL");
  await ended;
  forgetWeb(dataDir);
}

async function awaitReady(options: WebOptions, ended: Promise<number>, signal: AbortSignal) {
  const host = options.host === "0.0.0.0" || options.host === "::" ? "127.0.0.1" : options.host;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${options.port}/readyz`;
  let exit: number | undefined;
  void ended.then((code) => {
    exit = code;
  });
  let last = "no answer";
  for (const end = performance.now() + READY_MS; performance.now() < end; await sleep(100)) {
    signal.throwIfAborted();
    if (exit !== undefined) {
      throw new Problem(
        `The web server ended before it was ready (exit code ${exit}).`,
        "Its own words are above.",
      );
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `status ${response.status}: ${(await response.text()).slice(0, 200)}`;
    } catch (error) {
      last = messageOf(error);
    }
  }
  throw new Problem(
    `The web server was not ready within ${READY_MS / 1000} s (${url}: ${last}).`,
    "Read its output above; a status of 503 means that the database or its schema is not right.",
  );
}
