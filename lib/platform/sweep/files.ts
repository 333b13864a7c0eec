import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type pg from "pg";

/** An upload is registered right after its bytes; a day later nobody comes back for them. */
const GRACE_MS = 24 * 3_600_000;

/** So many names are asked about at once. */
const BATCH = 500;

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

async function isOld(path: string, at: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && at.getTime() - found.mtimeMs > GRACE_MS;
}

/** The files of one folder that lie there longer than the time of grace. */
async function oldFilesOf(folder: string, at: Date): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const old: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (await isOld(path, at)) old.push(path);
  }
  return old;
}

async function withoutRow(client: pg.ClientBase, paths: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    "SELECT DISTINCT sha256 FROM stored_files WHERE sha256 = ANY ($1)",
    [paths.map((path) => basename(path))],
  );
  const named = new Set(rows.map(({ sha256 }) => sha256));
  return paths.filter((path) => !named.has(basename(path)));
}

/**
 * Takes one file away unless somebody wants it after all. The same bytes may be handed in again at this very moment: an
 * upload puts a new file in the old one's place and then writes its row. So the file is first moved aside; when what
 * was moved turns out to be new, or has a row by now, it goes back, and nothing is lost.
 */
async function take(client: pg.ClientBase, aside: string, path: string, at: Date) {
  const moved = join(aside, basename(path));
  await rename(path, moved);
  if ((await isOld(moved, at)) && (await withoutRow(client, [path])).length === 1) {
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

/**
 * Bytes that no row names, and uploads that broke off with their process (I-29). Never one that has a row.
 * @returns how many files were taken away
 */
export async function sweepFiles(
  client: pg.ClientBase,
  dataDir: string,
  at: Date,
): Promise<number> {
  const root = join(dataDir, "files");
  const folders = (await readdir(root, { withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isDirectory(),
  );
  if (folders.length === 0) return 0;
  const aside = join(root, "swept");
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await putBack(root, aside);
  let taken = 0;
  for (const { name } of folders) {
    const old = await oldFilesOf(join(root, name), at);
    // Names that are no hash are half of an upload or of a restore.
    for (const path of old.filter((one) => !isHash(basename(one)))) {
      if (!/^([0-9a-f]{2}|incoming)$/.test(basename(dirname(path)))) continue;
      await rm(path, { force: true });
      taken += 1;
    }
    const hashes = old.filter((one) => isHash(basename(one)) && name === basename(one).slice(0, 2));
    for (let from = 0; from < hashes.length; from += BATCH) {
      const orphans = await withoutRow(client, hashes.slice(from, from + BATCH));
      for (const path of orphans) taken += await take(client, aside, path, at);
    }
  }
  return taken;
}
