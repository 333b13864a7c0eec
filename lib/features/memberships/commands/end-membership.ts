import { type Day, dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { lockMembership } from "./change-representative";

type Ending = {
  membershipId: string;
  /** The membership, its seats and its rights last until 24:00 of this day. */
  lastDay: Day;
  kind: "withdrawn" | "expelled";
  reason: string;
  resolutionId?: string | undefined;
};
export type Ended = { seatsEnded: number; rightsEnded: number };

/**
 * Ends a membership, by a decision or by a dated notice. Seats, delegates, representatives and the organization's rights
 * in this alliance end with the same day; what was before stays on record.
 */
export async function endMembership(
  tx: Tx,
  scope: TenantScope,
  ending: Ending,
): Promise<Result<Ended, "membership-ended">> {
  const { membershipId, lastDay } = ending;
  await lockMembership(tx, scope, membershipId);
  const closed = await closePeriods(tx, scope, ending);
  if (!closed) return refuse("membership-ended");
  const seatsEnded = await endSeats(tx, scope, { membershipId, lastDay, reason: ending.kind });
  await endRepresentatives(tx, membershipId, lastDay);
  const rightsEnded = await endAllRights(tx, scope, membershipId, lastDay);
  await tx.membershipEvent.create({
    data: {
      allianceId: scope.alliance.id,
      membershipId,
      kind: ending.kind,
      effectiveOn: dateOf(lastDay),
      reason: ending.reason,
      resolutionId: ending.resolutionId ?? null,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await scope.audit({
    action: "membership.end",
    subjectType: "membership",
    subjectId: membershipId,
    details: {
      kind: ending.kind,
      lastDay,
      resolutionId: ending.resolutionId ?? null,
      seatsEnded,
      rightsEnded,
    },
  });
  return accept({ seatsEnded, rightsEnded });
}

/** Positions planned for later never begin. */
async function closePeriods(tx: Tx, scope: TenantScope, ending: Ending): Promise<boolean> {
  const { membershipId } = ending;
  const lastDay = dateOf(ending.lastDay);
  const allianceId = scope.alliance.id;
  await tx.membershipPeriod.deleteMany({
    where: { allianceId, membershipId, validFrom: { gt: lastDay } },
  });
  const { count } = await tx.membershipPeriod.updateMany({
    where: {
      allianceId,
      membershipId,
      validFrom: { lte: lastDay },
      OR: [{ validTo: null }, { validTo: { gt: lastDay } }],
    },
    data: { validTo: lastDay, closedByResolutionId: ending.resolutionId ?? null },
  });
  return count === 1;
}

type SeatsEnding = {
  membershipId: string;
  lastDay: Day;
  reason: string;
  /** Only the seats tied to one of these positions. */
  tiedTo?: readonly string[];
};

/** A holding that would only have begun later lasts one day on paper and holds nothing: its member is none by then. */
export async function endSeats(tx: Tx, scope: TenantScope, given: SeatsEnding): Promise<number> {
  const { membershipId, lastDay, reason } = given;
  const tied = given.tiedTo ? [...given.tiedTo] : null;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE seat_holdings h SET valid_to = greatest(h.valid_from, ${lastDay}::date), end_reason = ${reason}
    FROM seats s WHERE s.id = h.seat_id AND h.alliance_id = ${scope.alliance.id}::uuid AND h.membership_id = ${membershipId}::uuid
      AND coalesce(h.valid_to, 'infinity') > ${lastDay}::date
      AND (${tied}::text[] IS NULL OR s.tied_to::text = ANY(${tied}::text[]))
    RETURNING h.id`;
  const ids = rows.map(({ id }) => id);
  await tx.$executeRaw`
    DELETE FROM seat_delegates WHERE holding_id = ANY(${ids}::uuid[]) AND valid_from > ${lastDay}::date`;
  await tx.$executeRaw`
    UPDATE seat_delegates SET valid_to = ${lastDay}::date
    WHERE holding_id = ANY(${ids}::uuid[]) AND coalesce(valid_to, 'infinity') > ${lastDay}::date`;
  return ids.length;
}

const endRepresentatives = (tx: Tx, membershipId: string, lastDay: Day) => tx.$executeRaw`
  UPDATE representatives SET valid_to = greatest(valid_from, ${lastDay}::date)
  WHERE membership_id = ${membershipId}::uuid AND coalesce(valid_to, 'infinity') > ${lastDay}::date`;

/** Unless the organization stays a member of the alliance by another membership. */
const endAllRights = (
  tx: Tx,
  scope: TenantScope,
  membershipId: string,
  lastDay: Day,
) => tx.$executeRaw`
  UPDATE role_grants g SET valid_to = greatest(g.valid_from, ${lastDay}::date)
  FROM memberships m WHERE m.id = ${membershipId}::uuid AND g.alliance_id = ${scope.alliance.id}::uuid
    AND g.organization_id = m.organization_id AND coalesce(g.valid_to, 'infinity') > ${lastDay}::date
    AND NOT EXISTS (SELECT 1 FROM memberships o JOIN membership_periods p ON p.membership_id = o.id
      WHERE o.alliance_id = m.alliance_id AND o.organization_id = m.organization_id AND o.id <> m.id
        AND coalesce(p.valid_to, 'infinity') > ${lastDay}::date)`;
