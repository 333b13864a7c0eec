import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { choosePort } from "../../../lib/platform/postgres/port.ts";
import type { Lifetime } from "../parts/lifetime.ts";
import { webEnvironment } from "../parts/settings.ts";
import { startWeb } from "../parts/web.ts";

/** An instance of the portal as it runs for real; its words go into a file of its folder. */
export async function startPortal(dataDir: string, databaseUrl: string, life: Lifetime) {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const port = await choosePort(undefined);
  const settings = {
    mode: "start",
    host: "127.0.0.1",
    port,
    dataDir,
    databaseUrl: undefined,
  } as const;
  const address = `http://127.0.0.1:${port}`;
  const environment = webEnvironment(settings, databaseUrl);
  const env = { ...environment, APP_URL: address, LOG_LEVEL: "error" };
  const output = openSync(join(dataDir, "bench-web.log"), "a");
  await startWeb({ command: "start", ...settings, env, output }, life);
  closeSync(output);
  return { address, dataDir };
}
