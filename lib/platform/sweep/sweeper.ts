import "server-only";
import { now } from "../clock";
import { databasePool } from "../db/client";
import { keeper } from "../files/store";
import { logger } from "../logger";
import { sweep } from "./sweep";

/** Not at once: a start has other things to do, and an installation that starts again and again need not sweep. */
const FIRST_MS = 60_000;
const EVERY_MS = 3_600_000;

type Sweeper = { stop: () => Promise<void> };

// One per process: the development server loads this module again and again.
const holder = globalThis as { allianceSweeper?: Sweeper };

async function round(): Promise<void> {
  try {
    const client = await databasePool().connect();
    try {
      const swept = await sweep(client, keeper(), now());
      if (swept && Object.values(swept).some((count) => count > 0)) logger.info({ swept }, "swept");
      client.release();
    } catch (error) {
      // Not back into the pool: it might still hold the lock.
      client.release(true);
      throw error;
    }
  } catch (error) {
    logger.warn({ err: error }, "not swept");
  }
}

function run(): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const wait = (ms: number) => {
    timer = setTimeout(() => {
      running = round().then(() => {
        if (!stopped) wait(EVERY_MS);
      });
    }, ms).unref();
  };
  wait(FIRST_MS);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Takes away every hour what is past its time. Safe to call again. */
export function startSweeper(): void {
  holder.allianceSweeper ??= run();
}

/** Waits for the round under way, for an orderly end. */
export async function stopSweeper(): Promise<void> {
  const sweeper = holder.allianceSweeper;
  delete holder.allianceSweeper;
  await sweeper?.stop();
}
