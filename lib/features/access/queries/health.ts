import "server-only";
import type { z } from "zod";
import { sessionLimits } from "@/lib/platform/auth/actors";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { mailAttempts } from "@/lib/platform/mail/limits";
import type { healthOutput } from "../schema/accounts";

type HealthRow = {
  version: string;
  bytes: bigint;
  at: Date;
  migrations: bigint;
  lastMigration: string | null;
  mailWaiting: bigint;
  mailWaitingSince: Date | null;
  mailFailed: bigint;
  sessions: bigint;
};

/** How the installation is: the database, the mail, who is signed in, and the process that answers. */
export async function readHealth(db: Db, scope: Scope): Promise<z.input<typeof healthOutput>> {
  const rows = await db.$queryRaw<HealthRow[]>`
    SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
      clock_timestamp() AS at,
      (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations,
      (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS "lastMigration",
      m.waiting AS "mailWaiting", m.since AS "mailWaitingSince", m.failed AS "mailFailed",
      (SELECT count(*) FROM sessions WHERE ended_at IS NULL AND expires_at > now()
         AND last_seen_at > now() - make_interval(mins => ${sessionLimits.idleMinutes}::int)) AS sessions
    FROM (SELECT count(*) FILTER (WHERE attempts < ${mailAttempts}) AS waiting,
            min(created_at) FILTER (WHERE attempts < ${mailAttempts}) AS since,
            count(*) FILTER (WHERE attempts >= ${mailAttempts}) AS failed
          FROM outbox_mails WHERE sent_at IS NULL) m`;
  const row = rows[0];
  if (!row) throw new Error("a query without FROM rows gave none");
  return {
    databaseVersion: row.version,
    databaseBytes: row.bytes.toString(),
    migrations: Number(row.migrations),
    lastMigration: row.lastMigration,
    clockDifference: row.at.getTime() - scope.now.getTime(),
    mailWaiting: Number(row.mailWaiting),
    mailWaitingSince: row.mailWaitingSince?.toISOString() ?? null,
    mailFailed: Number(row.mailFailed),
    sessions: Number(row.sessions),
    processStartedAt: new Date(scope.now.getTime() - process.uptime() * 1000).toISOString(),
    memoryBytes: process.memoryUsage.rss(),
  };
}
