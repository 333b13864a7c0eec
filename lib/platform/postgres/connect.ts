import pg from "pg";

/** Runs `work` on one connection of its own and always gives the connection back. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    ssl: false,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 60_000,
    // Said here, because an absent value would be taken from PGOPTIONS.
    options: "-c client_encoding=UTF8",
    application_name: "alliance-supervisor",
  });
  // A server that goes away between two queries reports it here; the next query rejects as well.
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

export function databaseUrl(role: string, secret: string, port: number, database: string): string {
  return `postgresql://${role}:${secret}@127.0.0.1:${port}/${database}`;
}

export function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}
