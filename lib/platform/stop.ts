import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { disconnect } from "./db/client";
import { env } from "./env";
import { logger } from "./logger";
import { stopMailer } from "./mail/mailer";
import { startStopping } from "./readiness";
import { onRequest } from "./requests";
import { stopSweeper } from "./sweep/sweeper";

/** So long readiness says no while requests are still taken: a balancer that asks every two seconds has noticed. */
const NOTICE_MS = 3_000;
const DRAIN_MS = 18_000;
/** Everything together; a stop takes at most 30 s (contract, section 7). */
const LIMIT_MS = 26_000;
/** Signals within this time are one wish: terminal, npm and shell each pass Ctrl-C on. */
const SAME_WISH_MS = 1_500;

const servers = new Set<Server>();

/** Resolves when the last running request has its answer. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy when the server was closed becomes idle later, and would be held open.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}

async function stop(): Promise<void> {
  setTimeout(() => process.exit(1), LIMIT_MS).unref();
  startStopping();
  logger.info("stopping");
  const loops = [stopMailer(), stopSweeper()];
  // Nobody balances a demonstration, and Ctrl-C there should not have to be waited for.
  if (!env().DEMO) await sleep(NOTICE_MS);
  const drained = Promise.all([...servers].map(close)).then(() => true);
  if (!(await Promise.race([drained, sleep(DRAIN_MS, false)]))) {
    logger.warn("requests that did not end were cut off");
  }
  await Promise.allSettled([...loops, disconnect()]);
  logger.info("stopped");
  process.exit(0);
}

/**
 * An orderly end on the stop signal, in place of Next's own, which stops listening at once (nobody would see readiness
 * turn) and leaves the database's connections to their fate.
 */
export function stopOnSignal(): void {
  onRequest(({ server }) => servers.add(server));
  let askedAt: number | undefined;
  for (const name of ["SIGTERM", "SIGINT"] as const) {
    process.removeAllListeners(name);
    process.on(name, () => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        void stop();
      } else if (performance.now() - askedAt > SAME_WISH_MS) {
        process.exit(1);
      }
    });
  }
}
