import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One `prisma/migrations/<name>/migration.sql`. */
export type Migration = { readonly name: string; readonly sql: string };

/** The file beside the migrations in which Prisma keeps for which kind of database they are. */
export const LOCK_FILE = "migration_lock.toml";

/**
 * The default is resolved from the working directory and never from this file's address: inside a
 * production build this module lives in a bundle and its own address says nothing.
 */
export function migrationsFolder(root: string = process.cwd()): string {
  return join(/* turbopackIgnore: true */ root, "prisma", "migrations");
}

/** All migrations of a folder in the order in which they are applied; none when it is missing. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readSql(folder, name) }));
}

function readSql(folder: string, name: string): string {
  const file = join(/* turbopackIgnore: true */ folder, name, "migration.sql");
  // Prisma's own command line passes over such a folder and leaves the database incomplete.
  if (!existsSync(file)) throw new Error(`Migration ${name} has no migration.sql (${file}).`);
  return readFileSync(file, "utf8");
}

/**
 * Whether this is the text that was applied. Like Prisma's engine it forgives line ends, because
 * git rewrites them on some machines.
 */
export function hasChecksum(migration: Migration, checksum: string): boolean {
  const unix = migration.sql.replaceAll("\r\n", "\n");
  const texts = [migration.sql, unix, unix.replaceAll("\n", "\r\n")];
  return texts.some((text) => createHash("sha256").update(text).digest("hex") === checksum);
}
