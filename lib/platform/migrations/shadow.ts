import { randomUUID } from "node:crypto";
import pg from "pg";

/** Creates an empty database beside the given one and drops it again, whatever happens in it. */
export async function withScratchDatabase<T>(
  adminUrl: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const name = `scratch_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: adminUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    try {
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return await work(url.href);
    } finally {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
