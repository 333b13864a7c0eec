import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { databasePool } from "../db/client";

/** security 4.5. Kept in the database: two instances and a restart share the counts. */
export const signInLimits = {
  account: { points: 5, seconds: 15 * 60, longestWait: 60 },
  address: { points: 30, seconds: 15 * 60 },
} as const;

type Limiters = { account: RateLimiterPostgres; turn: RateLimiterPostgres; address: RateLimiterPostgres };

const holder = globalThis as { allianceBrake?: { pool: unknown; limiters: Limiters } };

function limiters(): Limiters {
  const pool = databasePool();
  if (holder.allianceBrake?.pool !== pool) {
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({
        storeClient: pool,
        // Said here: the bundler may rename the class by which the library would tell.
        storeType: "pool",
        tableName: "rate_limits",
        tableCreated: true,
        keyPrefix,
        points,
        duration,
      });
    const { account, address } = signInLimits;
    holder.allianceBrake = {
      pool,
      limiters: {
        account: limiter("sign-in-account", account.points, account.seconds),
        turn: limiter("sign-in-turn", 1, account.longestWait),
        address: limiter("sign-in-address", address.points, address.seconds),
      },
    };
  }
  return holder.allianceBrake.limiters;
}

/** The table holds no e-mail address: it is copied into backups and read while looking for attacks. */
const keyOf = (account: string): string => createHash("sha256").update(account).digest("hex");

/** Takes points; the answer says how many were taken in all, and whether that was too many. */
async function take(limiter: RateLimiterPostgres, key: string, seconds?: number) {
  try {
    const taken = await limiter.consume(key, 1, seconds ? { customDuration: seconds } : {});
    return { passed: true, count: taken.consumedPoints, wait: 0 };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const wait = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    return { passed: false, count: refused.consumedPoints, wait };
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
export async function press(account: string, address: string): Promise<number> {
  const { account: failures, turn, address: byAddress } = limiters();
  const fromThere = await take(byAddress, address);
  if (!fromThere.passed) return fromThere.wait;
  const key = keyOf(account);
  const running = await turn.get(key);
  if (running && running.msBeforeNext > 0) return Math.ceil(running.msBeforeNext / 1000);
  const counted = await take(failures, key);
  if (counted.count < signInLimits.account.points) return 0;
  const mine = await take(turn, key, waitAfter(counted.count));
  return mine.passed ? 0 : mine.wait;
}

/** After the right password: the account starts afresh, and a meeting room behind one address is not used up. */
export async function release(account: string, address: string): Promise<void> {
  const { account: failures, turn, address: byAddress } = limiters();
  const key = keyOf(account);
  await Promise.all([failures.delete(key), turn.delete(key), byAddress.reward(address, 1)]);
}
