import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { must } from "./command.ts";
import { compressScripts } from "./compress.ts";
import { nextProgram, root } from "./environment.ts";
import { fingerprint, isStamped, stamp } from "./fingerprint.ts";
import { step } from "./say.ts";

const GENERATED = "prisma/generated";
const GENERATOR = ["scripts/run/generate.ts", "scripts/run/parts/client-data.ts"];

/** Generates the database client unless it was made from exactly this schema and version. */
export async function ensureClient(signal: AbortSignal): Promise<void> {
  const inputs = [
    "prisma/schema.prisma",
    "prisma/models",
    "prisma.config.ts",
    "package-lock.json",
    ...GENERATOR,
  ];
  const wanted = fingerprint(inputs);
  const mark = join(root, GENERATED, ".made-from");
  if (existsSync(join(root, GENERATED, "client.ts")) && isStamped(mark, wanted)) return;
  await step("Generating the database client", async () => {
    rmSync(mark, { force: true });
    await must(
      { file: process.execPath, args: [join(root, "scripts/run/generate.ts")], signal },
      "Generating the database client",
      "The lines above name the place in prisma/ that is wrong.",
    );
    stamp(mark, wanted);
  });
}

/** Builds unless the last build was made from exactly these sources. */
export async function ensureBuild(signal: AbortSignal): Promise<void> {
  const mark = join(root, ".next", "made-from");
  const wanted = fingerprint([...sources(), ...GENERATOR], [GENERATED]);
  if (existsSync(join(root, ".next", "BUILD_ID")) && isStamped(mark, wanted)) return;
  await step("Building for production", async () => {
    rmSync(mark, { force: true });
    await must(
      { file: process.execPath, args: [nextProgram, "build"], signal },
      "The build",
      "The lines above name the file; if another build is running, wait for it.",
    );
    await compressScripts();
    stamp(mark, wanted);
  });
}

// Everything in the root except what no build reads: a new source folder is then never forgotten.
const NOT_SOURCES = new Set(["node_modules", "tests", "docs", "scripts", "next-env.d.ts"]);

function sources(): string[] {
  return readdirSync(root)
    .filter((name) => !NOT_SOURCES.has(name) && !/\.(md|tsbuildinfo)$/.test(name))
    .filter((name) => !name.startsWith(".") || name.startsWith(".env"))
    .filter((name) => !["test-results", "playwright-report", "coverage"].includes(name))
    .toSorted();
}
