import pg from "pg";

/** With a connection of its own to the database of the running portal. */
export async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The rows of one statement. */
export const ask = <Row extends pg.QueryResultRow>(text: string, values: unknown[]) =>
  inDatabase(async (client) => (await client.query<Row>(text, values)).rows);
