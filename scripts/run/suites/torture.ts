import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild, ensureClient } from "../parts/build.ts";
import { run } from "../parts/command.ts";
import { embedded } from "../parts/database.ts";
import { type Environment, tool } from "../parts/environment.ts";
import { type Counts, vitestCounts } from "./counts.ts";
import type { Bench, Suite } from "./suite.ts";

/** Real instances of the production build; what a size is not given for in the environment runs at full size. */
async function runTorture(bench: Bench, files: readonly string[], size: Environment = {}) {
  const { signal } = bench.life;
  await ensureClient(signal);
  await ensureBuild(signal);
  const dataDir = join(bench.folder, "torture");
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const life = bench.life.part();
  const report = join(bench.folder, "torture.json");
  try {
    const postgres = await embedded({ dataDir, name: "The torture tests", durable: false }, life);
    const code = await run({
      file: tool("vitest"),
      args: [
        "run",
        "--config=tests/torture/vitest.config.ts",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
        ...files,
        ...bench.rest,
      ],
      env: { TEST_DATABASE_ADMIN_URL: postgres.adminUrl, ...size },
      signal,
    });
    return vitestCounts(report, code);
  } finally {
    await life.close();
  }
}

/** Hours of work at full size; not among the suites of every day. */
export const torture: Suite = {
  name: "torture",
  title: "Votes and money under torture, at full size",
  run: (bench): Promise<Counts> => runTorture(bench, []),
};

/** The same instances killed a few times: long enough to see that nothing is lost, short enough for every day. */
export const drills: Suite = {
  name: "drills",
  title: "Instances killed while ballots arrive, in short",
  run: (bench): Promise<Counts> =>
    runTorture(
      bench,
      ["tests/torture/web-killed.test.ts", "tests/torture/database-killed.test.ts"],
      {
        TORTURE_KILLS: "3",
        TORTURE_KILL_SEATS: "50",
      },
    ),
};
