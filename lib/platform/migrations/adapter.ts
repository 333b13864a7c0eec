import { PrismaPg } from "@prisma/adapter-pg";
import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's internal one-byte type `"char"`, which its catalog tables are full of. */
const CATALOG_CHAR = 18;

export type ScriptErrorListener = (script: string, error: pg.DatabaseError) => void;

/** Prisma's adapter for pg, with the two things repaired that the schema engine stumbles over. */
export async function connectAdapter(
  pool: pg.Pool,
  onScriptError: ScriptErrorListener | undefined,
): Promise<SqlDriverAdapter> {
  const markChars = readCatalogChars(pool);
  const adapter: SqlDriverAdapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    markChars(result.rows, result.columnTypes);
    return result;
  };
  adapter.executeScript = (script) => executeScript(pool, script, onScriptError);
  return adapter;
}

/**
 * The adapter refuses columns of the type `"char"`, so that the engine cannot read any table's
 * constraints (prisma/orm issue 27403). They pass as text and get their right type afterwards.
 */
function readCatalogChars(pool: pg.Pool): (rows: unknown[], types: ColumnType[]) => void {
  const charColumns = new WeakMap<object, number[]>();
  const send = pool.query.bind(pool) as (query: pg.QueryConfig) => Promise<pg.QueryResult>;
  const query = async (config: pg.QueryConfig) => {
    const result = await send(config);
    const columns: number[] = [];
    // A script of several statements gives a list of results, which has no fields.
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CATALOG_CHAR) continue;
      field.dataTypeID = pg.types.builtins.TEXT;
      columns.push(index);
    }
    if (columns.length > 0) charColumns.set(result.rows, columns);
    return result;
  };
  Object.assign(pool, { query });
  return (rows, types) => {
    for (const index of charColumns.get(rows) ?? []) types[index] = ColumnTypeEnum.Character;
  };
}

/**
 * Prisma's adapter cuts a script at every semicolon and sends the pieces one by one, which breaks
 * function bodies and strings and leaves half a migration behind. Sent whole, PostgreSQL parses it
 * and runs it as one transaction, as with Prisma's native engine.
 */
async function executeScript(
  pool: pg.Pool,
  script: string,
  onScriptError: ScriptErrorListener | undefined,
): Promise<void> {
  try {
    // When it fails the pool closes the connection, and with it a transaction that the script began.
    await pool.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    onScriptError?.(script, error);
    throw new DriverAdapterError({
      kind: "postgres",
      code: error.code ?? "XX000",
      severity: error.severity ?? "ERROR",
      message: error.message,
      detail: error.detail,
      column: error.column,
      hint: error.hint,
    });
  }
}
