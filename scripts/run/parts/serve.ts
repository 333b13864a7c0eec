import { ensureBuild, ensureClient } from "./build.ts";
import { awaitDatabase, embedded, loadDemo, migrate } from "./database.ts";
import type { Environment } from "./environment.ts";
import { endLeftoverWeb } from "./leftover.ts";
import { Lifetime } from "./lifetime.ts";
import { complain, note, say, step } from "./say.ts";
import {
  checkEnvironment,
  type Mode,
  readSettings,
  requireFreePort,
  type Settings,
  webEnvironment,
} from "./settings.ts";
import { reachStorage } from "./storage.ts";
import { openWaitingRoom } from "./waiting-room.ts";
import { startWeb } from "./web.ts";

/** What is said when the application answers; its environment serves commands that say more. */
type Greet = (settings: Settings, env: Environment, life: Lifetime) => void | Promise<void>;

/** From nothing to a served application, and back to nothing on a signal. */
export async function serve(mode: Mode, greet: Greet): Promise<never> {
  const life = new Lifetime();
  let code = 0;
  try {
    code = await runUntilEnd(mode, greet, life);
  } catch (error) {
    if (!life.asked) {
      complain(error);
      code = 1;
    }
  }
  if (life.asked) say("\n▸ Stopping");
  try {
    await life.close();
  } catch (error) {
    complain(error);
    code = 1;
  }
  process.exit(code);
}

async function runUntilEnd(mode: Mode, greet: Greet, life: Lifetime): Promise<number> {
  const settings = readSettings(mode);
  const { port, host, dataDir } = settings;
  await endLeftoverWeb(dataDir);
  await requireFreePort(settings);
  const leaveWaiting = mode === "start" ? await openWaitingRoom(port, host) : async () => {};
  life.onClose(leaveWaiting);
  await ensureClient(life.signal);
  if (mode !== "dev") await ensureBuild(life.signal);

  const fatal = Promise.withResolvers<never>();
  fatal.promise.catch(() => {});
  const postgres = settings.databaseUrl
    ? undefined
    : await embedded({ dataDir, name: NAMES[mode], onFatal: fatal.reject }, life);
  const databaseUrl = settings.databaseUrl ?? postgres?.url ?? "";
  const env = webEnvironment(settings, databaseUrl);
  checkEnvironment(env);
  await reachStorage(env);
  if (!postgres) await step("Reaching the database", () => awaitDatabase(databaseUrl, life));
  await migrate(databaseUrl, life);
  if (mode === "demo") await loadDemo(postgres, { ...env, DATABASE_URL: databaseUrl }, life);

  const command = mode === "dev" ? "dev" : "start";
  await leaveWaiting();
  const web = await step("Starting the web server", () =>
    startWeb({ command, port, host, dataDir, env }, life),
  );
  await greet(settings, env, life);
  const stop = new Promise<number>((resolve) => {
    // It may have been asked for while the greeting was said.
    if (life.asked) resolve(0);
    life.signal.addEventListener("abort", () => resolve(0));
  });
  const code = await Promise.race([stop, web.ended, fatal.promise]);
  if (!life.asked) note(`the web server ended by itself (exit code ${code})`);
  return life.asked ? 0 : code;
}

const NAMES: Record<Mode, string> = {
  demo: "The demonstration",
  start: "The portal",
  dev: "The development server",
};
