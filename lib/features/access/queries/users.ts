import "server-only";
import type { z } from "zod";
import type { Role } from "@/lib/platform/auth/actor";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { maskEmail } from "../rules";
import type { usersInput, usersOutput } from "../schema/accounts";

type UserRow = {
  id: string;
  name: string;
  email: string;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
  roles: { role: Role; alliance: string | null; organization: string | null }[] | null;
  total: bigint;
};

const orders = {
  name: Prisma.sql`p.name, u.id`,
  "-name": Prisma.sql`p.name DESC, u.id DESC`,
  email: Prisma.sql`u.email`,
  "-email": Prisma.sql`u.email DESC`,
  seen: Prisma.sql`"lastSeenAt" ASC NULLS FIRST, u.id`,
  "-seen": Prisma.sql`"lastSeenAt" DESC NULLS LAST, u.id DESC`,
} as const;

/** A text for LIKE whose wildcards mean themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

function conditions({ q, role, state }: z.output<typeof usersInput>, masked: boolean) {
  const conditions = [Prisma.sql`TRUE`];
  // With masked addresses a search must not find out the hidden part letter by letter.
  if (q && masked) {
    conditions.push(Prisma.sql`(p.name ILIKE ${containing(q)} OR u.email = ${q.toLowerCase()})`);
  } else if (q) {
    conditions.push(Prisma.sql`(p.name ILIKE ${containing(q)} OR u.email ILIKE ${containing(q)})`);
  }
  if (state === "active") conditions.push(Prisma.sql`u.disabled_at IS NULL`);
  if (state === "disabled") conditions.push(Prisma.sql`u.disabled_at IS NOT NULL`);
  if (role) {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM role_grants g WHERE g.user_id = u.id AND g.role::text = ${role}
      AND alliance_today(g.alliance_id) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity'))`);
  }
  return Prisma.join(conditions, " AND ");
}

/** Accounts with the roles that hold today. */
export async function listUsers(
  db: Db,
  scope: Scope,
  input: z.output<typeof usersInput>,
): Promise<z.input<typeof usersOutput>> {
  const { page, pageSize, sort = "name" } = input;
  const where = conditions(input, scope.reach.masked);
  const rows = await db.$queryRaw<UserRow[]>`
    SELECT u.id, p.name, u.email, u.disabled_at AS "disabledAt", count(*) OVER () AS total,
      (SELECT max(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS "lastSeenAt",
      (SELECT jsonb_agg(jsonb_build_object('role', g.role, 'alliance', coalesce(a.short_name, a.name), 'organization', o.name)
          ORDER BY g.valid_from, g.id)
       FROM role_grants g LEFT JOIN alliances a ON a.id = g.alliance_id LEFT JOIN organizations o ON o.id = g.organization_id
       WHERE g.user_id = u.id
         AND alliance_today(g.alliance_id) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')) AS roles
    FROM users u JOIN people p ON p.id = u.person_id
    WHERE ${where} ORDER BY ${orders[sort]} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: scope.reach.masked ? maskEmail(row.email) : row.email,
      disabledAt: row.disabledAt?.toISOString() ?? null,
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      roles: row.roles ?? [],
    })),
    total: rows[0] ? Number(rows[0].total) : await countUsers(db, where, page),
    page,
    pageSize,
  };
}

/** A page behind the last one has no row that could carry the total. */
async function countUsers(db: Db, where: Prisma.Sql, page: number): Promise<number> {
  if (page === 1) return 0;
  const rows = await db.$queryRaw<{ total: bigint }[]>`
    SELECT count(*) AS total FROM users u JOIN people p ON p.id = u.person_id WHERE ${where}`;
  return Number(rows[0]?.total ?? 0);
}
