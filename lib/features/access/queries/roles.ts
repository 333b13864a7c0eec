import "server-only";
import type { z } from "zod";
import type { Role } from "@/lib/platform/auth/actor";
import type { Scope, TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { maskEmail } from "../rules";
import type { byId } from "../schema/accounts";
import type { proposalsOutput, rolesInput, rolesOutput, userOutput } from "../schema/roles";

const today = Prisma.sql`alliance_today(g.alliance_id)`;
const organizationOf = Prisma.sql`CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'name', o.name) END`;
const allianceOf = Prisma.sql`CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('slug', a.slug, 'name', a.name) END`;

type GrantRow = {
  id: string;
  role: Role;
  organization: { id: string; name: string } | null;
  validFrom: string;
  validTo: string | null;
  grantedBy: string | null;
};
type ListedRow = GrantRow & { name: string; email: string; own: boolean };

/** A text for LIKE whose wildcards mean themselves. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** The rights that hold in the alliance today. Addresses come masked, and are found whole only. */
export async function listRoles(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof rolesInput>,
): Promise<z.input<typeof rolesOutput>> {
  const { page, pageSize, q, role } = input;
  const conditions = [
    Prisma.sql`g.alliance_id = ${scope.alliance.id}::uuid AND u.disabled_at IS NULL
      AND ${today} BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')`,
  ];
  if (role) conditions.push(Prisma.sql`g.role::text = ${role}`);
  if (q) {
    conditions.push(
      Prisma.sql`(p.name ILIKE ${containing(q)} OR o.name ILIKE ${containing(q)} OR u.email = ${q.toLowerCase()})`,
    );
  }
  const from = Prisma.sql`FROM role_grants g JOIN users u ON u.id = g.user_id JOIN people p ON p.id = u.person_id
    LEFT JOIN organizations o ON o.id = g.organization_id
    WHERE ${Prisma.join(conditions, " AND ")}`;
  const [rows, counted] = await Promise.all([
    db.$queryRaw<ListedRow[]>`
      SELECT g.id, g.role::text AS role, ${organizationOf} AS organization, g.valid_from::text AS "validFrom",
        g.valid_to::text AS "validTo", p.name, u.email, u.id = ${scope.actor.userId}::uuid AS own,
        (SELECT b.name FROM users w JOIN people b ON b.id = w.person_id WHERE w.id = g.granted_by_id) AS "grantedBy"
      ${from} ORDER BY g.role, p.name, g.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    db.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total ${from}`,
  ]);
  return {
    items: rows.map((row) => ({ ...row, own: row.own ?? false, email: maskEmail(row.email) })),
    total: Number(counted[0]?.total ?? 0),
    page,
    pageSize,
  };
}

type ProposalRow = {
  id: string;
  userId: string;
  name: string;
  role: Role;
  alliance: { slug: string; name: string } | null;
  organization: { id: string; name: string } | null;
  validTo: string | null;
  reason: string;
  proposedBy: string;
  proposedById: string;
  proposedAt: Date;
};

/** Open proposals of one place or about one account, oldest first, with what the caller may do about each. */
async function openProposals(
  db: Db,
  scope: Scope,
  where: Prisma.Sql,
  administratorsOnly: boolean,
): Promise<z.input<typeof proposalsOutput>["items"]> {
  const rows = await db.$queryRaw<ProposalRow[]>`
    SELECT r.id, r.user_id AS "userId", p.name, r.role::text AS role, ${allianceOf} AS alliance,
      ${organizationOf} AS organization, r.valid_to::text AS "validTo", r.reason, b.name AS "proposedBy",
      r.proposed_by_id AS "proposedById", r.proposed_at AS "proposedAt"
    FROM role_proposals r JOIN users u ON u.id = r.user_id JOIN people p ON p.id = u.person_id
      JOIN users w ON w.id = r.proposed_by_id JOIN people b ON b.id = w.person_id
      LEFT JOIN alliances a ON a.id = r.alliance_id LEFT JOIN organizations o ON o.id = r.organization_id
    WHERE r.state = 'proposed' AND ${where} ORDER BY r.proposed_at, r.id`;
  return rows.map(({ proposedById, ...row }) => {
    const meant = row.userId === scope.actor.userId;
    // On the platform's pages only what is decided there: an alliance's proposals wait on its own page.
    const here = !administratorsOnly || row.alliance === null;
    return {
      ...row,
      proposedAt: row.proposedAt.toISOString(),
      mayApprove: here && !meant && proposedById !== scope.actor.userId,
      mayReject: here && !meant,
    };
  });
}

export const listProposals = async (db: Db, scope: TenantScope) => ({
  items: await openProposals(
    db,
    scope,
    Prisma.sql`r.alliance_id = ${scope.alliance.id}::uuid`,
    false,
  ),
});

export const listAdministratorProposals = async (db: Db, scope: Scope) => ({
  items: await openProposals(db, scope, Prisma.sql`r.alliance_id IS NULL`, true),
});

type UserRow = {
  id: string;
  name: string;
  email: string;
  createdAt: Date;
  lastSeenAt: Date | null;
  disabledAt: Date | null;
  grants: (GrantRow & { alliance: { slug: string; name: string } | null; holds: boolean })[] | null;
};

/** One account with every right it holds or held, the present ones first. */
export async function getUser(
  db: Db,
  scope: Scope,
  input: z.output<typeof byId>,
): Promise<z.input<typeof userOutput>> {
  const rows = await db.$queryRaw<UserRow[]>`
    SELECT u.id, p.name, u.email, u.created_at AS "createdAt", u.disabled_at AS "disabledAt",
      (SELECT max(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS "lastSeenAt",
      (SELECT jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'alliance', ${allianceOf},
          'organization', ${organizationOf}, 'validFrom', g.valid_from, 'validTo', g.valid_to,
          'holds', ${today} BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity'),
          'grantedBy', (SELECT b.name FROM users w JOIN people b ON b.id = w.person_id WHERE w.id = g.granted_by_id))
          ORDER BY coalesce(g.valid_to, 'infinity') DESC, g.valid_from DESC, g.id)
       FROM role_grants g LEFT JOIN alliances a ON a.id = g.alliance_id LEFT JOIN organizations o ON o.id = g.organization_id
       WHERE g.user_id = u.id) AS grants
    FROM users u JOIN people p ON p.id = u.person_id WHERE u.id = ${input.id}::uuid`;
  const row = rows[0] ?? notFound();
  return {
    ...row,
    email: maskEmail(row.email),
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    own: row.id === scope.actor.userId,
    grants: row.grants ?? [],
    proposals: await openProposals(db, scope, Prisma.sql`r.user_id = ${input.id}::uuid`, true),
  };
}
