import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { schemaDiff } from "../../../lib/platform/migrations/create.ts";
import { migrationsFolder, readMigrations } from "../../../lib/platform/migrations/folder.ts";
import { schemaState } from "../../../lib/platform/migrations/status.ts";
import { adminUrl, onEmptyDatabase, temporaryFolder } from "./support.ts";

const run = promisify(execFile);

/** The script as an operator starts it, in a process of its own. */
async function migrate(url: string): Promise<string> {
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: temporaryFolder() };
  return (await run(process.execPath, ["scripts/run/db.ts", "migrate"], { env })).stdout;
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
      const applied = [...output.matchAll(/^ {2}Applied migration (.*)\.$/gm)].map(
        (match) => match[1],
      );
      expect(applied).toEqual(names);
      // The engine leaves a timer of ten seconds behind, which must not keep the process.
      expect(performance.now() - started).toBeLessThan(10_000);
      expect((await schemaState(query)).inStep).toBe(true);
      expect(await migrate(url)).toContain("up to date");
    });
  });

  it("name what is wrong with the address that they are to be applied to", async () => {
    await expect(migrate("mysql://127.0.0.1/x")).rejects.toThrow("DATABASE_URL must begin with");
    const stranger = new URL(adminUrl());
    stranger.pathname = "/not_there";
    await expect(migrate(stranger.href)).rejects.toThrow('database "not_there" does not exist');
  });
});
