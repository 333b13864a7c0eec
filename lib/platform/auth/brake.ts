import "server-only";
import { createHash } from "node:crypto";
import { counterOf, take } from "./counter";

/** security 4.5. */
export const signInLimits = {
  account: { points: 5, seconds: 15 * 60, longestWait: 60 },
  address: { points: 30, seconds: 15 * 60 },
} as const;

const { account: perAccount, address: perAddress } = signInLimits;

const limiters = () => ({
  failures: counterOf({
    name: "sign-in-account",
    count: perAccount.points,
    seconds: perAccount.seconds,
  }),
  turn: counterOf({ name: "sign-in-turn", count: 1, seconds: perAccount.longestWait }),
  addresses: counterOf({
    name: "sign-in-address",
    count: perAddress.points,
    seconds: perAddress.seconds,
  }),
});

/** The table holds no e-mail address: it is copied into backups and read while looking for attacks. */
const keyOf = (account: string): string => createHash("sha256").update(account).digest("hex");

/** 1, 2, 4 … 60 seconds after the fifth, sixth, seventh attempt. */
const waitAfter = (attempts: number): number =>
  Math.min(perAccount.longestWait, 2 ** (attempts - perAccount.points));

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
  if (count < perAccount.points) return 0;
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
