import { mayPrepare } from "@/lib/features/meetings/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { HomeMeeting } from "../schema";
import { meetingsAhead } from "../types";

type Row = Omit<HomeMeeting, "scheduledAt"> & { scheduledAt: Date };

/**
 * The meetings ahead and those that are going on, soonest first: those of the reader's own seats only where `mine` is set.
 * What is to declare and to cast belongs to the reader's own seats; of a secret vote only that a ballot was given is known.
 */
export async function meetingsFor(
  db: Db,
  scope: TenantScope,
  mine: boolean,
): Promise<HomeMeeting[]> {
  const { alliance, actor } = scope;
  const drafts = mayPrepare(actor, alliance.id);
  const rows = await db.$queryRaw<Row[]>`
    WITH ahead AS (
      SELECT g.* FROM meetings g
      WHERE g.alliance_id = ${alliance.id}::uuid AND (g.state IN ('check_in', 'open', 'suspended')
        OR g.state = 'noticed' OR (${drafts} AND g.state = 'draft'))),
    seats AS (
      SELECT a.id AS meeting_id, s.seat_id FROM ahead a
        CROSS JOIN LATERAL seats_of_person(a.id, ${actor.personId}::uuid, ${scope.today}::date) s),
    chosen AS (
      SELECT a.* FROM ahead a WHERE NOT ${mine} OR EXISTS (SELECT 1 FROM seats s WHERE s.meeting_id = a.id)
      ORDER BY a.scheduled_at, a.id LIMIT ${meetingsAhead})
    SELECT g.id, g.title, g.mode::text AS mode, g.state::text AS state, g.scheduled_at AS "scheduledAt", g.place,
      json_build_object('name', b.name, 'nameEn', b.name_en) AS body,
      c.seats, c.expected,
      CASE WHEN g.state = 'draft' THEN ((g.scheduled_at AT TIME ZONE ${alliance.timeZone})::date - (
        SELECT max(r.notice_days) FROM rule_sets r WHERE r.body_id = g.body_id
          AND ${scope.today}::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity')))::text END AS "noticeUntil",
      (SELECT count(*)::int FROM item_papers p JOIN agenda_items i ON i.alliance_id = p.alliance_id AND i.id = p.item_id
        WHERE i.meeting_id = g.id AND (${drafts} OR NOT paper_is_closed_to(p.file_id, ${actor.personId}::uuid, ${scope.today}::date))) AS papers,
      EXISTS (SELECT 1 FROM seats s WHERE s.meeting_id = g.id) AS mine,
      (SELECT count(DISTINCT i.id)::int FROM agenda_items i JOIN recusals r ON r.item_id = i.id JOIN seats s ON s.meeting_id = g.id AND s.seat_id = r.seat_id
        WHERE i.meeting_id = g.id AND r.state IN ('suggested', 'challenged')) AS "toDeclare",
      (SELECT count(DISTINCT v.id)::int FROM agenda_items i JOIN votes v ON v.item_id = i.id AND v.state = 'open'
        JOIN vote_electors e ON e.vote_id = v.id JOIN seats s ON s.meeting_id = g.id AND s.seat_id = e.seat_id
        WHERE i.meeting_id = g.id AND NOT EXISTS (SELECT 1 FROM ballots x WHERE x.vote_id = e.vote_id AND x.seat_id = e.seat_id)
          AND NOT EXISTS (SELECT 1 FROM ballot_issues x WHERE x.vote_id = e.vote_id AND x.seat_id = e.seat_id)
          AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.item_id = i.id AND r.seat_id = e.seat_id AND r.state IN ('declared', 'recused'))) AS "toCast"
    FROM chosen g JOIN governance_bodies b ON b.alliance_id = g.alliance_id AND b.id = g.body_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS seats, (count(*) FILTER (WHERE m.rsvp IN ('coming', 'online', 'alternate', 'proxy')))::int AS expected
      FROM meeting_seats m WHERE m.meeting_id = g.id AND m.voting) c
    ORDER BY g.scheduled_at, g.id`;
  return rows.map((row) => ({ ...row, scheduledAt: row.scheduledAt.toISOString() }));
}
