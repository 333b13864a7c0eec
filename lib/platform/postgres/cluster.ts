import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Account, runAs } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { ADMIN_ROLE } from "./names.ts";
import { messageOf, Problem } from "./problem.ts";

const MAJOR = "18";

// macOS has no C.UTF-8; ICU does the sorting either way.
const LOCALE = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";

const ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

interface NewCluster {
  folder: string;
  binaries: Binaries;
  account: Account;
  adminSecret: string;
  durable: boolean;
}

/** True when there is a cluster this server can open; refuses one that it cannot. */
export function hasCluster(folder: string): boolean {
  const versionFile = join(folder, "PG_VERSION");
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, "utf8").trim();
    if (version === MAJOR) return true;
    throw new Problem(
      `The database in ${folder} was made by PostgreSQL ${version}; this is PostgreSQL ${MAJOR}.`,
      "Make a backup with the release that wrote it and restore that into an empty DATA_DIR.",
    );
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Problem(
      `The folder ${folder} is not empty and is not a PostgreSQL database.`,
      "Move it away, or choose another DATA_DIR.",
    );
  }
  return false;
}

/** Made aside and renamed when complete, so that an interrupted creation simply begins again. */
export function createCluster(cluster: NewCluster): void {
  const { folder, account, binaries } = cluster;
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  give(draft, account);
  const password = join(dirname(folder), "initdb-password");
  rmSync(password, { force: true });
  writeFileSync(password, `${cluster.adminSecret}\n`, { mode: 0o600, flag: "wx" });
  give(password, account);
  try {
    const made = runAs(account, binaries.initdb, initArguments(draft, password, cluster.durable));
    if (made.status !== 0) {
      const why = made.error ? messageOf(made.error) : made.stderr.trim();
      throw new Problem(
        `The database could not be created in ${folder}: ${why}`,
        "Check free space and permissions of that folder, then start again.",
      );
    }
  } finally {
    rmSync(password, { force: true });
  }
  writeFileSync(join(draft, "pg_hba.conf"), ACCESS);
  if (existsSync(folder)) rmdirSync(folder);
  renameSync(draft, folder);
  chmodSync(folder, 0o700);
}

function initArguments(folder: string, password: string, durable: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${ADMIN_ROLE}`,
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    `--locale=${LOCALE}`,
    "--locale-provider=icu",
    "--icu-locale=zh-Hans-CN",
    "--data-checksums",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
}

function give(path: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(path, account.uid, account.gid);
  }
}

/** For a cluster whose administrator's secret was lost: single-user mode asks for none. */
export function resetAdminSecret(cluster: NewCluster): void {
  const { folder, account, binaries, adminSecret } = cluster;
  const order = `ALTER ROLE ${ADMIN_ROLE} PASSWORD '${adminSecret}'\n`;
  const run = runAs(account, binaries.postgres, ["--single", "-D", folder, "postgres"], order);
  if (run.status !== 0 || run.stderr.includes("ERROR:")) {
    const why = run.error ? messageOf(run.error) : run.stderr.trim();
    throw new Problem(
      `The secret of the database administrator could not be set anew: ${why}`,
      "Restore the file postgres-admin.secret from a backup of the data folder.",
    );
  }
}
