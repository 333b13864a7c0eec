import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";

/** How the caller stands to one seat of one vote, now. */
export type Acting = {
  seatId: string;
  proxySeatId: string | null;
  /** The seat has a conflict by now, or whoever carries its proxy has. */
  recused: boolean;
  /** One of the two was asked about a conflict and has not answered. */
  unanswered: boolean;
  /** The caller is there, in the seat that acts: the own one, or the one that carries the proxy. */
  there: boolean;
  /** The proxy was taken back; the principal acts again. */
  revoked: boolean;
};

/**
 * May the caller act for this seat in this vote? The person frozen at the opening may; so may whoever sits in the seat
 * now (an alternate who took over), whoever represents it in a correspondence vote, and a principal who came back.
 */
export async function actsFor(
  db: Db,
  scope: TenantScope,
  given: { voteId: string; seatId: string },
): Promise<Acting | undefined> {
  const personId = scope.actor.personId;
  if (!personId) return undefined;
  const rows = await db.$queryRaw<Acting[]>`
    SELECT e.seat_id AS "seatId", CASE WHEN x.revoked THEN NULL ELSE e.proxy_seat_id END AS "proxySeatId",
      y.recused, y.unanswered,
      EXISTS (SELECT 1 FROM presences p WHERE p.meeting_id = i.meeting_id AND p.left_at IS NULL
        AND p.person_id = ${personId}::uuid
        AND p.seat_id = CASE WHEN x.revoked THEN e.seat_id ELSE coalesce(e.proxy_seat_id, e.seat_id) END) AS there,
      x.revoked
    FROM vote_electors e
    JOIN votes v ON v.alliance_id = e.alliance_id AND v.id = e.vote_id
    JOIN agenda_items i ON i.alliance_id = v.alliance_id AND i.id = v.item_id
    JOIN meetings m ON m.alliance_id = i.alliance_id AND m.id = i.meeting_id
    CROSS JOIN LATERAL (SELECT e.proxy_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM proxies p WHERE p.id = e.proxy_id AND p.state IN ('accepted', 'active', 'used')) AS revoked) x
    CROSS JOIN LATERAL (
      SELECT coalesce(bool_or(r.state IN ('declared', 'recused')), false) AS recused,
        coalesce(bool_or(r.state IN ('suggested', 'challenged')), false) AS unanswered
      FROM recusals r WHERE r.alliance_id = e.alliance_id AND r.item_id = v.item_id
        AND r.seat_id IN (e.seat_id, CASE WHEN NOT x.revoked THEN e.proxy_seat_id END)) y
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.vote_id = ${given.voteId}::uuid
      AND e.seat_id = ${given.seatId}::uuid
      AND CASE
        WHEN x.revoked THEN EXISTS (SELECT 1 FROM presences p WHERE p.meeting_id = i.meeting_id
          AND p.seat_id = e.seat_id AND p.person_id = ${personId}::uuid AND p.left_at IS NULL)
        WHEN m.mode = 'correspondence' THEN EXISTS (
          SELECT 1 FROM seats_of_person(i.meeting_id, ${personId}::uuid, ${scope.today}::date) s
          WHERE s.seat_id = e.seat_id)
        ELSE e.person_id = ${personId}::uuid OR EXISTS (SELECT 1 FROM presences p WHERE p.meeting_id = i.meeting_id
          AND p.seat_id = coalesce(e.proxy_seat_id, e.seat_id) AND p.person_id = ${personId}::uuid AND p.left_at IS NULL)
        END`;
  return rows[0];
}

/** Own seats in which the caller has cast already, besides this one: one person, one vote, unless the rule allows two. */
export async function castElsewhere(
  db: Db,
  scope: TenantScope,
  given: { voteId: string; seatId: string },
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM vote_electors e
    JOIN votes v ON v.alliance_id = e.alliance_id AND v.id = e.vote_id
    JOIN agenda_items i ON i.alliance_id = v.alliance_id AND i.id = v.item_id
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.vote_id = ${given.voteId}::uuid
      AND e.seat_id <> ${given.seatId}::uuid AND e.proxy_seat_id IS NULL
      AND (e.person_id = ${scope.actor.personId}::uuid OR e.seat_id IN (
        SELECT s.seat_id FROM seats_of_person(i.meeting_id, ${scope.actor.personId}::uuid, ${scope.today}::date) s))
      AND (EXISTS (SELECT 1 FROM ballots b WHERE b.vote_id = e.vote_id AND b.seat_id = e.seat_id
            AND b.cast_by_id = ${scope.actor.userId}::uuid)
        OR EXISTS (SELECT 1 FROM ballot_issues b WHERE b.vote_id = e.vote_id AND b.seat_id = e.seat_id)
          AND e.person_id = ${scope.actor.personId}::uuid)
    LIMIT 1`;
  return rows.length > 0;
}
