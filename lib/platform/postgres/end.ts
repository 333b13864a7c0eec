import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isServerOf, lifeOf, processesOf, signal } from "./process.ts";

// Fast shutdown, then immediate shutdown, then by force: 18 s in all with what may be left over.
const ESCALATION: readonly [NodeJS.Signals, number][] = [
  ["SIGINT", 10_000],
  ["SIGQUIT", 4_000],
  ["SIGKILL", 2_000],
];
const LEFTOVER_MS = 2_000;

/** Ends the server with this pid and everything that still works on its folder. */
export async function endServer(pid: number, folder: string): Promise<void> {
  const life = lifeOf(pid);
  const gone = () => lifeOf(pid) !== life;
  if (life !== undefined) {
    for (const [name, limit] of ESCALATION) {
      if (gone()) break;
      signal(pid, name);
      await until(gone, limit);
    }
  }
  await endLeftovers(folder);
}

/**
 * Makes a folder ready for a new server: stops an orphan in it, removes a pid file that names
 * nobody (or another process that was given the number since), ends backends without postmaster.
 */
export async function clearFolder(folder: string, log: (line: string) => void): Promise<void> {
  const file = join(folder, "postmaster.pid");
  const pid = readPid(file);
  if (pid !== undefined && isServerOf(pid, folder)) {
    log(`an earlier PostgreSQL (pid ${pid}) still runs on ${folder}: stopping it`);
    await endServer(pid, folder);
  }
  await endLeftovers(folder);
  // The server would trust the number alone. Its second guard, the shared memory of the folder,
  // does not depend on this file and stays in force.
  rmSync(file, { force: true });
}

async function endLeftovers(folder: string): Promise<void> {
  await until(() => {
    const left = processesOf(folder);
    for (const pid of left) signal(pid, "SIGKILL");
    return left.length === 0;
  }, LEFTOVER_MS);
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
}

async function until(done: () => boolean, limit: number): Promise<void> {
  const end = performance.now() + limit;
  while (!done() && performance.now() < end) await sleep(20);
}
