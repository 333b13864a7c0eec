import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { Prisma } from "@/prisma/generated/client";
import { unapprovedReach } from "../policy";

const approved = (scope: TenantScope): Prisma.Sql =>
  scope.reach.whole
    ? Prisma.sql`o.state IN ('verified', 'published')`
    : Prisma.sql`o.state = 'published'`;

const ownOf = (scope: TenantScope): string[] => [
  ...(unapprovedReach(scope)?.organizationIds ?? []),
];

/**
 * Verified records are everybody's in the alliance; the others only as far as the right to unapproved ones goes. Totals
 * are made of these, so a list without a participant shows no others: its total is the tile's (I-17).
 */
export function visibleInTotals(scope: TenantScope): Prisma.Sql {
  if (unapprovedReach(scope)?.whole) return Prisma.sql`true`;
  return Prisma.sql`(${approved(scope)} OR o.organization_id = ANY(${ownOf(scope)}::uuid[]))`;
}

/** Those, and what the reader's side owns a part of or is about to. */
export function visible(scope: TenantScope): Prisma.Sql {
  const own = ownOf(scope);
  if (unapprovedReach(scope)?.whole || own.length === 0) return visibleInTotals(scope);
  return Prisma.sql`(${visibleInTotals(scope)}
    OR o.id IN (SELECT s.record_id FROM outcome_shares s WHERE s.organization_id = ANY(${own}::uuid[]))
    OR o.id IN (SELECT c.record_id FROM outcome_co_claims c
      WHERE c.organization_id = ANY(${own}::uuid[]) AND c.state IN ('proposed', 'refused')))`;
}
