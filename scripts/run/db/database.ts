import type { Postgres } from "../../../lib/platform/postgres/start.ts";
import { awaitDatabase, embedded } from "../parts/database.ts";
import { endLeftoverWeb } from "../parts/leftover.ts";
import type { Lifetime } from "../parts/lifetime.ts";
import { step } from "../parts/say.ts";
import { readSettings, type Settings } from "../parts/settings.ts";

/** The database that `npm start` would use; with its server when that is our own. */
export interface Opened {
  settings: Settings;
  url: string;
  postgres: Postgres | undefined;
}

/** Opens it for one command; an application that runs on the same data folder is a refusal. */
export async function openDatabase(name: string, life: Lifetime): Promise<Opened> {
  const settings = readSettings("start");
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl !== undefined) {
    await step("Reaching the database", () => awaitDatabase(databaseUrl, life));
    return { settings, url: databaseUrl, postgres: undefined };
  }
  await endLeftoverWeb(dataDir);
  const postgres = await embedded({ dataDir, name }, life);
  return { settings, url: postgres.url, postgres };
}
