import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import type { listOwnersOutput, Owner } from "../schema";

/** Everybody whom the alliance knows today by an office: representatives, holders and delegates of seats, staff. */
const known = (scope: TenantScope): Prisma.Sql => {
  const allianceId = scope.alliance.id;
  const held = (table: Prisma.Sql) =>
    Prisma.sql`${scope.today}::date BETWEEN ${table}.valid_from AND coalesce(${table}.valid_to, 'infinity')`;
  return Prisma.sql`
    SELECT r.person_id, m.organization_id FROM representatives r JOIN memberships m ON m.id = r.membership_id
    WHERE r.alliance_id = ${allianceId}::uuid AND ${held(Prisma.sql`r`)}
    UNION SELECT h.person_id, m.organization_id FROM seat_holdings h LEFT JOIN memberships m ON m.id = h.membership_id
    WHERE h.alliance_id = ${allianceId}::uuid AND h.person_id IS NOT NULL AND ${held(Prisma.sql`h`)}
    UNION SELECT d.person_id, m.organization_id FROM seat_delegates d JOIN seat_holdings h ON h.id = d.holding_id
      LEFT JOIN memberships m ON m.id = h.membership_id
    WHERE d.alliance_id = ${allianceId}::uuid AND ${held(Prisma.sql`d`)}
    UNION SELECT u.person_id, g.organization_id FROM role_grants g JOIN users u ON u.id = g.user_id
    WHERE g.alliance_id = ${allianceId}::uuid AND u.disabled_at IS NULL AND ${held(Prisma.sql`g`)}`;
};

/** Each person once; with several offices, the one for an organization. */
export async function listOwners(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof listOwnersOutput>> {
  const items = await db.$queryRaw<Owner[]>`
    SELECT DISTINCT ON (p.name, p.id) p.id AS "personId", p.name, o.id AS "organizationId", o.name AS "organizationName"
    FROM (${known(scope)}) k JOIN people p ON p.id = k.person_id LEFT JOIN organizations o ON o.id = k.organization_id
    ORDER BY p.name, p.id, o.name NULLS LAST LIMIT 2000`;
  return { items };
}

/** Is this person somebody here, so that a task can be given to them? */
export async function isKnownPerson(
  db: Db,
  scope: TenantScope,
  personId: string,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM (${known(scope)}) k WHERE k.person_id = ${personId}::uuid) AS found`;
  return rows[0]?.found === true;
}

/** Is this organization a member, or was it one? */
export async function isMember(
  db: Db,
  scope: TenantScope,
  organizationId: string,
): Promise<boolean> {
  const where = { allianceId: scope.alliance.id, organizationId };
  return (await db.membership.count({ where })) > 0;
}
