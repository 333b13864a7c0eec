import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { BallotCardView } from "../schema/votes";

export type OwnCard = BallotCardView & { itemId: string };

/**
 * One card per vote that the reader carries in the open votes of a meeting: own seats and proxies, with what the principal
 * wrote. Of a secret vote only that it was cast.
 */
export function cardsOf(db: Db, scope: TenantScope, meetingId: string): Promise<OwnCard[]> {
  const personId = scope.actor.personId;
  if (!personId) return Promise.resolve([]);
  return db.$queryRaw<OwnCard[]>`
    WITH own AS (SELECT s.seat_id FROM seats_of_person(${meetingId}::uuid, ${personId}::uuid, ${scope.today}::date) s),
    here AS (SELECT p.seat_id, p.person_id FROM presences p WHERE p.meeting_id = ${meetingId}::uuid AND p.left_at IS NULL),
    cards AS (
      SELECT e.*, v.item_id, v.method, v.opening, m.mode,
        e.proxy_id IS NOT NULL AND x.id IS NULL AS revoked, x.instructions ->> v.item_id::text AS instruction
      FROM votes v
      JOIN agenda_items i ON i.alliance_id = v.alliance_id AND i.id = v.item_id
      JOIN meetings m ON m.alliance_id = i.alliance_id AND m.id = i.meeting_id
      JOIN vote_electors e ON e.alliance_id = v.alliance_id AND e.vote_id = v.id
      LEFT JOIN proxies x ON x.id = e.proxy_id AND x.state IN ('accepted', 'active', 'used')
      WHERE v.alliance_id = ${scope.alliance.id}::uuid AND i.meeting_id = ${meetingId}::uuid AND v.state = 'open')
    SELECT c.vote_id AS "voteId", c.item_id AS "itemId", c.seat_id AS "seatId", c.number, c.holder_name AS "holderName",
      c.proxy_id IS NOT NULL AND NOT c.revoked AS proxy, c.instruction,
      b.seat_id IS NOT NULL OR s.seat_id IS NOT NULL AS cast, b.choice::text AS choice,
      EXISTS (SELECT 1 FROM meeting_demands d WHERE d.vote_id = c.vote_id AND d.seat_id = c.seat_id) AS demanded,
      CASE
        WHEN y.recused THEN 'recused'
        WHEN y.unanswered THEN 'unanswered'
        WHEN b.confirmed_by_id IS NOT NULL THEN 'paper'
        WHEN c.revoked AND b.proxy_seat_id IS NOT NULL THEN 'proxy-cast'
        WHEN c.mode <> 'correspondence' AND NOT EXISTS (SELECT 1 FROM here h
          WHERE h.person_id = ${personId}::uuid AND h.seat_id = CASE WHEN c.revoked THEN c.seat_id ELSE coalesce(c.proxy_seat_id, c.seat_id) END) THEN 'away'
        WHEN c.proxy_id IS NULL AND NOT coalesce((c.opening #>> '{rule,options,twoSeats}')::boolean, false)
          AND b.seat_id IS NULL AND s.seat_id IS NULL AND EXISTS (
            SELECT 1 FROM cards o WHERE o.vote_id = c.vote_id AND o.seat_id <> c.seat_id AND o.proxy_id IS NULL
              AND o.person_id = ${personId}::uuid AND (
                EXISTS (SELECT 1 FROM ballots y WHERE y.vote_id = o.vote_id AND y.seat_id = o.seat_id)
                OR EXISTS (SELECT 1 FROM ballot_issues y WHERE y.vote_id = o.vote_id AND y.seat_id = o.seat_id)))
          THEN 'other-seat'
      END AS barred
    FROM cards c
    CROSS JOIN LATERAL (
      SELECT bool_or(r.state IN ('declared', 'recused')) AS recused, bool_or(r.state IN ('suggested', 'challenged')) AS unanswered
      FROM recusals r WHERE r.item_id = c.item_id
        AND r.seat_id IN (c.seat_id, CASE WHEN NOT c.revoked THEN c.proxy_seat_id END)) y
    LEFT JOIN ballots b ON b.vote_id = c.vote_id AND b.seat_id = c.seat_id
    LEFT JOIN ballot_issues s ON s.vote_id = c.vote_id AND s.seat_id = c.seat_id
    WHERE CASE
      WHEN c.revoked THEN c.seat_id IN (SELECT h.seat_id FROM here h WHERE h.person_id = ${personId}::uuid)
      WHEN c.mode = 'correspondence' THEN c.seat_id IN (SELECT seat_id FROM own)
      ELSE c.person_id = ${personId}::uuid
        OR coalesce(c.proxy_seat_id, c.seat_id) IN (SELECT h.seat_id FROM here h WHERE h.person_id = ${personId}::uuid) END
    ORDER BY c.item_id, c.proxy_id IS NOT NULL, c.number`;
}

export type OwnStanding = { itemId: string; recused: boolean; late: boolean };

/** Items in which the reader's own seat is out, and open votes that began before the reader's seat was there. */
export function standingOf(db: Db, scope: TenantScope, meetingId: string): Promise<OwnStanding[]> {
  const personId = scope.actor.personId;
  if (!personId) return Promise.resolve([]);
  return db.$queryRaw<OwnStanding[]>`
    SELECT i.id AS "itemId",
      bool_or(EXISTS (SELECT 1 FROM recusals r WHERE r.item_id = i.id AND r.seat_id = s.seat_id
        AND r.state IN ('declared', 'recused'))) AS recused,
      bool_or(EXISTS (SELECT 1 FROM votes v WHERE v.item_id = i.id AND v.state = 'open' AND NOT EXISTS (
        SELECT 1 FROM vote_electors e WHERE e.vote_id = v.id AND e.seat_id = s.seat_id))) AS late
    FROM seats_of_person(${meetingId}::uuid, ${personId}::uuid, ${scope.today}::date) s
    JOIN agenda_items i ON i.alliance_id = ${scope.alliance.id}::uuid AND i.meeting_id = ${meetingId}::uuid
    GROUP BY i.id`;
}
