import type { z } from "zod";
import { PLATFORM_CHAIN } from "@/lib/platform/audit";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { reachOf } from "../../access/policy";
import { ownAlliances, seesWholeRegister } from "../../organizations/policy";
import type { organizationOutput } from "../schema/register";
import type { MembershipOf } from "./memberships-of";

type Entry = z.input<typeof organizationOutput>["timeline"][number];
type Known = { memberships: readonly MembershipOf[]; inside: readonly string[] };

const MOST = 100;

/**
 * What happened to an organization, latest first: changes of membership for those who may read them, what was done to
 * its record for those who see its inside, former names for everybody.
 */
export async function readTimeline(
  db: Db,
  scope: Scope,
  organizationId: string,
  known: Known,
): Promise<Entry[]> {
  const history = known.memberships
    .filter(({ allianceId }) => {
      const reach = reachOf("membership.read_history", scope.actor.roles, allianceId);
      return reach?.whole || reach?.organizationIds.includes(organizationId);
    })
    .map(({ membershipId }) => membershipId);
  const chains = chainsOf(scope, known.inside);
  return db.$queryRaw<Entry[]>`
    SELECT * FROM (
      SELECT e.effective_on::text AS at, 'membership' AS source, e.kind::text AS kind, a.name AS "allianceName",
        concat_ws(' · ', b.name || ' ' || r.year || '-' || r.number, e.reason) AS detail
      FROM membership_events e JOIN alliances a ON a.id = e.alliance_id
      LEFT JOIN resolutions r ON r.id = e.resolution_id LEFT JOIN governance_bodies b ON b.id = r.body_id
      WHERE e.membership_id = ANY(${history}::uuid[])
      UNION ALL
      SELECT p.valid_from::text, 'membership',
        CASE WHEN EXISTS (SELECT 1 FROM membership_periods q WHERE q.membership_id = p.membership_id
          AND q.valid_from < p.valid_from) THEN 'position_changed' ELSE 'admitted' END, a.name, p.opened_reason
      FROM membership_periods p JOIN alliances a ON a.id = p.alliance_id
      WHERE p.membership_id = ANY(${history}::uuid[]) AND p.valid_from <= ${scope.today}::date AND NOT EXISTS (
        SELECT 1 FROM membership_events e WHERE e.membership_id = p.membership_id AND e.effective_on = p.valid_from
          AND e.kind IN ('admitted', 'position_changed'))
      UNION ALL
      SELECT n.valid_to::text, 'name', 'former', NULL, n.name
      FROM organization_names n
      WHERE n.organization_id = ${organizationId}::uuid AND n.kind = 'former' AND n.valid_to IS NOT NULL
      UNION ALL
      SELECT to_char(x.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'audit', replace(x.action, '.', '_'), a.name,
        CASE WHEN jsonb_typeof(x.details->'name') = 'array'
          THEN (x.details->'name'->>0) || ' → ' || (x.details->'name'->>1) ELSE x.details->>'absorbedName' END
      FROM audit_entries x LEFT JOIN alliances a ON a.id::text = x.chain
      WHERE x.subject_id = ${organizationId}::uuid AND x.subject_type = 'organization' AND x.chain = ANY(${chains}::text[])
    ) all_of_it ORDER BY at DESC LIMIT ${MOST}`;
}

/**
 * Chains of audit that may be told of here: of alliances whose inside the reader sees, and, for those who keep the
 * register, their own alliance's also while the organization is a member of none.
 */
function chainsOf(scope: Scope, inside: readonly string[]): string[] {
  const { roles } = scope.actor;
  const kept = (ownAlliances(roles) ?? []).filter((allianceId) =>
    seesWholeRegister(roles, allianceId),
  );
  const platform = seesWholeRegister(roles, null) ? [PLATFORM_CHAIN] : [];
  return [...new Set([...inside, ...kept, ...platform])];
}
