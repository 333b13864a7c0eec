import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { tenantBySlug } from "../corridor/tenant";
import type { Tenant } from "../corridor/use-case";
import type { Db } from "../db/transaction";
import type { Actor, RoleHeld } from "./actor";
import { forget, type KnownCaller, remember } from "./known-callers";

type ActorRow = {
  user_id: string;
  person_id: string;
  name: string;
  email: string;
  locale: string;
  session_id: string | null;
  read_only: boolean;
  stale: boolean;
  roles:
    | { role: RoleHeld["role"]; alliance_id: string | null; organization_id: string | null }[]
    | null;
};

/** Limits of a session (security 4.5): half an hour of rest, twelve hours in all. */
export const sessionLimits = { idleMinutes: 30, absoluteHours: 12 } as const;

/** A session `s` of a user `u` that is neither ended nor out of time; each of its limits at the moment of asking. */
const alive = Prisma.sql`s.ended_at IS NULL AND s.expires_at > now()
  AND s.last_seen_at > now() - make_interval(mins => ${sessionLimits.idleMinutes}::int)
  AND s.session_version = u.session_version AND u.disabled_at IS NULL`;

/** Whether a session still admits anybody: true or false, in a column of its own. */
export const sessionIsAlive = (tokenHash: string): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = ${tokenHash} AND ${alive})`;

const toActor = (row: ActorRow, via: "session" | "key"): Actor => ({
  userId: row.user_id,
  personId: row.person_id,
  name: row.name,
  email: row.email,
  locale: row.locale,
  via,
  sessionId: row.session_id,
  readOnly: row.read_only,
  roles: (row.roles ?? []).map((held) => ({
    role: held.role,
    allianceId: held.alliance_id,
    organizationId: held.organization_id,
  })),
});

/**
 * Identity and rights of a session in one statement, as the database has them now (I-28): a revoked role, an ended
 * session, a disabled account or a raised session version counts from the next request on.
 * Notes the visit at most once a minute.
 */
export async function findActorBySession(db: Db, tokenHash: string): Promise<Actor | null> {
  const rows = await db.$queryRaw<ActorRow[]>`
    SELECT u.id AS user_id, u.person_id, p.name, u.email, u.locale, s.id AS session_id, false AS read_only,
      s.last_seen_at < now() - interval '1 minute' AS stale,
      (SELECT jsonb_agg(jsonb_build_object('role', g.role, 'alliance_id', g.alliance_id, 'organization_id', g.organization_id))
       FROM role_grants g WHERE g.user_id = u.id
         AND alliance_today(g.alliance_id) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')) AS roles
    FROM sessions s JOIN users u ON u.id = s.user_id JOIN people p ON p.id = u.person_id
    WHERE s.token_hash = ${tokenHash} AND ${alive}`;
  const row = rows[0];
  if (!row) return null;
  if (row.stale) {
    await db.$executeRaw`UPDATE sessions SET last_seen_at = now() WHERE id = ${row.session_id}::uuid`;
  }
  return toActor(row, "session");
}

/**
 * The person behind an API key, with that person's rights and no more; and the alliance of the address, which comes
 * along in the same statement. One row with one text, or none.
 */
export const callerByKey = (keyHash: string, slug: string | undefined): Prisma.Sql => Prisma.sql`
  SELECT json_build_object('tenant', ${tenantBySlug(slug)}, 'user_id', u.id, 'person_id', u.person_id, 'name', p.name,
    'email', u.email, 'locale', u.locale, 'session_id', NULL, 'read_only', k.read_only, 'key_id', k.id,
    'stale', coalesce(k.last_used_at < now() - interval '1 minute', true),
    'roles', (SELECT json_agg(json_build_object('role', g.role, 'alliance_id', g.alliance_id,
        'organization_id', g.organization_id) ORDER BY g.id)
      FROM role_grants g WHERE g.user_id = u.id
        AND alliance_today(g.alliance_id) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')))::text
    AS caller
  FROM api_keys k JOIN users u ON u.id = k.user_id JOIN people p ON p.id = u.person_id
  WHERE k.key_hash = ${keyHash} AND k.ended_at IS NULL AND coalesce(k.expires_at > now(), true) AND u.disabled_at IS NULL`;

type KeyRow = ActorRow & { key_id: string; tenant: Tenant | null };

export async function findCallerByKey(
  db: Db,
  keyHash: string,
  slug: string | undefined,
): Promise<KnownCaller | null> {
  const [found] = await db.$queryRaw<{ caller: string }[]>(callerByKey(keyHash, slug));
  if (!found) {
    forget(keyHash, slug);
    return null;
  }
  const row = JSON.parse(found.caller) as KeyRow;
  const caller = {
    text: found.caller,
    actor: toActor(row, "key"),
    found: { tenant: row.tenant ?? undefined },
  };
  if (row.stale) {
    await db.$executeRaw`UPDATE api_keys SET last_used_at = now() WHERE id = ${row.key_id}::uuid`;
  } else if (row.tenant || slug === undefined) {
    remember(keyHash, slug, caller);
  }
  return caller;
}

export const findActorByKey = async (db: Db, keyHash: string): Promise<Actor | null> =>
  (await findCallerByKey(db, keyHash, undefined))?.actor ?? null;
