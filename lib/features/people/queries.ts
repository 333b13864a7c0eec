import "server-only";
import type { z } from "zod";
import type { Role } from "@/lib/platform/auth/actor";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { maskPhone } from "./rules";
import type { profileOutput } from "./schema";
import { type languages, peopleTrained } from "./types";

type ProfileRow = {
  name: string;
  title: string | null;
  phone: string | null;
  email: string;
  language: (typeof languages)[number];
  hasPassword: boolean;
  roles:
    | {
        role: Role;
        alliance: { slug: string; name: string } | null;
        organization: { id: string; name: string } | null;
        validFrom: string;
        validTo: string | null;
      }[]
    | null;
};

/** The caller's own person, account and the roles that hold today. */
export async function readOwnProfile(db: Db, scope: Scope): Promise<z.input<typeof profileOutput>> {
  const rows = await db.$queryRaw<ProfileRow[]>`
    SELECT p.name, p.title, p.phone, u.email, u.locale AS language, u.password_hash IS NOT NULL AS "hasPassword",
      (SELECT jsonb_agg(jsonb_build_object(
          'role', g.role,
          'alliance', CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('slug', a.slug, 'name', a.name) END,
          'organization', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'name', o.name) END,
          'validFrom', g.valid_from, 'validTo', g.valid_to) ORDER BY g.valid_from, g.id)
       FROM role_grants g LEFT JOIN alliances a ON a.id = g.alliance_id LEFT JOIN organizations o ON o.id = g.organization_id
       WHERE g.user_id = u.id
         AND alliance_today(g.alliance_id) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')) AS roles
    FROM users u JOIN people p ON p.id = u.person_id WHERE u.id = ${scope.actor.userId}::uuid`;
  const row = rows[0] ?? notFound();
  return { ...row, phone: row.phone && maskPhone(row.phone), roles: row.roles ?? [] };
}

/**
 * Results that count people and whose training lists as many as count, each with every key of its list: whatever asks for
 * different people narrows these rows as it narrows its results. A number that was corrected is not told by its list.
 */
export const listedPeople = Prisma.sql`(SELECT l.*, w.person_key FROM outcome_records l
  JOIN training_batch_records k ON k.alliance_id = l.alliance_id AND k.record_id = l.id AND k.metric_code = ${peopleTrained}
  JOIN training_batches b ON b.alliance_id = k.alliance_id AND b.id = k.batch_id AND b.identified = l.quantity + l.adjustment
  JOIN training_attendees w ON w.alliance_id = b.alliance_id AND w.batch_id = b.id WHERE l.metric_code = ${peopleTrained})`;

/** What the rule of different people needs of them (`Listed`). */
export const listedCounts = Prisma.sql`count(DISTINCT id)::int AS listed, count(*)::int AS places, count(DISTINCT person_key)::int AS people`;

/** The same of one chosen set as JSON; of any other metric null, and nothing is read for it. */
export const listedOf = (metric: Prisma.Sql, alias: Prisma.Sql, where: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${metric} = ${peopleTrained} THEN (SELECT to_jsonb(q) FROM (
    SELECT ${listedCounts} FROM ${listedPeople} ${alias} WHERE ${where}) q) END`;
