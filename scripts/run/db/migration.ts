import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { createMigration, defaultFolders } from "../../../lib/platform/migrations/create.ts";
import { MigrationError } from "../../../lib/platform/migrations/failure.ts";
import { Problem } from "../../../lib/platform/postgres/problem.ts";
import { embedded } from "../parts/database.ts";
import { root } from "../parts/environment.ts";
import type { Lifetime } from "../parts/lifetime.ts";
import { note, say, step } from "../parts/say.ts";

/** A server for as long as the command lives, in a folder that goes with it. */
async function throwAwayServer(life: Lifetime): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "alliance-migration-"));
  // PostgreSQL runs as another user when root writes the migration, and must pass through.
  chmodSync(dataDir, 0o711);
  life.onClose(() => rmSync(dataDir, { recursive: true, force: true }));
  const name = "npm run db:migration";
  return (await embedded({ dataDir, name, durable: false }, life)).adminUrl;
}

export async function migrationCommand(args: string[], life: Lifetime): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { url: { type: "string" }, empty: { type: "boolean", default: false } },
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    throw new Problem(
      "A migration has one name.",
      "Say what it changes: npm run db:migration -- name_of_change",
    );
  }
  const adminUrl = values.url ?? (await throwAwayServer(life));
  await step("Comparing the models with the migrations", async () => {
    try {
      const wanted = { name, adminUrl, allowEmpty: values.empty, folders: defaultFolders(root) };
      const file = await createMigration(wanted);
      note(
        file ? relative(root, file) : "the migrations already build the models: nothing written",
      );
      if (file) say("  Read it before it is committed: it is a draft.");
    } catch (error) {
      if (!(error instanceof MigrationError)) throw error;
      throw new Problem(error.message, "Correct the models or the migration named above.");
    }
  });
}
