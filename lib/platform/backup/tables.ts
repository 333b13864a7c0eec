import type pg from "pg";

export type Column = { name: string; type: string };
export type Table = { name: string; columns: Column[] };

/** Not carried over: rights of browsers and links that were open then, counters of attempts, and the schema's own list. */
const leftOut = ["_prisma_migrations", "sessions", "one_time_tokens", "rate_limits"];

/** Every table with its columns, as the catalogue has them now: a new table is in the next backup by itself. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
       ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [leftOut],
  );
  return rows;
}

/** An unused portal may have these already: the set-up link, and the chain that says so. */
export const mayHoldRows = ["audit_entries", "audit_heads", "outbox_mails"];

export const emptied = (tables: readonly Table[]): string[] => [
  ...tables.map((table) => table.name),
  ...leftOut.filter((name) => name !== "_prisma_migrations"),
];

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export async function migrationsOf(client: pg.ClientBase) {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

export async function auditHeadsOf(client: pg.ClientBase) {
  const { rows } = await client.query<{ chain: string; seq: string; hash: string }>(
    "SELECT chain, seq::text AS seq, hash FROM audit_heads ORDER BY chain",
  );
  return rows;
}

/** Settings under which a value's text is the value again, on every machine. */
export const faithful = [
  "SET timezone TO 'UTC'",
  "SET datestyle TO 'ISO, YMD'",
  "SET intervalstyle TO 'postgres'",
  "SET extra_float_digits TO 1",
  "SET bytea_output TO 'hex'",
  "SET statement_timeout TO 0",
];
