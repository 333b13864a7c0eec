import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { runMigrations } from "../../../lib/platform/migrations/apply.ts";
import { withClient } from "../../../lib/platform/postgres/connect.ts";
import { createDatabase, dropDatabase } from "../../../lib/platform/postgres/databases.ts";
import { lockDataFolder } from "../../../lib/platform/postgres/lock.ts";
import { APP_DATABASE } from "../../../lib/platform/postgres/names.ts";
import { codeOf, messageOf, Problem } from "../../../lib/platform/postgres/problem.ts";
import { type Postgres, startPostgres } from "../../../lib/platform/postgres/start.ts";
import { must } from "./command.ts";
import { type Environment, root, tool } from "./environment.ts";
import type { Lifetime } from "./lifetime.ts";
import { note, step } from "./say.ts";

export interface EmbeddedOptions {
  dataDir: string;
  name: string;
  durable?: boolean;
  onFatal?: (error: Error) => void;
}

/** Starts the embedded PostgreSQL for as long as the runner lives. */
export async function embedded(options: EmbeddedOptions, life: Lifetime): Promise<Postgres> {
  const lock = await lockDataFolder(options.dataDir, options.name);
  const postgres = await step("Starting PostgreSQL", () =>
    startPostgres({ ...options, lock, log: note }),
  );
  life.onClose(() => postgres.stop());
  // It runs in a session of its own and completes this shutdown without us.
  life.onEmergency(() => void postgres.stop());
  life.signal.throwIfAborted();
  return postgres;
}

const WAIT_MS = 60_000;

/** An external database may start after the application: it is waited for, but not for ever. */
export async function awaitDatabase(url: string, life: Lifetime): Promise<void> {
  const end = performance.now() + WAIT_MS;
  for (let pause = 250; ; pause = Math.min(pause * 2, 5_000)) {
    try {
      await withClient(url, (client) => client.query("SELECT 1"));
      return;
    } catch (error) {
      // Five characters: the database itself refused, and waiting helps only while it starts.
      const refused = /^[0-9A-Z]{5}$/.test(codeOf(error) ?? "") && codeOf(error) !== "57P03";
      if (refused || performance.now() + pause > end) {
        throw new Problem(
          `The database of DATABASE_URL cannot be used: ${messageOf(error)}`,
          "Start the database, or correct the address, role, password or database name in it.",
          { cause: error },
        );
      }
      if (pause === 250) note(`the database does not answer yet (${messageOf(error)}): waiting`);
      await sleep(pause, undefined, { signal: life.signal });
    }
  }
}

export async function migrate(url: string, life: Lifetime): Promise<void> {
  await step("Migrating the database", async () => {
    try {
      const { applied } = await runMigrations(url, note);
      if (applied.length === 0) note("up to date");
    } catch (error) {
      throw new Problem(
        `Migrating the database failed: ${messageOf(error)}`,
        "The database is as it was before; correct the cause and start again.",
        { cause: error },
      );
    }
  });
  life.signal.throwIfAborted();
}

const LOADING = "demonstration data being loaded";
const LOADED = "demonstration data loaded";

/**
 * Loads the demonstration data into an empty database. Only a database that this loading itself
 * had marked, and did not finish, is emptied to begin again: never one with a user's data.
 */
export async function loadDemo(
  postgres: Postgres | undefined,
  env: Environment & { DATABASE_URL: string },
  life: Lifetime,
): Promise<void> {
  const url = env.DATABASE_URL;
  const { mark, people } = await withClient(url, stateOf);
  if (mark === LOADED) return;
  if (people && (mark !== LOADING || !postgres)) {
    note("the database already has people in it: no demonstration data was loaded");
    return;
  }
  if (people && postgres) {
    note("the last loading was interrupted: beginning again");
    await dropDatabase(postgres.adminUrl, APP_DATABASE);
    await createDatabase(postgres.adminUrl, APP_DATABASE);
    await migrate(url, life);
  }
  await step("Loading the demonstration data", async () => {
    if (postgres) await withClient(url, (client) => setMark(client, LOADING));
    const args = ["--conditions=react-server", join(root, "prisma/seed/demo.ts")];
    await must(
      { file: tool("tsx"), args, env, signal: life.signal },
      "Loading the demonstration data",
      "The lines above say why; the next start begins the loading again.",
    );
    if (postgres) await withClient(url, (client) => setMark(client, LOADED));
  });
}

async function stateOf(client: pg.Client): Promise<{ mark: string | null; people: boolean }> {
  const { rows } = await client.query(
    `SELECT shobj_description(oid, 'pg_database') AS mark, EXISTS (SELECT FROM people) AS people
     FROM pg_database WHERE datname = current_database()`,
  );
  return rows[0];
}

/** Kept in the database itself, so that it goes wherever the data goes. */
async function setMark(client: pg.Client, mark: string): Promise<void> {
  const { rows } = await client.query("SELECT quote_ident(current_database()) AS name");
  await client.query(`COMMENT ON DATABASE ${rows[0].name} IS '${mark}'`);
}
