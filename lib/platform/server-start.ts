import { join } from "node:path";
import { watchPeers } from "./auth/peer";
import { database, databasePool } from "./db/client";
import { env } from "./env";
import { logger } from "./logger";
import { startMailer } from "./mail/mailer";
import { givePagesAgain } from "./pages/again";
import { watchParent } from "./parent-watch";
import { readiness, startStopping } from "./readiness";
import { answerStaticFiles } from "./static-files";
import { stopOnSignal } from "./stop";
import { startSweeper } from "./sweep/sweeper";

/** More than this between the two clocks, and what was done first would look as if done last (F-13). */
const CLOCKS_MS = 5_000;

/** The first visitor finds the connections made; a database that is away is no reason not to start (F-02). */
async function warmUp(): Promise<void> {
  const state = await readiness();
  if (!state.ready) {
    logger.warn({ reason: state.reason }, "started, but not ready");
    return;
  }
  await database().$queryRaw`SELECT 1`;
  const { rows } = await databasePool().query("SELECT clock_timestamp() AS at");
  const difference = Date.now() - rows[0].at.getTime();
  if (Math.abs(difference) > CLOCKS_MS) {
    logger.warn({ milliseconds: difference }, "the clocks of server and database differ");
  }
}

/** Checks the environment first, so that a wrong variable is named at once and not found by a visitor. */
export async function startServer(): Promise<void> {
  const { NODE_ENV } = env();
  watchParent();
  watchPeers();
  if (NODE_ENV === "production") {
    stopOnSignal();
    answerStaticFiles(join(process.cwd(), ".next", "static"));
    givePagesAgain();
  }
  // The development server has an end of its own; only readiness must turn.
  else process.once("SIGTERM", startStopping).once("SIGINT", startStopping);
  startMailer();
  startSweeper();
  await warmUp().catch((error: unknown) => logger.warn({ err: error }, "not warmed up"));
  logger.info("server started");
}
