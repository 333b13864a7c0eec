import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { SchemaContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { ScriptErrorListener } from "./adapter.ts";
import { migrationList, NO_FILTER, withEngine } from "./engine.ts";
import { type MigrationError, scriptFailure } from "./failure.ts";
import { LOCK_FILE, readMigrations } from "./folder.ts";
import { withScratchDatabase } from "./shadow.ts";

/** The folders that a diff compares; both lie in `prisma/` unless a test says otherwise. */
export type Folders = { readonly schema: string; readonly migrations: string };

export function defaultFolders(root: string = process.cwd()): Folders {
  return { schema: join(root, "prisma"), migrations: join(root, "prisma", "migrations") };
}

/** The SQL that is missing between the migrations and the schema; empty when they are in step. */
export async function schemaDiff(
  adminUrl: string,
  folders: Folders = defaultFolders(),
): Promise<string> {
  const migrations = readMigrations(folders.migrations);
  const files = readSchema(folders.schema);
  let failure: MigrationError | undefined;
  const onScriptError: ScriptErrorListener = (script, error) => {
    failure = scriptFailure(script, error, migrations);
  };
  try {
    return await withScratchDatabase(adminUrl, (shadowUrl) =>
      withEngine({ url: adminUrl, shadowUrl, onScriptError }, async (engine) => {
        const result = await engine.diff({
          from: { tag: "migrations", ...migrationList(folders.migrations, migrations) },
          to: { tag: "schemaDatamodel", files },
          script: true,
          // Asked for, because the script of an empty difference is a comment and not an empty text.
          exitCode: true,
          filters: NO_FILTER,
        });
        return result.exitCode === 0 ? "" : (result.stdout ?? "");
      }),
    );
  } catch (error) {
    throw failure ?? error;
  }
}

/** Whether the migrations build exactly the tables of the schema. */
export async function isSchemaInStep(adminUrl: string, folders?: Folders): Promise<boolean> {
  return (await schemaDiff(adminUrl, folders)) === "";
}

export type NewMigration = {
  readonly name: string;
  readonly adminUrl: string;
  /** Write a file even when the schema is in step, for SQL that the schema cannot express. */
  readonly allowEmpty?: boolean;
  readonly folders?: Folders;
  readonly now?: Date;
};

/** Writes the next migration and gives its file, or undefined when there is nothing to write. */
export async function createMigration(wanted: NewMigration): Promise<string | undefined> {
  const folders = wanted.folders ?? defaultFolders();
  const slug = slugOf(wanted.name);
  const sql = await schemaDiff(wanted.adminUrl, folders);
  if (sql === "" && wanted.allowEmpty !== true) return undefined;
  const last = readMigrations(folders.migrations).at(-1)?.name;
  const folder = join(folders.migrations, `${stamp(wanted.now ?? new Date(), last)}_${slug}`);
  mkdirSync(folder, { recursive: true });
  writeLockFile(folders.migrations);
  const file = join(folder, "migration.sql");
  writeFileSync(file, sql === "" ? "-- Hand-written; the schema cannot express it.\n" : sql);
  return file;
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  if (slug === "") throw new Error(`"${name}" has no letter a–z or digit for a migration's name.`);
  return slug;
}

/** Names are the order of application, so a clock that runs behind must not sort it in earlier. */
function stamp(now: Date, last: string | undefined): string {
  const digits = (date: Date) => date.toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const previous = last?.slice(0, 14) ?? "";
  if (digits(now) > previous) return digits(now);
  const at = previous.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6Z");
  const next = Date.parse(at) + 1000;
  // A name that was given by hand is a number and need not be a time of day.
  return Number.isNaN(next) ? String(BigInt(previous) + 1n) : digits(new Date(next));
}

function writeLockFile(folder: string): void {
  const file = join(folder, LOCK_FILE);
  if (existsSync(file)) return;
  writeFileSync(
    file,
    "# Read by Prisma to tell for which kind of database the migrations are.\n" +
      'provider = "postgresql"\n',
  );
}

/** All *.prisma files of the folder; the generated client beside them holds none. */
function readSchema(folder: string): SchemaContainer[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".prisma"))
    .sort();
  if (files.length === 0) throw new Error(`There is no *.prisma file in ${folder}.`);
  return files.map((path) => ({
    path: relative(process.cwd(), join(folder, path)),
    content: readFileSync(join(folder, path), "utf8"),
  }));
}
