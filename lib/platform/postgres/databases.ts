import pg from "pg";
import { onDatabase, withClient } from "./connect.ts";
import { APP_DATABASE, APP_ROLE, EXTENSIONS } from "./names.ts";

const quote = pg.escapeIdentifier;

/** Brings role, database and extensions to the state the application expects; repeatable. */
export async function prepareDatabases(adminUrl: string, appSecret: string): Promise<void> {
  await withClient(onDatabase(adminUrl, "template1"), addExtensions);
  await withClient(adminUrl, async (client) => {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
    // The file is the truth: a new secret takes effect at the next start.
    await client.query(
      `${role.rowCount ? "ALTER" : "CREATE"} ROLE ${quote(APP_ROLE)} LOGIN NOSUPERUSER NOCREATEDB
       NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${pg.escapeLiteral(appSecret)}`,
    );
  });
  await createDatabase(adminUrl, APP_DATABASE);
  await withClient(onDatabase(adminUrl, APP_DATABASE), addExtensions);
}

async function addExtensions(client: pg.Client): Promise<void> {
  for (const name of EXTENSIONS) {
    await client.query(`CREATE EXTENSION IF NOT EXISTS ${quote(name)}`);
  }
}

/**
 * Creates a database (for comparing migrations, or for a test as a copy of `template`) that the
 * application's role owns; one that exists is left as it is. Needs the administrator's address.
 */
export async function createDatabase(
  adminUrl: string,
  name: string,
  { owner = APP_ROLE, template = "template1" } = {},
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (known.rowCount) return;
    await client.query(
      `CREATE DATABASE ${quote(name)} OWNER ${quote(owner)} TEMPLATE ${quote(template)}`,
    );
    // By default every role may connect to every database and make temporary tables in it.
    await client.query(`REVOKE ALL ON DATABASE ${quote(name)} FROM PUBLIC`);
  });
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`),
  );
}
