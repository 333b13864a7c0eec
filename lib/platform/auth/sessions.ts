import "server-only";
import { randomUUID } from "node:crypto";
import { PLATFORM_CHAIN, recordAudit } from "../audit";
import { now } from "../clock";
import { inTransaction, type Tx } from "../db/transaction";
import { AppError } from "../errors";
import { sessionLimits } from "./actors";
import { hashSecret, newSecret } from "./secret";

/** More browsers than this at once: the one that signed in first is signed out (security 4.5). */
export const sessionsAtOnce = 5;

const note = (tx: Tx, userId: string, action: string, sessionId: string) =>
  recordAudit(
    tx,
    { chain: PLATFORM_CHAIN, actorId: userId, requestId: randomUUID() },
    { action, subjectType: "session", subjectId: sessionId },
  );

/**
 * Begins a session and gives the secret for the cookie, always a new one. What this browser had before is
 * `replaced`: it ends, since nobody could sign out of it any more.
 * @throws AppError forbidden when the account was disabled meanwhile
 */
export async function startSession(
  userId: string,
  browser: { userAgent: string | null; replaced?: string | undefined },
): Promise<string> {
  const secret = newSecret();
  await inTransaction(async (tx) => {
    // The lock makes two sign-ins at once count each other.
    const users = await tx.$queryRaw<{ version: number }[]>`
      SELECT session_version AS version FROM users
      WHERE id = ${userId}::uuid AND disabled_at IS NULL FOR NO KEY UPDATE`;
    const user = users[0];
    if (!user) throw new AppError("forbidden");
    if (browser.replaced) await endByHash(tx, hashSecret(browser.replaced));
    const session = await tx.session.create({
      data: {
        tokenHash: hashSecret(secret),
        userId,
        sessionVersion: user.version,
        expiresAt: new Date(now().getTime() + sessionLimits.absoluteHours * 3_600_000),
        userAgent: browser.userAgent,
      },
    });
    await tx.$executeRaw`
      UPDATE sessions SET ended_at = now() WHERE id IN (
        SELECT id FROM sessions
        WHERE user_id = ${userId}::uuid AND ended_at IS NULL AND expires_at > now()
          AND last_seen_at > now() - make_interval(mins => ${sessionLimits.idleMinutes}::int)
          AND session_version = ${user.version}
        ORDER BY created_at DESC, id DESC OFFSET ${sessionsAtOnce}::int)`;
    await note(tx, userId, "session.start", session.id);
  });
  return secret;
}

const endByHash = (tx: Tx, tokenHash: string) =>
  tx.$queryRaw<{ id: string; userId: string }[]>`
    UPDATE sessions SET ended_at = now() WHERE token_hash = ${tokenHash} AND ended_at IS NULL
    RETURNING id, user_id AS "userId"`;

/** Signing out: the row ends, not just the cookie (V7.4.1). An unknown or ended session is no error. */
export async function endSession(secret: string): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { id, userId } of await endByHash(tx, hashSecret(secret)))
      await note(tx, userId, "session.end", id);
  });
}
