import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { folderKeeper } from "@/lib/platform/files/folder";
import { loadDemo } from "@/prisma/seed/demo/load";
import { useDatabase } from "@/tests/support/database";

/** A database of this test file with the demonstration in it, and a folder with its files. */
export function useDemo(today: string) {
  const { url } = useDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "demo-files-"));
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  // Its last connection may still be on its way out when the database is dropped.
  pool.on("error", () => undefined);
  beforeAll(async () => {
    await loadDemo({ url, keeper: folderKeeper(dataDir), today });
  });
  afterAll(async () => {
    await pool.end();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const rows = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await pool.query<T>(sql, values)).rows;
  return {
    url,
    dataDir,
    rows,
    load: () => loadDemo({ url, keeper: folderKeeper(dataDir), today }),
  };
}
