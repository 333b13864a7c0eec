import "server-only";
import type { z } from "zod";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { mailAttempts } from "@/lib/platform/mail/limits";
import { Prisma } from "@/prisma/generated/client";
import type { outboxInput, outboxOutput } from "../schema/accounts";
import type { MailState } from "../types";

const states: Record<MailState, Prisma.Sql> = {
  sent: Prisma.sql`sent_at IS NOT NULL`,
  waiting: Prisma.sql`sent_at IS NULL AND attempts < ${mailAttempts}`,
  failed: Prisma.sql`sent_at IS NULL AND attempts >= ${mailAttempts}`,
};

/** Mail of the platform, newest first. A body with a link that opens an account is shown to nobody. */
export async function listOutbox(
  db: Db,
  _scope: Scope,
  input: z.output<typeof outboxInput>,
): Promise<z.input<typeof outboxOutput>> {
  const { page, pageSize, state } = input;
  const where = state ? states[state] : Prisma.sql`TRUE`;
  const [counted, rows] = await Promise.all([
    db.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM outbox_mails WHERE ${where}`,
    db.$queryRaw<
      {
        id: string;
        recipient: string;
        subject: string;
        body: string | null;
        createdAt: Date;
        sentAt: Date | null;
        nextTryAt: Date;
        attempts: number;
        lastError: string | null;
      }[]
    >`
      SELECT id, recipient, subject, CASE WHEN secret THEN NULL ELSE body END AS body, created_at AS "createdAt",
        sent_at AS "sentAt", next_try_at AS "nextTryAt", attempts, last_error AS "lastError"
      FROM outbox_mails WHERE ${where}
      ORDER BY created_at DESC, id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
  ]);
  const stateOf = (row: { sentAt: Date | null; attempts: number }): MailState => {
    if (row.sentAt) return "sent";
    return row.attempts >= mailAttempts ? "failed" : "waiting";
  };
  return {
    items: rows.map((row) => ({
      ...row,
      state: stateOf(row),
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
      nextTryAt: stateOf(row) === "waiting" ? row.nextTryAt.toISOString() : null,
    })),
    total: Number(counted[0]?.total ?? 0),
    page,
    pageSize,
  };
}
