import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { structureOutput } from "../schema/alliances";

type Body = z.input<typeof structureOutput>["bodies"][number];
type Holder = Body["holders"][number];
type BodyRow = Omit<Body, "host" | "holders"> & { hostId: string | null; hostName: string | null };
type HolderRow = Omit<Holder, "organization"> & {
  bodyId: string;
  organizationId: string | null;
  organizationName: string | null;
};

const ref = (id: string | null, name: string | null) => (id && name ? { id, name } : null);

/** The tree of bodies with their seats and who holds them today. The public sees names and organizations only. */
export async function getStructure(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof structureOutput>> {
  const bodies = await db.$queryRaw<BodyRow[]>`
    SELECT b.id, b.parent_id AS "parentId", b.kind::text AS kind, b.name, b.name_en AS "nameEn", b.tier::text AS tier,
      b.seats_planned AS "seatsPlanned", b.duties, b.duties_en AS "dutiesEn",
      b.dissolved_on::text AS "dissolvedOn", o.id AS "hostId", o.name AS "hostName",
      (SELECT count(*)::int FROM seats s WHERE s.body_id = b.id) AS seats,
      (SELECT count(*)::int FROM seats s WHERE s.body_id = b.id AND s.voting) AS voting,
      (SELECT count(*)::int FROM seats s JOIN seat_holdings h ON h.seat_id = s.id WHERE s.body_id = b.id
        AND h.valid_from <= ${scope.today}::date AND coalesce(h.valid_to, 'infinity') >= ${scope.today}::date) AS filled,
      t.ordinal AS "termOrdinal", t.ends_on::text AS "termEndsOn"
    FROM governance_bodies b LEFT JOIN organizations o ON o.id = b.host_id
    LEFT JOIN LATERAL (SELECT ordinal, coalesce(extended_to, ends_on) AS ends_on FROM terms
      WHERE body_id = b.id AND starts_on <= ${scope.today}::date ORDER BY ordinal DESC LIMIT 1) t ON true
    WHERE b.alliance_id = ${scope.alliance.id}::uuid ORDER BY b.sort_order, b.id`;
  const holders = await db.$queryRaw<HolderRow[]>`
    SELECT s.body_id AS "bodyId", s.number, s.position::text AS position, s.voting,
      CASE WHEN ${scope.reach.whole} THEN s.office_title END AS "officeTitle",
      o.id AS "organizationId", o.name AS "organizationName", y.name AS person, h.valid_to::text AS until
    FROM seat_holdings h JOIN seats s ON s.id = h.seat_id
    LEFT JOIN memberships m ON m.id = h.membership_id LEFT JOIN organizations o ON o.id = m.organization_id
    LEFT JOIN people y ON y.id = h.person_id
    WHERE h.alliance_id = ${scope.alliance.id}::uuid
      AND h.valid_from <= ${scope.today}::date AND coalesce(h.valid_to, 'infinity') >= ${scope.today}::date
    ORDER BY s.body_id, s.number`;
  const byBody = Map.groupBy(holders, ({ bodyId }) => bodyId);
  return {
    bodies: bodies.map((body) => ({
      ...body,
      host: ref(body.hostId, body.hostName),
      holders: (byBody.get(body.id) ?? []).map((holder) => ({
        ...holder,
        organization: ref(holder.organizationId, holder.organizationName),
      })),
    })),
  };
}
