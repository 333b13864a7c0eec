import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { gate } from "./gate";

/** security 4.5: 19 MiB, two passes, one lane (about 22 ms), at most four at once. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// One gate per process: the bundler may load this module once for pages and once for routes.
const holder = globalThis as {
  alliancePasswordGate?: ReturnType<typeof gate>;
  allianceDummyHash?: Promise<string>;
};

function inTurn<T>(task: () => Promise<T>): Promise<T> {
  holder.alliancePasswordGate ??= gate(4, 100);
  return holder.alliancePasswordGate(task);
}

/** The same characters whatever the input method composed. */
const canonical = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(canonical(password), cost));

/** What an account without a password is compared with, so that it takes as long as any other. */
const dummyHash = (): Promise<string> => {
  holder.allianceDummyHash ??= hash("no account has this password", cost);
  return holder.allianceDummyHash;
};

/** Takes the same time with and without a stored hash. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const compared = stored ?? (await dummyHash());
  const matches = await inTurn(() => verify(compared, canonical(password)));
  return matches && stored !== null;
}
