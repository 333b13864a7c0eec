import "server-only";
import { database } from "../db/client";
import { press, release } from "./brake";
import { verifyPassword } from "./password";

export type Verdict =
  | { ok: true; userId: string }
  | { ok: false; reason: "wrong-credentials" }
  | { ok: false; reason: "too-many-tries"; seconds: number };

type Account = { id: string; passwordHash: string | null; disabled: boolean };

async function findAccount(email: string): Promise<Account | undefined> {
  const rows = await database().$queryRaw<Account[]>`
    SELECT id, password_hash AS "passwordHash", disabled_at IS NOT NULL AS disabled
    FROM users WHERE email = ${email}`;
  return rows[0];
}

/**
 * E-mail and password → account. An unknown account, a disabled one, one without a password and a wrong password take
 * the same steps and get the same answer.
 */
export async function checkCredentials(
  given: { email: string; password: string },
  address: string,
): Promise<Verdict> {
  const seconds = await press(given.email, address);
  if (seconds > 0) return { ok: false, reason: "too-many-tries", seconds };
  const account = await findAccount(given.email);
  const matches = await verifyPassword(account?.passwordHash ?? null, given.password);
  if (!account || !matches || account.disabled) return { ok: false, reason: "wrong-credentials" };
  await release(given.email, address);
  return { ok: true, userId: account.id };
}
