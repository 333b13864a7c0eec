import "server-only";
import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "../env";
import { logger } from "../logger";

/** At most `count` in a stretch of `seconds`, which begins with the first. `name` begins the key in the table. */
export type Allowance = { name: string; count: number; seconds: number };

/**
 * Two connections of its own: an attempt is counted even when the transaction around it rolls back, and requests that
 * each hold a connection of the application's pool must not wait there for a second one.
 */
function connect(url: string) {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    options: "-c statement_timeout=5000",
    connectionTimeoutMillis: 5000,
    allowExitOnIdle: true,
  });
  pool.on("error", (error) => logger.warn({ err: error.message }, "idle database connection lost"));
  return { url, pool, counters: new Map<string, RateLimiterPostgres>() };
}

const holder = globalThis as { allianceCounters?: ReturnType<typeof connect> };

/** The counter of an allowance, one for each in this process. Kept in the database: instances share the counts. */
export function counterOf({ name, count, seconds }: Allowance): RateLimiterPostgres {
  const url = env().DATABASE_URL;
  if (holder.allianceCounters?.url !== url) holder.allianceCounters = connect(url);
  const { pool, counters } = holder.allianceCounters;
  const known = counters.get(name);
  if (known) return known;
  const counter = new RateLimiterPostgres({
    storeClient: pool,
    // Said here: a bundler may rename the class by which the library would tell.
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    // The sweeper does it, once for all counters.
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: count,
    duration: seconds,
  });
  counters.set(name, counter);
  return counter;
}

/** Takes a point; the answer says how many were taken in all, and how long to wait if that was too many. */
export async function take(counter: RateLimiterPostgres, key: string, seconds?: number) {
  try {
    const taken = await counter.consume(key, 1, seconds ? { customDuration: seconds } : {});
    return { count: taken.consumedPoints, wait: 0 };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const wait = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    return { count: refused.consumedPoints, wait };
  }
}
