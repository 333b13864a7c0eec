import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { sharedAlliances } from "../queries/preview-merge";

type Ids = { survivorId: string; absorbedId: string };

/**
 * Memberships of the duplicate become those of the survivor under their own numbers. Where both are members at a time,
 * the duplicate's membership ends, its seats and people pass to the one that stays.
 */
export async function joinMemberships(
  tx: Tx,
  scope: Scope,
  ids: Ids,
): Promise<{ memberships: string[]; membershipsEnded: string[] }> {
  const ended: string[] = [];
  for (const alliance of await sharedAlliances(tx, ids, scope.today, null)) {
    ended.push(...(await endTwin(tx, scope, ids, alliance.id)));
  }
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE memberships SET organization_id = ${ids.survivorId}::uuid
    WHERE organization_id = ${ids.absorbedId}::uuid RETURNING id`;
  return { memberships: moved.map(({ id }) => id), membershipsEnded: ended };
}

const lastingOf = (tx: Tx, allianceId: string, organizationId: string, today: string) =>
  tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT m.id FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
    WHERE m.alliance_id = ${allianceId}::uuid AND m.organization_id = ${organizationId}::uuid
      AND coalesce(p.valid_to, 'infinity') >= ${today}::date`;

/** The day before is the last one, so that today the register counts the unit once; what began today ends today. */
async function endTwin(tx: Tx, scope: Scope, ids: Ids, allianceId: string): Promise<string[]> {
  const { today } = scope;
  const [stays] = await lastingOf(tx, allianceId, ids.survivorId, today);
  const twins = (await lastingOf(tx, allianceId, ids.absorbedId, today)).map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE seat_holdings SET membership_id = ${stays?.id}::uuid
    WHERE membership_id = ANY(${twins}::uuid[]) AND coalesce(valid_to, 'infinity') >= ${today}::date`;
  await tx.$executeRaw`
    UPDATE representatives SET valid_to = greatest(valid_from, ${today}::date - 1)
    WHERE membership_id = ANY(${twins}::uuid[]) AND kind IN ('authorised', 'legal') AND coalesce(valid_to, 'infinity') >= ${today}::date`;
  await tx.$executeRaw`
    UPDATE representatives SET membership_id = ${stays?.id}::uuid
    WHERE membership_id = ANY(${twins}::uuid[]) AND kind NOT IN ('authorised', 'legal') AND coalesce(valid_to, 'infinity') >= ${today}::date`;
  await tx.$executeRaw`
    DELETE FROM membership_periods WHERE membership_id = ANY(${twins}::uuid[]) AND valid_from > ${today}::date`;
  await tx.$executeRaw`
    UPDATE membership_periods SET valid_to = greatest(valid_from, ${today}::date - 1)
    WHERE membership_id = ANY(${twins}::uuid[]) AND coalesce(valid_to, 'infinity') >= ${today}::date`;
  await tx.$executeRaw`
    INSERT INTO membership_events (id, alliance_id, membership_id, kind, effective_on, created_by_id)
    SELECT gen_random_uuid(), ${allianceId}::uuid, t.id, 'merged', ${today}::date, ${scope.actor.userId}::uuid
    FROM unnest(${twins}::uuid[]) AS t(id)`;
  return twins;
}
