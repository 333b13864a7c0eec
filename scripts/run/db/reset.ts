import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withClient } from "../../../lib/platform/postgres/connect.ts";
import { createDatabase, dropDatabase } from "../../../lib/platform/postgres/databases.ts";
import { APP_DATABASE } from "../../../lib/platform/postgres/names.ts";
import { Problem } from "../../../lib/platform/postgres/problem.ts";
import { ensureClient } from "../parts/build.ts";
import { loadDemo, migrate } from "../parts/database.ts";
import type { Lifetime } from "../parts/lifetime.ts";
import { note, say, step } from "../parts/say.ts";
import { webEnvironment } from "../parts/settings.ts";
import { type Opened, openDatabase } from "./database.ts";

/** Host and database of an address, without the password in it. */
const placeOf = (url: string) => {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
};

async function emptyEmbedded(adminUrl: string, dataDir: string): Promise<void> {
  await dropDatabase(adminUrl, APP_DATABASE);
  await createDatabase(adminUrl, APP_DATABASE);
  // Nothing names these files any more, and they may hold personal data.
  rmSync(join(dataDir, "files"), { recursive: true, force: true });
}

/**
 * Somebody else's server: its role may neither drop nor create a database, but the owner of a database owns its schema.
 * The stored files stay, since the data folder may belong to another database than this one.
 */
async function emptyExternal(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL`,
    );
    const others = rows[0]?.others ?? 0;
    if (others > 0) {
      throw new Problem(
        `${placeOf(url)} is in use (${others} other connections).`,
        "Stop the portal and whatever else is connected, then run the command again.",
      );
    }
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  });
}

async function empty({ url, postgres, settings }: Opened): Promise<void> {
  if (postgres) await emptyEmbedded(postgres.adminUrl, settings.dataDir);
  else await emptyExternal(url);
}

export async function resetCommand(args: string[], life: Lifetime): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      demo: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
    },
  });
  const external = process.env.DATABASE_URL;
  if (external && !values.yes) {
    throw new Problem(
      "DATABASE_URL is set: everything in that database would be deleted.",
      "If that is what you want, say so: npm run db:reset -- --yes",
    );
  }
  if (values.demo) await ensureClient(life.signal);
  const opened = await openDatabase("npm run db:reset", life);
  const place = opened.postgres ? opened.settings.dataDir : placeOf(opened.url);
  await step(`Emptying the database (${place})`, () => empty(opened));
  await migrate(opened.url, life);
  if (values.demo) {
    const env = { ...webEnvironment(opened.settings, opened.url), DATABASE_URL: opened.url };
    await loadDemo(opened.postgres, env, life);
  }
  if (process.env.S3_BUCKET) {
    note("files in the bucket stay: the portal takes away a day later what no row names");
  }
  note(values.demo ? "the database holds the demonstration" : "the database is empty");
  say("");
}
