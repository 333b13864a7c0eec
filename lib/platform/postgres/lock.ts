import { linkSync, readFileSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { codeOf, Problem } from "./problem.ts";
import { lifeOf } from "./process.ts";

const ownerSchema = z.object({
  name: z.string(),
  pid: z.number(),
  life: z.string(),
  machine: z.string(),
  since: z.string(),
});

export interface FolderLock {
  release(): void;
}

const HEARTBEAT_MS = 1_000;
const CLAIM_MS = 5_000;

/** Takes the data folder for this process alone; refuses by name while another one holds it. */
export async function lockDataFolder(dataDir: string, name: string): Promise<FolderLock> {
  const file = join(dataDir, "lock.json");
  const mine = JSON.stringify({
    name,
    pid: process.pid,
    life: lifeOf(process.pid) ?? "",
    machine: hostname(),
    since: new Date().toISOString(),
  });
  for (;;) {
    if (create(file, mine)) return hold(file, mine);
    const theirs = readText(file);
    if (theirs === undefined) continue;
    const owner = parseOwner(theirs);
    if (owner && (await isAlive(owner, file))) {
      throw new Problem(
        `${owner.name} (pid ${owner.pid} on ${owner.machine}, since ${owner.since}) ` +
          `is already running on the data folder ${dataDir}.`,
        "Stop it first, or give this one another folder with DATA_DIR.",
      );
    }
    await removeStale(file, theirs);
  }
}

/** The lock appears with its whole content or not at all: a link fails when the name is taken. */
function create(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

async function isAlive(owner: z.infer<typeof ownerSchema>, file: string): Promise<boolean> {
  if (owner.machine === hostname()) return lifeOf(owner.pid) === owner.life;
  // Another machine or container on a shared volume: its processes cannot be seen from here,
  // but a living owner touches the file.
  const before = touched(file);
  await sleep(3 * HEARTBEAT_MS);
  return touched(file) !== before;
}

/** Two starters may both see the same stale lock; the claim lets one of them remove it. */
async function removeStale(file: string, seen: string): Promise<void> {
  const claim = `${file}.claim`;
  if (!create(claim, String(process.pid))) {
    const age = Date.now() - (touched(claim) ?? Date.now());
    if (age > CLAIM_MS) removeQuietly(claim);
    await sleep(50);
    return;
  }
  try {
    if (readText(file) === seen) removeQuietly(file);
  } finally {
    removeQuietly(claim);
  }
}

function hold(file: string, mine: string): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // The folder was removed under us; the server's own end will be noticed and reported.
    }
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (readText(file) === mine) removeQuietly(file);
    },
  };
}

function parseOwner(text: string): z.infer<typeof ownerSchema> | undefined {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    // A file that lost its content in a power cut has no owner that could be running.
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function touched(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function removeQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Somebody else removed it first, which is what was wanted.
  }
}
