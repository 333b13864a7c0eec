import "server-only";
import { createHash } from "node:crypto";
import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "../env";
import { logger } from "../logger";

/** security 4.5. Kept in the database: two instances and a restart share the counts. */
export const signInLimits = {
  account: { points: 5, seconds: 15 * 60, longestWait: 60 },
  address: { points: 30, seconds: 15 * 60 },
} as const;

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
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      // Said here: a bundler may rename the class by which the library would tell.
      storeType: "pool",
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix,
      points,
      duration,
    });
  const { account, address } = signInLimits;
  return {
    url,
    failures: limiter("sign-in-account", account.points, account.seconds),
    turn: limiter("sign-in-turn", 1, account.longestWait),
    addresses: limiter("sign-in-address", address.points, address.seconds),
  };
}

const holder = globalThis as { allianceBrake?: ReturnType<typeof connect> };

function limiters() {
  const url = env().DATABASE_URL;
  if (holder.allianceBrake?.url !== url) holder.allianceBrake = connect(url);
  return holder.allianceBrake;
}

/** The table holds no e-mail address: it is copied into backups and read while looking for attacks. */
const keyOf = (account: string): string => createHash("sha256").update(account).digest("hex");

/** Takes a point; the answer says how many were taken in all, and how long to wait if that was too many. */
async function take(limiter: RateLimiterPostgres, key: string, seconds?: number) {
  try {
    const taken = await limiter.consume(key, 1, seconds ? { customDuration: seconds } : {});
    return { count: taken.consumedPoints, wait: 0 };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const wait = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    return { count: refused.consumedPoints, wait };
  }
}

/** 1, 2, 4 … 60 seconds after the fifth, sixth, seventh attempt. */
const waitAfter = (attempts: number): number =>
  Math.min(signInLimits.account.longestWait, 2 ** (attempts - signInLimits.account.points));

/**
 * Counts an attempt before the password is looked at, so that attempts at once cannot pass together. From the fifth in
 * a quarter of an hour on, each attempt takes a turn, and the account waits after it: longer each time, never for
 * good, since a lock would let a stranger keep a delegate out of a vote.
 * @returns seconds to wait; 0: go on
 */
export async function press(account: string, address?: string): Promise<number> {
  const { failures, turn, addresses } = limiters();
  const fromThere = address ? await take(addresses, address) : undefined;
  if (fromThere?.wait) return fromThere.wait;
  const key = keyOf(account);
  const running = await turn.get(key);
  if (running && running.msBeforeNext > 0) return Math.ceil(running.msBeforeNext / 1000);
  const { count } = await take(failures, key);
  if (count < signInLimits.account.points) return 0;
  return (await take(turn, key, waitAfter(count))).wait;
}

/** After the right password: the account starts afresh, and a meeting room behind one address is not used up. */
export async function release(account: string, address?: string): Promise<void> {
  const { failures, turn, addresses } = limiters();
  const key = keyOf(account);
  await Promise.all([
    failures.delete(key),
    turn.delete(key),
    address ? addresses.reward(address, 1) : undefined,
  ]);
}
