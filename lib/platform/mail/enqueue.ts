import type { Tx } from "../db/transaction";

export type Mail = {
  /** Names the event and the recipient ("meeting-notice:<id>:<user>"): one mail per key, whatever is repeated. */
  dedupeKey: string;
  recipient: string;
  subject: string;
  /** Plain text. */
  body: string;
  /** Holds a link that opens an account: the administrator does not see it, and it is emptied once sent. */
  secret?: boolean;
  /** Not sent before. */
  nextTryAt?: Date;
};

/** Puts a mail into the outbox, in the transaction of the event: sent if that commits, and only then (I-26). */
export async function enqueueMail(tx: Tx, mail: Mail): Promise<void> {
  await enqueueMails(tx, [mail]);
}

/**
 * Many at once, in one statement with one parameter: a reminder to a large alliance is thousands, and row by row they would
 * outlast their transaction. The column holds milliseconds and would round `now()` up: what is due at once is due since the
 * millisecond that began, or a sender that is quick would not find it. @returns how many the outbox did not know yet
 */
export async function enqueueMails(tx: Tx, mails: readonly Mail[]): Promise<number> {
  if (mails.length === 0) return 0;
  return tx.$executeRaw`
    INSERT INTO outbox_mails (id, dedupe_key, recipient, subject, body, secret, next_try_at)
    SELECT gen_random_uuid(), m."dedupeKey", m.recipient, m.subject, m.body, coalesce(m.secret, false),
      coalesce(m."nextTryAt", date_trunc('milliseconds', now()))
    FROM jsonb_to_recordset(${JSON.stringify(mails)}::jsonb)
      AS m("dedupeKey" text, recipient text, subject text, body text, secret boolean, "nextTryAt" timestamptz)
    ON CONFLICT (dedupe_key) DO NOTHING`;
}
