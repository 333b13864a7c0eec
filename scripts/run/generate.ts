import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { moveData } from "./parts/client-data.ts";

/**
 * Generates the database client into prisma/generated. Prisma's command line wants a native schema
 * engine at hand, although generating never starts it, and would download one; any existing file
 * in its place keeps it from that.
 */
const root = join(import.meta.dirname, "..", "..");
const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
const result = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
  cwd: root,
  encoding: "utf8",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
if (result.status !== 0) {
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  process.stderr.write(`prisma generate failed (${result.error?.message ?? result.status}).\n`);
  process.exitCode = 1;
} else {
  await moveData(join(root, "prisma/generated/internal"));
}
