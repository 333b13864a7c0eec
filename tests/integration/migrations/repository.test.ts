import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { schemaDiff } from "../../../lib/platform/migrations/create.ts";
import { migrationsFolder, readMigrations } from "../../../lib/platform/migrations/folder.ts";
import { schemaState } from "../../../lib/platform/migrations/status.ts";
import { adminUrl, onEmptyDatabase } from "./support.ts";

const run = promisify(execFile);

/** The script as an operator starts it, in a process of its own. */
async function migrate(url: string): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url };
  return (await run(process.execPath, ["scripts/run/migrate.ts"], { env })).stdout;
}

describe("the migrations of this repository", () => {
  it("build exactly the schema in prisma/", async () => {
    expect(await schemaDiff(adminUrl())).toBe("");
  });

  it("are applied once by two processes that start together", async () => {
    const names = readMigrations(migrationsFolder()).map((migration) => migration.name);
    await onEmptyDatabase(async (url, query) => {
      const started = performance.now();
      const output = (await Promise.all([migrate(url), migrate(url)])).join("");
      const applied = [...output.matchAll(/^Applied migration (.*)\.$/gm)].map((match) => match[1]);
      expect(applied).toEqual(names);
      // The engine leaves a timer of ten seconds behind, which must not keep the process.
      expect(performance.now() - started).toBeLessThan(10_000);
      expect((await schemaState(query)).inStep).toBe(true);
      expect(await migrate(url)).toBe("The database is up to date.\n");
    });
  });

  it("cannot be applied without an address", async () => {
    await expect(migrate("")).rejects.toThrow("DATABASE_URL is not set.");
  });
});
