import { join } from "node:path";
import { findAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { createCluster, hasCluster, resetAdminSecret } from "./cluster.ts";
import { databaseUrl } from "./connect.ts";
import { createDatabase, prepareDatabases } from "./databases.ts";
import { clearFolder } from "./end.ts";
import type { ServerSpec } from "./launch.ts";
import { type FolderLock, lockDataFolder } from "./lock.ts";
import { ADMIN_ROLE, APP_DATABASE, APP_ROLE } from "./names.ts";
import {
  clusterOf,
  forgetElsewhere,
  openDataFolder,
  programsFolder,
  readState,
  settle,
  writeState,
} from "./place.ts";
import { choosePort } from "./port.ts";
import { messageOf } from "./problem.ts";
import { keepSecret } from "./secrets.ts";
import { Server } from "./server.ts";

export interface PostgresOptions {
  dataDir: string;
  /** Who holds the data folder, as a second starter is told. */
  name: string;
  log?: (line: string) => void;
  /** False only for databases that are thrown away: a power cut may then damage them. */
  durable?: boolean;
  /** A lock taken earlier on the same folder; it is released by `stop` all the same. */
  lock?: FolderLock;
  /** The server ended and could not be brought back. */
  onFatal?: (error: Error) => void;
}

export interface Postgres {
  /** The application's role on the application's database. */
  url: string;
  /** The superuser on the database `postgres`. */
  adminUrl: string;
  port: number;
  /** The cluster's folder, which is elsewhere when the server's user cannot enter `dataDir`. */
  folder: string;
  pid(): number | undefined;
  /** Creates a further database and returns the application role's address of it. */
  createDatabase(name: string): Promise<string>;
  /** Ends the server within 20 s, whatever state it is in. */
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL on a data folder and keeps it running until `stop`. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = openDataFolder(options.dataDir);
  const lock = options.lock ?? (await lockDataFolder(dataDir, options.name));
  try {
    return await start(dataDir, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(
  dataDir: string,
  lock: FolderLock,
  { log = () => {}, durable = true, onFatal }: PostgresOptions,
): Promise<Postgres> {
  const account = findAccount(clusterOf(dataDir), log);
  const folder = settle(dataDir, clusterOf(dataDir), account, log);
  const binaries = findBinaries(account, programsFolder(dataDir, account), log);
  const admin = keepSecret(join(dataDir, "postgres-admin.secret"));
  const app = keepSecret(join(dataDir, "postgres-app.secret"));
  const cluster = { folder, binaries, account, adminSecret: admin.value, durable };
  if (hasCluster(folder)) {
    // Before the port is chosen: an orphan would still sit on the remembered one.
    await clearFolder(folder, log);
    if (admin.fresh) resetAdminSecret(cluster);
  } else {
    createCluster(cluster);
  }
  const fatal = onFatal ?? ((error: Error) => log(messageOf(error)));
  const begin = async (port: number) => {
    const adminUrl = databaseUrl(ADMIN_ROLE, admin.value, port, "postgres");
    const logFile = join(dataDir, "postgres.log");
    const spec = { binaries, account, folder, logFile, port, adminUrl, durable, log };
    const server = new Server(spec, fatal);
    await server.start();
    return { spec, server };
  };
  const { spec, server } = await onFreePort(readState(dataDir).port, begin);
  writeState(dataDir, { ...readState(dataDir), port: spec.port });
  try {
    await prepareDatabases(spec.adminUrl, app.value);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const end = async () => {
    try {
      await server.stop();
      if (!durable) forgetElsewhere(dataDir, folder);
    } finally {
      lock.release();
    }
  };
  return face(spec, server, app.value, end);
}

/** Between the choice of a port and its use another program may take it: then choose again. */
async function onFreePort<T>(remembered: number | undefined, begin: (port: number) => Promise<T>) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(attempt === 1 ? remembered : undefined);
    try {
      return await begin(port);
    } catch (error) {
      if (attempt === 5 || !messageOf(error).includes("Address already in use")) throw error;
    }
  }
}

function face(
  spec: ServerSpec,
  server: Server,
  appSecret: string,
  stop: () => Promise<void>,
): Postgres {
  const { adminUrl, port, folder } = spec;
  const urlOf = (database: string) => databaseUrl(APP_ROLE, appSecret, port, database);
  return {
    url: urlOf(APP_DATABASE),
    adminUrl,
    port,
    folder,
    pid: () => server.pid,
    async createDatabase(name) {
      await createDatabase(adminUrl, name);
      return urlOf(name);
    },
    stop,
  };
}
