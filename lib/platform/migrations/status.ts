import { hasChecksum, type Migration, migrationsFolder, readMigrations } from "./folder.ts";

/** Runs one statement without parameters, so that a pg client, a pool and Prisma all fit. */
export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>;

export type SchemaState = {
  /** Every migration known to the code is applied unchanged, and no other one. */
  readonly inStep: boolean;
  /** Known to the code, not applied. */
  readonly pending: readonly string[];
  /** Applied by a newer version of the code. */
  readonly unknown: readonly string[];
  /** Applied with another text than the one in the folder. */
  readonly edited: readonly string[];
  /** Begun and neither finished nor rolled back: failed, or running at this moment. */
  readonly failed: readonly string[];
};

// The list of the migrations on disk belongs to the running code and cannot change under it.
const known = new Map<string, readonly Migration[]>();

/** Cheap enough for a readiness probe: two short queries, the folder is read once per process. */
export async function schemaState(
  query: Query,
  folder: string = migrationsFolder(),
): Promise<SchemaState> {
  const migrations = known.get(folder) ?? readMigrations(folder);
  known.set(folder, migrations);
  return compare(query, migrations);
}

/** The same comparison with a list that the caller has just read. */
export async function compare(
  query: Query,
  migrations: readonly Migration[],
): Promise<SchemaState> {
  const rows = await history(query);
  const applied = new Map(
    rows.filter((row) => row.finished).map((row) => [row.name, row.checksum]),
  );
  const names = new Set(migrations.map((migration) => migration.name));
  const failed = rows.filter((row) => !row.finished).map((row) => row.name);
  const pending = [...names].filter((name) => !applied.has(name));
  const unknown = [...applied.keys()].filter((name) => !names.has(name));
  const edited = migrations
    .filter((migration) => {
      const checksum = applied.get(migration.name);
      return checksum !== undefined && !hasChecksum(migration, checksum);
    })
    .map((migration) => migration.name);
  const inStep = [failed, pending, unknown, edited].every((list) => list.length === 0);
  return { inStep, pending, unknown, edited, failed };
}

type HistoryRow = { name: string; checksum: string; finished: boolean };

async function history(query: Query): Promise<HistoryRow[]> {
  // Asked first, because a failed statement would spoil a transaction that the caller may be in.
  const [table] = await query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present");
  if (table?.present !== true) return [];
  const rows = await query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  return rows.map((row) => ({
    name: String(row.migration_name),
    checksum: String(row.checksum),
    finished: row.finished === true,
  }));
}
