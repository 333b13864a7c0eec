import { createReadStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BATCH, GRACE_MS, isHash, type Keeper, type WithoutRow } from "./keeper.ts";

const rootOf = (dataDir: string) => join(dataDir, "files");

/** Where uploads wait, whoever keeps them afterwards. */
export const incomingOf = (dataDir: string): string => join(rootOf(dataDir), "incoming");

/** Where the folder keeps bytes: under their own hash. */
export const storedPath = (dataDir: string, sha256: string): string =>
  join(rootOf(dataDir), sha256.slice(0, 2), sha256);

async function isOld(path: string, at: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && at.getTime() - found.mtimeMs > GRACE_MS;
}

/** The files of one folder that lie there longer than the time of grace. */
export async function oldFilesOf(folder: string, at: Date): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const old: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (await isOld(path, at)) old.push(path);
  }
  return old;
}

/**
 * Takes one file away unless somebody wants it after all. The same bytes may be handed in again at this very moment: an
 * upload puts a new file in the old one's place and then writes its row. So the file is first moved aside; when what
 * was moved turns out to be new, or has a row by now, it goes back, and nothing is lost.
 */
async function take(withoutRow: WithoutRow, aside: string, path: string, at: Date) {
  const moved = join(aside, basename(path));
  await rename(path, moved);
  if ((await isOld(moved, at)) && (await withoutRow([basename(path)])).length === 1) {
    await rm(moved);
    return 1;
  }
  await rename(moved, path);
  return 0;
}

/** Bytes moved aside by a process that died there go back: the next round decides about them. */
async function putBack(root: string, aside: string): Promise<void> {
  for (const name of await readdir(aside).catch(() => [])) {
    if (!isHash(name)) continue;
    const home = join(root, name.slice(0, 2), name);
    if (await stat(home).catch(() => undefined)) await rm(join(aside, name));
    else await rename(join(aside, name), home);
  }
}

async function sweepFolder(root: string, withoutRow: WithoutRow, at: Date): Promise<number> {
  const folders = (await readdir(root, { withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isDirectory(),
  );
  if (folders.length === 0) return 0;
  const aside = join(root, "swept");
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await putBack(root, aside);
  let taken = 0;
  for (const { name } of folders.filter((folder) => /^[0-9a-f]{2}$/.test(folder.name))) {
    const old = await oldFilesOf(join(root, name), at);
    // Names that are no hash are half of a restore.
    for (const path of old.filter((one) => !isHash(basename(one)))) {
      await rm(path, { force: true });
      taken += 1;
    }
    const hashes = old.map((path) => basename(path)).filter((hash) => hash.startsWith(name));
    const mine = hashes.filter(isHash);
    for (let from = 0; from < mine.length; from += BATCH) {
      for (const hash of await withoutRow(mine.slice(from, from + BATCH)))
        taken += await take(withoutRow, aside, join(root, name, hash), at);
    }
  }
  return taken;
}

/** Files of this machine, below `dataDir`. */
export function folderKeeper(dataDir: string): Keeper {
  return {
    place: rootOf(dataDir),
    incoming: incomingOf(dataDir),
    async keep(sha256, path) {
      const home = storedPath(dataDir, sha256);
      await mkdir(dirname(home), { recursive: true, mode: 0o700 });
      await rename(path, home);
    },
    async open(sha256) {
      const path = storedPath(dataDir, sha256);
      const found = await stat(path).catch(() => undefined);
      return found?.isFile() ? { size: found.size, stream: createReadStream(path) } : undefined;
    },
    sweep: (withoutRow, at) => sweepFolder(rootOf(dataDir), withoutRow, at),
    async check() {
      await mkdir(incomingOf(dataDir), { recursive: true, mode: 0o700 });
    },
  };
}
