import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { choosePort } from "../../../lib/platform/postgres/port.ts";
import { ensureBuild, ensureClient } from "../parts/build.ts";
import { run } from "../parts/command.ts";
import { embedded, loadDemo, migrate } from "../parts/database.ts";
import { type Environment, tool } from "../parts/environment.ts";
import type { Lifetime } from "../parts/lifetime.ts";
import { step } from "../parts/say.ts";
import { type Settings, webEnvironment } from "../parts/settings.ts";
import { startWeb } from "../parts/web.ts";
import { ensureChineseFont, findChromium } from "./chromium.ts";
import { type Counts, playwrightCounts } from "./counts.ts";
import type { Bench, Suite } from "./suite.ts";

/** The production build with the demonstration data, on a database of its own. */
export const e2e: Suite = {
  name: "e2e",
  title: "End-to-end tests in Chromium",
  async run(bench) {
    const { signal } = bench.life;
    const chromium = await findChromium(signal);
    await ensureChineseFont(signal);
    await ensureClient(signal);
    await ensureBuild(signal);
    const life = bench.life.part();
    try {
      const env = await serveOnce(bench, life);
      return await browse(bench, { ...env, CHROMIUM_PATH: chromium });
    } finally {
      await life.close();
    }
  },
};

async function serveOnce(bench: Bench, life: Lifetime): Promise<Environment> {
  const dataDir = join(bench.folder, "e2e");
  mkdirSync(dataDir, { mode: 0o711 });
  const postgres = await embedded({ dataDir, name: "The end-to-end tests", durable: false }, life);
  const settings: Settings = {
    mode: "demo",
    host: "127.0.0.1",
    port: await choosePort(undefined),
    dataDir,
    databaseUrl: undefined,
  };
  const address = `http://localhost:${settings.port}`;
  const env = { ...webEnvironment(settings, postgres.url), APP_URL: address };
  await migrate(postgres.url, life);
  await loadDemo(postgres, { ...env, DATABASE_URL: postgres.url }, life);
  const log = join(bench.folder, "web.log");
  const output = openSync(log, "a");
  try {
    await step("Starting the web server", () =>
      startWeb({ command: "start", ...settings, env, output }, life),
    );
  } catch (error) {
    process.stderr.write(readFileSync(log));
    throw error;
  } finally {
    closeSync(output);
  }
  return { ...env, E2E_BASE_URL: address, E2E_WEB_LOG: log };
}

async function browse(bench: Bench, env: Environment): Promise<Counts> {
  const report = join(bench.folder, "e2e.json");
  const code = await run({
    file: tool("playwright"),
    args: ["test", "--reporter=list,json", ...bench.rest],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    signal: bench.life.signal,
  });
  return playwrightCounts(report, code);
}
