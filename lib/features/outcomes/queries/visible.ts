import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { Prisma } from "@/prisma/generated/client";
import { unapprovedReach } from "../policy";

/**
 * Verified records are everybody's in the alliance; the others only as far as the right to unapproved ones goes, and to
 * those that own a part of one or are about to.
 */
export function visible(scope: TenantScope): Prisma.Sql {
  const reach = unapprovedReach(scope);
  if (reach?.whole) return Prisma.sql`true`;
  const approved = scope.reach.whole
    ? Prisma.sql`o.state IN ('verified', 'published')`
    : Prisma.sql`o.state = 'published'`;
  const own = [...(reach?.organizationIds ?? [])];
  if (own.length === 0) return approved;
  return Prisma.sql`(${approved} OR o.organization_id = ANY(${own}::uuid[])
    OR o.id IN (SELECT s.record_id FROM outcome_shares s WHERE s.organization_id = ANY(${own}::uuid[]))
    OR o.id IN (SELECT c.record_id FROM outcome_co_claims c
      WHERE c.organization_id = ANY(${own}::uuid[]) AND c.state IN ('proposed', 'refused')))`;
}
