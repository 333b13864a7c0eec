import { describe, expect, it } from "vitest";
import { runMigrations } from "../../../lib/platform/migrations/apply.ts";
import { schemaState } from "../../../lib/platform/migrations/status.ts";
import { migrationsOf, onEmptyDatabase } from "./support.ts";

const ONE = "20260101000000_one";
const TWO = "20260102000000_two";
const A = "CREATE TABLE a (id int);\n";
const B = "CREATE TABLE b (id int);\n";
const silent = () => undefined;
const clean = { inStep: true, pending: [], unknown: [], edited: [], failed: [] };

describe("schemaState", () => {
  it("calls an empty database behind", async () => {
    const folder = migrationsOf({ [ONE]: A, [TWO]: B });
    await onEmptyDatabase(async (_url, query) => {
      const state = await schemaState(query, folder);
      expect(state).toEqual({ ...clean, inStep: false, pending: [ONE, TWO] });
    });
  });

  it("calls a migrated database in step", async () => {
    const folder = migrationsOf({ [ONE]: A, [TWO]: B });
    await onEmptyDatabase(async (url, query) => {
      await runMigrations(url, silent, folder);
      expect(await schemaState(query, folder)).toEqual(clean);
    });
  });

  it("tells what is missing, what is unknown and what was changed", async () => {
    const other = "20260103000000_other";
    await onEmptyDatabase(async (url, query) => {
      await runMigrations(url, silent, migrationsOf({ [ONE]: A, [TWO]: B }));
      const state = await schemaState(query, migrationsOf({ [ONE]: `${A}--\n`, [other]: B }));
      expect(state).toEqual({
        inStep: false,
        pending: [other],
        unknown: [TWO],
        edited: [ONE],
        failed: [],
      });
    });
  });

  it("tells what failed", async () => {
    const folder = migrationsOf({ [ONE]: A, [TWO]: "SELECT 1 / 0;\n" });
    await onEmptyDatabase(async (url, query) => {
      await expect(runMigrations(url, silent, folder)).rejects.toThrow();
      const state = await schemaState(query, folder);
      expect(state).toEqual({ ...clean, inStep: false, pending: [TWO], failed: [TWO] });
    });
  });

  it("works inside a transaction without spoiling it", async () => {
    const folder = migrationsOf({ [ONE]: A });
    await onEmptyDatabase(async (_url, query) => {
      await query("BEGIN");
      expect((await schemaState(query, folder)).inStep).toBe(false);
      expect(await query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
      await query("ROLLBACK");
    });
  });
});
