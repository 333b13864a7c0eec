import "server-only";
import type { z } from "zod";
import { sessionLimits } from "@/lib/platform/auth/actors";
import { hashSecret } from "@/lib/platform/auth/secret";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { keysOutput, linkInput, sessionsOutput } from "../schema/accounts";

type SessionRow = {
  id: string;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
};

/** The sessions that would open the door at this moment; the same conditions as at the door itself. */
export async function listOwnSessions(
  db: Db,
  scope: Scope,
): Promise<z.input<typeof sessionsOutput>> {
  const rows = await db.$queryRaw<SessionRow[]>`
    SELECT s.id, s.created_at AS "startedAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
      s.user_agent AS "userAgent"
    FROM sessions s JOIN users u ON u.id = s.user_id AND u.session_version = s.session_version
    WHERE s.user_id = ${scope.actor.userId}::uuid AND s.ended_at IS NULL AND s.expires_at > now()
      AND s.last_seen_at > now() - make_interval(mins => ${sessionLimits.idleMinutes}::int)
    ORDER BY s.last_seen_at DESC, s.id`;
  return {
    items: rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      current: row.id === scope.actor.sessionId,
    })),
  };
}

type KeyRow = {
  id: string;
  name: string;
  prefix: string;
  readOnly: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
};

export async function listOwnKeys(db: Db, scope: Scope): Promise<z.input<typeof keysOutput>> {
  const rows = await db.$queryRaw<KeyRow[]>`
    SELECT id, name, prefix, read_only AS "readOnly", created_at AS "createdAt", last_used_at AS "lastUsedAt"
    FROM api_keys
    WHERE user_id = ${scope.actor.userId}::uuid AND ended_at IS NULL AND coalesce(expires_at > now(), true)
    ORDER BY created_at DESC, id`;
  return {
    items: rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    })),
  };
}

/** Would this link still open? Says nothing of whom it is for. */
export async function checkLink(db: Db, _scope: Scope, input: z.output<typeof linkInput>) {
  const purpose = input.kind === "setup" ? "first_administrator" : "password_reset";
  const rows = await db.$queryRaw<{ usable: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM one_time_tokens t LEFT JOIN users u ON u.id = t.user_id
      WHERE t.token_hash = ${hashSecret(input.token)} AND t.purpose::text = ${purpose} AND t.used_at IS NULL
        AND t.expires_at > now() AND u.disabled_at IS NULL
        AND (t.user_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM users))) AS usable`;
  return { usable: rows[0]?.usable ?? false };
}
