import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { schemaDiff } from "../../../lib/platform/migrations/create.ts";
import { migrationsFolder, readMigrations } from "../../../lib/platform/migrations/folder.ts";
import { schemaState } from "../../../lib/platform/migrations/status.ts";
import { adminUrl, onEmptyDatabase, temporaryFolder } from "./support.ts";

const run = promisify(execFile);

/** The script as an operator starts it, in a process of its own; and how long that stays after its last word. */
async function migrate(url: string): Promise<{ output: string; lingered: number }> {
  const env = { ...process.env, DATABASE_URL: url, DATA_DIR: temporaryFolder() };
  const running = run(process.execPath, ["scripts/run/db.ts", "migrate"], { env });
  let lastWord = Number.POSITIVE_INFINITY;
  running.child.stdout?.on("data", () => {
    lastWord = performance.now();
  });
  const { stdout } = await running;
  return { output: stdout, lingered: performance.now() - lastWord };
}

describe("the migrations of this repository", () => {
  it("build exactly the schema in prisma/", async () => {
    expect(await schemaDiff(adminUrl())).toBe("");
  });

  it("are applied once by two processes that start together", async () => {
    const names = readMigrations(migrationsFolder()).map((migration) => migration.name);
    await onEmptyDatabase(async (url, query) => {
      const both = await Promise.all([migrate(url), migrate(url)]);
      const output = both.map((one) => one.output).join("");
      const applied = [...output.matchAll(/^ {2}Applied migration (.*)\.$/gm)].map(
        (match) => match[1],
      );
      expect(applied).toEqual(names);
      // The engine leaves a timer of ten seconds behind, which must not keep the process.
      expect(Math.max(...both.map(({ lingered }) => lingered))).toBeLessThan(8_000);
      expect(Math.min(...both.map(({ lingered }) => lingered))).toBeGreaterThan(0);
      expect((await schemaState(query)).inStep).toBe(true);
      expect((await migrate(url)).output).toContain("up to date");
    });
  });

  it("name what is wrong with the address that they are to be applied to", async () => {
    await expect(migrate("mysql://127.0.0.1/x")).rejects.toThrow("DATABASE_URL must begin with");
    const stranger = new URL(adminUrl());
    stranger.pathname = "/not_there";
    await expect(migrate(stranger.href)).rejects.toThrow('database "not_there" does not exist');
  });
});
