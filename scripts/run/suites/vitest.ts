import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureClient } from "../parts/build.ts";
import { run } from "../parts/command.ts";
import { embedded } from "../parts/database.ts";
import { type Environment, tool } from "../parts/environment.ts";
import { type Counts, vitestCounts } from "./counts.ts";
import type { Bench, Suite } from "./suite.ts";

async function runProject(project: string, bench: Bench, env: Environment = {}): Promise<Counts> {
  const report = join(bench.folder, `${project}.json`);
  const code = await run({
    file: tool("vitest"),
    args: [
      "run",
      `--project=${project}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...bench.rest,
    ],
    env,
    signal: bench.life.signal,
  });
  return vitestCounts(report, code);
}

export const architecture: Suite = {
  name: "architecture",
  title: "Architecture",
  run: (bench) => runProject("architecture", bench),
};

export const unit: Suite = {
  name: "unit",
  title: "Unit tests",
  async run(bench) {
    await ensureClient(bench.life.signal);
    return runProject("unit", bench);
  },
};

export const integration: Suite = {
  name: "integration",
  title: "Integration tests on a real PostgreSQL",
  async run(bench) {
    await ensureClient(bench.life.signal);
    const dataDir = join(bench.folder, "integration");
    mkdirSync(dataDir, { mode: 0o711 });
    const name = "The integration tests";
    const postgres = await embedded({ dataDir, name, durable: false }, bench.life);
    try {
      return await runProject("integration", bench, {
        TEST_DATABASE_ADMIN_URL: postgres.adminUrl,
        TEST_DATABASE_URL: postgres.url,
      });
    } finally {
      await postgres.stop();
    }
  },
};
