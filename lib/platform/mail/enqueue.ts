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

/** Many at once, in one statement. @returns how many the outbox did not know yet */
export async function enqueueMails(tx: Tx, mails: readonly Mail[]): Promise<number> {
  const { count } = await tx.outboxMail.createMany({ data: [...mails], skipDuplicates: true });
  return count;
}
