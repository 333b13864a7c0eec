import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { markRolledBack, runMigrations } from "../../lib/platform/migrations/apply.ts";
import { MigrationError } from "../../lib/platform/migrations/failure.ts";
import { migrationsFolder } from "../../lib/platform/migrations/folder.ts";

// Usage: DATABASE_URL=… node scripts/run/migrate.ts [--retry NAME]
const { values } = parseArgs({ options: { retry: { type: "string" } } });
const url = process.env.DATABASE_URL;
const folder = migrationsFolder(join(import.meta.dirname, "..", ".."));
const log = (line: string) => process.stdout.write(`${line}\n`);

try {
  if (url === undefined || url === "") throw new MigrationError("DATABASE_URL is not set.");
  if (values.retry !== undefined) await markRolledBack(url, values.retry);
  const { applied } = await runMigrations(url, log, folder);
  if (applied.length === 0) log("The database is up to date.");
} catch (error) {
  // A migration's own error is written for the reader; anything else needs its stack.
  const text = error instanceof MigrationError ? error.message : inspectError(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

function inspectError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
