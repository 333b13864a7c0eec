import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { noticesOutput } from "../schema";

type Output = z.input<typeof noticesOutput>;

/** Admissions on public notice today: what stands on the wall, no contact data. */
export async function listNotices(db: Db, scope: TenantScope): Promise<Output> {
  const items = await db.$queryRaw<Output["items"]>`
    SELECT a.organization_name AS "organizationName", a.kind::text AS kind, a.requested_position::text AS "requestedPosition",
      a.notice_from::text AS "from", a.notice_until::text AS until, b.name AS "bodyName", r.year, r.number
    FROM membership_applications a
    JOIN resolutions r ON r.alliance_id = a.alliance_id AND r.id = a.resolution_id
    JOIN governance_bodies b ON b.alliance_id = r.alliance_id AND b.id = r.body_id
    WHERE a.alliance_id = ${scope.alliance.id}::uuid AND a.state = 'public_notice'
    ORDER BY a.notice_until, a.number`;
  return { today: scope.today, items };
}
