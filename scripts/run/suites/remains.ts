import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearFolder } from "../../../lib/platform/postgres/end.ts";
import { lockDataFolder } from "../../../lib/platform/postgres/lock.ts";
import { endLeftoverWeb } from "../parts/leftover.ts";
import { note } from "../parts/say.ts";

const PREFIX = "alliance-test-";
const OWNER = "The tests";

export interface BenchFolder {
  path: string;
  remove(): void;
}

/** A folder for one run, locked so that a later run can tell whether this one still lives. */
export async function makeFolder(): Promise<BenchFolder> {
  const path = mkdtempSync(join(tmpdir(), PREFIX));
  // PostgreSQL runs as another user when root runs the tests, and must pass through.
  chmodSync(path, 0o711);
  const lock = await lockDataFolder(path, OWNER);
  return {
    path,
    remove() {
      lock.release();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Ends and removes what runs left behind that were killed without a chance to clean up. */
export async function removeRemains(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(tmpdir(), name);
    try {
      const lock = await lockDataFolder(path, OWNER);
      for (const part of readdirSync(path, { withFileTypes: true })) {
        if (!part.isDirectory()) continue;
        await endLeftoverWeb(join(path, part.name));
        await clearFolder(join(path, part.name, "postgres"), note);
      }
      lock.release();
      rmSync(path, { recursive: true, force: true });
      note(`removed what an interrupted run left in ${path}`);
    } catch {
      // It lives, or belongs to another user: not ours to touch.
    }
  }
}
