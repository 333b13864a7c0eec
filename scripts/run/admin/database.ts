import { existsSync } from "node:fs";
import { join } from "node:path";
import { databaseUrl, withClient } from "@/lib/platform/postgres/connect";
import { APP_DATABASE, APP_ROLE } from "@/lib/platform/postgres/names";
import { clusterOf, readState } from "@/lib/platform/postgres/place";
import { messageOf, Problem } from "@/lib/platform/postgres/problem";
import { keepSecret } from "@/lib/platform/postgres/secrets";
import { startPostgres } from "@/lib/platform/postgres/start";

export type OpenDatabase = { url: string; close: () => Promise<void> };

/** The embedded server that the portal runs on this folder at the moment. */
async function findRunning(dataDir: string): Promise<string | undefined> {
  const { port } = readState(dataDir);
  const secretFile = join(dataDir, "postgres-app.secret");
  if (port === undefined || !existsSync(secretFile)) return undefined;
  const url = databaseUrl(APP_ROLE, keepSecret(secretFile).value, port, APP_DATABASE);
  try {
    await withClient(url, (client) => client.query("SELECT 1"));
    return url;
  } catch {
    // Stopped, or another program has the port by now: the lock of the folder decides below.
    return undefined;
  }
}

/**
 * The database of DATABASE_URL; without it the running embedded server of the data folder; without that the same one,
 * started for as long as the command takes.
 */
export async function openDatabase(
  dataDir: string,
  given: string | undefined,
): Promise<OpenDatabase> {
  if (given) {
    await withClient(given, (client) => client.query("SELECT 1")).catch((error: unknown) => {
      throw new Problem(
        `The database of DATABASE_URL cannot be used: ${messageOf(error)}`,
        "Start the database, or correct the address, role, password or database name in it.",
      );
    });
    return { url: given, close: async () => {} };
  }
  const running = await findRunning(dataDir);
  if (running) return { url: running, close: async () => {} };
  if (!existsSync(clusterOf(dataDir))) {
    throw new Problem(
      `There is no database in ${dataDir} yet.`,
      "Start the portal once with npm start, or name another folder with DATA_DIR (DATA_DIR=.data/demo for the demonstration).",
    );
  }
  const server = await startPostgres({ dataDir, name: "The administrator's command line" });
  return { url: server.url, close: () => server.stop() };
}
