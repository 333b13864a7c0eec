import pg from "pg";
import type { ScriptErrorListener } from "./adapter.ts";
import { MigrationError, scriptFailure } from "./failure.ts";
import { type Migration, migrationsFolder, readMigrations } from "./folder.ts";
import { withMigrationLock } from "./lock.ts";
import { compare, type SchemaState } from "./status.ts";

/**
 * Brings a database to the schema that the code knows, with the folder and the table of
 * `prisma migrate deploy`. Instances that start together wait for the one that migrates.
 */
export async function runMigrations(
  url: string,
  log: (line: string) => void = () => undefined,
  folder: string = migrationsFolder(),
): Promise<{ applied: string[] }> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  // Without a listener a lost connection would end the process instead of failing the next query.
  client.on("error", () => undefined);
  await client.connect();
  const query = async (sql: string) => (await client.query(sql)).rows;
  try {
    const before = await compare(query, migrations);
    if (before.inStep) return { applied: [] };
    const onWait = () => log("Another instance is migrating the database; waiting for it.");
    return await withMigrationLock(client, onWait, async () => {
      const state = await compare(query, migrations);
      refuse(state);
      if (state.pending.length === 0) return { applied: [] };
      return { applied: await apply(url, folder, migrations, log) };
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Lets a migration that failed run again: its entry in the history is marked as rolled back. */
export async function markRolledBack(url: string, name: string): Promise<void> {
  const { withEngine } = await import("./engine.ts");
  await withEngine({ url }, (engine) => engine.markMigrationRolledBack({ migrationName: name }));
}

function refuse(state: SchemaState): void {
  if (state.failed.length > 0) {
    throw new MigrationError(
      `Migration ${state.failed.join(", ")} failed earlier. Repair the cause, see that nothing of ` +
        "it is left in the database, then run: npm run db:migrate -- --retry NAME",
    );
  }
  if (state.edited.length > 0) {
    throw new MigrationError(
      `Migration ${state.edited.join(", ")} was changed after it was applied to this database. ` +
        "Restore its text and put the change into a new migration.",
    );
  }
  if (state.unknown.length > 0) {
    throw new MigrationError(
      `The database has migration ${state.unknown.join(", ")}, which this version does not know. ` +
        "It was migrated by a newer version: start that one.",
    );
  }
}

async function apply(
  url: string,
  folder: string,
  migrations: readonly Migration[],
  log: (line: string) => void,
): Promise<string[]> {
  // Loaded only now: the engine is 5 MB of WebAssembly and most starts have nothing to apply.
  const { migrationList, NO_FILTER, withEngine } = await import("./engine.ts");
  const started = performance.now();
  let failure: MigrationError | undefined;
  const onScriptError: ScriptErrorListener = (script, error) => {
    failure = scriptFailure(script, error, migrations);
  };
  try {
    const output = await withEngine({ url, onScriptError }, (engine) =>
      engine.applyMigrations({
        migrationsList: migrationList(folder, migrations),
        filters: NO_FILTER,
      }),
    );
    const names = output.appliedMigrationNames;
    for (const name of names) log(`Applied migration ${name}.`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    log(`${names.length} migration(s) applied in ${seconds} s.`);
    return names;
  } catch (error) {
    throw failure ?? error;
  }
}
