import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";
import { withScratchDatabase } from "../../../lib/platform/migrations/shadow.ts";

export function adminUrl(): string {
  const url = process.env.TEST_DATABASE_ADMIN_URL;
  if (url === undefined) throw new Error("TEST_DATABASE_ADMIN_URL is not set.");
  return url;
}

/** Gives the test an empty database of its own and a connection to look into it. */
export async function onEmptyDatabase(
  test: (url: string, query: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<void>,
): Promise<void> {
  await withScratchDatabase(adminUrl(), async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await test(url, async (sql) => (await client.query(sql)).rows);
    } finally {
      await client.end();
    }
  });
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeMigration(folder: string, name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

/** A folder with the given migrations; every call gives another one. */
export function migrationsOf(scripts: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, sql] of Object.entries(scripts)) writeMigration(folder, name, sql);
  return folder;
}
