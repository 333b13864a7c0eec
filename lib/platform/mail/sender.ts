import "server-only";
import { database } from "../db/client";
import { logger } from "../logger";
import { mailAttempts } from "./limits";
import type { MailTransport, Outgoing } from "./transport";

type Claimed = Outgoing & { id: string; attempts: number };

/**
 * Takes the next mail that is due. The claim is a lease: it counts the attempt and sets the next one (one minute, two,
 * four … six hours later), so an instance that dies while sending leaves the mail to the others, and two instances
 * never take the same (I-25).
 */
async function claim(): Promise<Claimed | undefined> {
  const rows = await database().$queryRaw<Claimed[]>`
    UPDATE outbox_mails SET attempts = attempts + 1,
      next_try_at = now() + least(interval '6 hours', interval '1 minute' * (2 ^ attempts))
    WHERE id = (
      SELECT id FROM outbox_mails
      WHERE sent_at IS NULL AND next_try_at <= now() AND attempts < ${mailAttempts}
      ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, dedupe_key AS "dedupeKey", recipient, subject, body, attempts`;
  return rows[0];
}

/** Sends the next due mail. @returns false when none is due */
export async function sendNext(transport: MailTransport): Promise<boolean> {
  const mail = await claim();
  if (!mail) return false;
  try {
    await transport.send(mail);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // A mail server's words usually name the recipient: the outbox keeps them, the log only the code.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    logger.warn({ mail: mail.id, attempts: mail.attempts, code }, "mail not sent");
    await database().outboxMail.update({
      where: { id: mail.id },
      data: { lastError: reason.slice(0, 500) },
    });
    return true;
  }
  await database().$executeRaw`
    UPDATE outbox_mails SET sent_at = now(), last_error = NULL, body = CASE WHEN secret THEN '' ELSE body END
    WHERE id = ${mail.id}::uuid`;
  return true;
}
