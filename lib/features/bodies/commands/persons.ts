import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";

/**
 * Somebody whom this alliance knows already: who represents a member, sits or sat somewhere, or holds a role here. Anybody
 * else's id is not found, so that people of other alliances cannot be guessed.
 */
export async function knownPerson(tx: Tx, scope: TenantScope, personId: string) {
  const alliance = scope.alliance.id;
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT p.id, p.name FROM people p WHERE p.id = ${personId}::uuid AND (
      EXISTS (SELECT 1 FROM representatives r WHERE r.person_id = p.id AND r.alliance_id = ${alliance}::uuid)
      OR EXISTS (SELECT 1 FROM seat_holdings h WHERE h.person_id = p.id AND h.alliance_id = ${alliance}::uuid)
      OR EXISTS (SELECT 1 FROM seat_delegates d WHERE d.person_id = p.id AND d.alliance_id = ${alliance}::uuid)
      OR EXISTS (SELECT 1 FROM role_grants g JOIN users u ON u.id = g.user_id
        WHERE u.person_id = p.id AND g.alliance_id = ${alliance}::uuid))`;
  return rows[0] ?? notFound();
}

/** The person of an input: a known one by id, or a new one by name; undefined when neither is given. */
export async function personOf(
  tx: Tx,
  scope: TenantScope,
  given: { personId?: string | undefined; personName?: string | undefined },
): Promise<string | undefined> {
  if (given.personId) return (await knownPerson(tx, scope, given.personId)).id;
  if (!given.personName) return undefined;
  const { id } = await tx.person.create({ data: { name: given.personName }, select: { id: true } });
  return id;
}

/** The membership of an input: by its own id, or the one that an organization has on a day; undefined when neither is given. */
export async function membershipOf(
  tx: Tx,
  scope: TenantScope,
  given: { membershipId?: string | undefined; organizationId?: string | undefined },
  on: Day,
): Promise<string | undefined> {
  if (given.membershipId || !given.organizationId) return given.membershipId;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.organization_id = ${given.organizationId}::uuid
    ORDER BY (${on}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')) DESC, p.valid_from DESC LIMIT 1`;
  return rows[0]?.id ?? notFound();
}

/** Two who change one seat wait for each other. */
export async function lockSeat(tx: Tx, scope: TenantScope, seatId: string) {
  const rows = await tx.$queryRaw<
    { id: string; bodyId: string; number: number; basis: string; tiedTo: string | null }[]
  >`SELECT id, body_id AS "bodyId", number, basis::text AS basis, tied_to::text AS "tiedTo" FROM seats
    WHERE id = ${seatId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  return rows[0] ?? notFound();
}

/** A holding with its seat, under the seat's lock. */
export async function lockHolding(tx: Tx, scope: TenantScope, holdingId: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: holdingId } };
  const found = await tx.seatHolding.findUnique({ where, select: { seatId: true } });
  if (!found) return notFound();
  const seat = await lockSeat(tx, scope, found.seatId);
  return { seat, holding: await tx.seatHolding.findUniqueOrThrow({ where }) };
}
