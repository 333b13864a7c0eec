import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type Account, canEnter } from "./account.ts";
import { Problem } from "./problem.ts";

/** What a start must know about the last one. */
const stateSchema = z.object({ port: z.number().optional(), cluster: z.string().optional() });
export type State = z.infer<typeof stateSchema>;

const ELSEWHERE = "/var/lib/alliance-portal";

/** Makes the data folder. Root lets others pass through it, since the server is another user. */
export function openDataFolder(path: string): string {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    mkdirSync(path, { mode });
  }
  // An empty one, such as a temporary folder just made, is still ours to open.
  if (readdirSync(path).length === 0) chmodSync(path, mode);
  return realpathSync(path);
}

export function readState(dataDir: string): State {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")));
  } catch {
    // Missing at the first start; a damaged one costs no more than another port.
    return {};
  }
}

export function writeState(dataDir: string, state: State): void {
  const file = join(dataDir, "postgres.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Where the cluster of this data folder is, or will be unless the account cannot get there. */
export function clusterOf(dataDir: string): string {
  const beside = join(dataDir, "postgres");
  if (existsSync(beside)) return beside;
  const away = awayFrom(dataDir);
  return readState(dataDir).cluster ?? (existsSync(away) ? away : beside);
}

/** A data folder below one that is closed to others (such as /root) keeps its cluster elsewhere. */
export function settle(
  dataDir: string,
  cluster: string,
  account: Account,
  log: (line: string) => void,
): string {
  const parent = dirname(cluster);
  if (account.uid === undefined || (existsSync(parent) && canEnter(account, parent))) {
    checkOrigin(cluster, dataDir);
    return cluster;
  }
  if (existsSync(cluster)) {
    throw new Problem(
      `The system user ${account.name}, who runs PostgreSQL, cannot enter ${parent}.`,
      `Allow passing through every folder above it (chmod o+x), or start as an ordinary user.`,
    );
  }
  const away = awayFrom(dataDir);
  mkdirSync(dirname(away), { recursive: true, mode: 0o711 });
  writeFileSync(originFile(away), dataDir, { mode: 0o600 });
  writeState(dataDir, { ...readState(dataDir), cluster: away });
  log(`${account.name}, who runs PostgreSQL, cannot enter ${dataDir}: the database is in ${away}`);
  return away;
}

/** A copied data folder must not run on the cluster of the one it was copied from. */
function checkOrigin(cluster: string, dataDir: string): void {
  const file = originFile(cluster);
  if (dirname(cluster) === dataDir || !existsSync(file)) return;
  const origin = readFileSync(file, "utf8");
  if (origin === dataDir) return;
  if (existsSync(origin)) {
    throw new Problem(
      `The database in ${cluster} belongs to the data folder ${origin}, not to ${dataDir}.`,
      `Remove ${join(dataDir, "postgres.json")} to begin with an empty database.`,
    );
  }
  writeFileSync(file, dataDir, { mode: 0o600 });
}

function awayFrom(dataDir: string): string {
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  return join(ELSEWHERE, hash, "postgres");
}

function originFile(cluster: string): string {
  return join(dirname(cluster), "data-folder");
}

/** Where copied programs go: beside an own folder, or where every account can reach them. */
export function programsFolder(dataDir: string, account: Account): string {
  return account.uid === undefined ? dataDir : ELSEWHERE;
}

/** Throws a cluster that is kept elsewhere away, together with the note whose it was. */
export function forgetElsewhere(dataDir: string, cluster: string): void {
  if (cluster === awayFrom(dataDir)) rmSync(dirname(cluster), { recursive: true, force: true });
}
