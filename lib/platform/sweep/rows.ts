import type pg from "pg";
import { mailAttempts, mailKeptDays } from "../mail/limits";

/** How long what is no longer needed stays. */
export const keptDays = {
  /** An ended session, for questions about who was signed in. */
  session: 1,
  /** The answer to a repeated request. */
  idempotency: 7,
  /** A mail that went out. */
  mail: mailKeptDays,
} as const;

/** A link that opens an account is void after a day at the latest; a mail with it that is still unsent stays unsent. */
const SECRET_HOURS = 24;

/** So many rows in one statement: none holds its locks for long. */
const BATCH = 5_000;

type Rule = { name: string; text: string; values: (at: Date) => unknown[] };

const before = (at: Date, hours: number): Date => new Date(at.getTime() - hours * 3_600_000);

/** Each takes at most a batch; the last parameter is its size. */
const rules: readonly Rule[] = [
  {
    // The latest one of a person stays: it says when they were last seen.
    name: "sessions",
    text: `DELETE FROM sessions WHERE id IN (
      SELECT s.id FROM sessions s WHERE coalesce(s.ended_at, s.expires_at) < $1
        AND EXISTS (SELECT FROM sessions n WHERE n.user_id = s.user_id
          AND (n.last_seen_at, n.id) > (s.last_seen_at, s.id))
      LIMIT $2)`,
    values: (at) => [before(at, keptDays.session * 24)],
  },
  {
    name: "links",
    text: `DELETE FROM one_time_tokens WHERE id IN (
      SELECT id FROM one_time_tokens WHERE used_at IS NOT NULL OR expires_at < $1 LIMIT $2)`,
    values: (at) => [at],
  },
  {
    name: "idempotency",
    text: `DELETE FROM idempotency_records WHERE (actor_key, key) IN (
      SELECT actor_key, key FROM idempotency_records WHERE created_at < $1 ORDER BY created_at LIMIT $2)`,
    values: (at) => [before(at, keptDays.idempotency * 24)],
  },
  {
    name: "limits",
    text: `DELETE FROM rate_limits WHERE key IN (SELECT key FROM rate_limits WHERE expire < $1 LIMIT $2)`,
    values: (at) => [at.getTime()],
  },
  {
    name: "mail",
    text: `DELETE FROM outbox_mails WHERE id IN (
      SELECT id FROM outbox_mails WHERE sent_at < $1 ORDER BY sent_at LIMIT $2)`,
    values: (at) => [before(at, keptDays.mail * 24)],
  },
  {
    name: "secrets",
    text: `UPDATE outbox_mails SET body = '', attempts = greatest(attempts, $2), last_error = 'the link is void'
      WHERE id IN (SELECT id FROM outbox_mails WHERE secret AND sent_at IS NULL AND body <> '' AND created_at < $1 LIMIT $3)`,
    values: (at) => [before(at, SECRET_HOURS), mailAttempts],
  },
];

/** Takes away what is past its time. @returns how many rows of each kind */
export async function sweepRows(client: pg.ClientBase, at: Date): Promise<Record<string, number>> {
  const swept: Record<string, number> = {};
  for (const { name, text, values } of rules) {
    let taken: number;
    let sum = 0;
    do {
      taken = (await client.query(text, [...values(at), BATCH])).rowCount ?? 0;
      sum += taken;
    } while (taken === BATCH);
    swept[name] = sum;
  }
  return swept;
}
