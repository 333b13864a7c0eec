import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { messageOf, Problem } from "./problem.ts";

/** Whom the server runs as. Without ids it runs as whoever started the application. */
export interface Account {
  name: string;
  uid?: number;
  gid?: number;
}

const OWN_USER = "alliance-portal";

/** PostgreSQL refuses to run as root, so root hands it to a system user. */
export function findAccount(cluster: string, log: (line: string) => void): Account {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (process.getuid?.() !== 0) {
    if (owner && process.getuid && owner.uid !== process.getuid()) {
      throw new Problem(
        `The database folder ${cluster} belongs to another user (uid ${owner.uid}).`,
        "Start the application as that user or as root, or choose another DATA_DIR.",
      );
    }
    return { name: "this user" };
  }
  // An existing cluster decides: the server must own its files.
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  return lookUp(OWN_USER) ?? lookUp("postgres") ?? createUser(log);
}

function lookUp(name: string): Account | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
    return answer.status === 0 ? Number(answer.stdout.trim()) : Number.NaN;
  });
  if (!uid || !gid) return undefined;
  return { name, uid, gid };
}

function createUser(log: (line: string) => void): Account {
  const made = spawnSync(
    "useradd",
    ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN_USER],
    { encoding: "utf8" },
  );
  const account = lookUp(OWN_USER);
  if (account) {
    log(`PostgreSQL refuses to run as root: created the system user ${OWN_USER} for it`);
    return account;
  }
  const why = made.error ? messageOf(made.error) : made.stderr.trim();
  throw new Problem(
    `PostgreSQL refuses to run as root, and no system user could be created for it: ${why}`,
    `Create a system user "${OWN_USER}", start as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Asks the system itself, since modes, access lists and mounts all have a say. */
export function canEnter(account: Account, folder: string): boolean {
  return runAs(account, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]).status === 0;
}

export function runAs(account: Account, command: string, args: string[], input = "") {
  const { uid, gid } = account;
  // A fixed environment: neither the locale nor a PG… variable of the caller may decide anything.
  return spawnSync(command, args, {
    ...(uid === undefined ? {} : { uid, gid }),
    cwd: "/",
    env: serverEnvironment(),
    encoding: "utf8",
    input,
    timeout: 120_000,
  });
}

export function serverEnvironment(): NodeJS.ProcessEnv {
  const path = "/usr/local/bin:/usr/bin:/bin";
  // The first means nothing to PostgreSQL; Next's types demand it of every environment.
  return { NODE_ENV: "production", PATH: path, LC_ALL: "C", TZ: "UTC" };
}
