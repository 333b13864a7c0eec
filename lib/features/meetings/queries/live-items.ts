import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { mayPrepare } from "../policy";
import type { ItemView } from "../schema/live";

type Row = Omit<ItemView, "effect"> & { effect: unknown };

/**
 * The agenda as the caller may see it. Of an item that is shut to the caller there is its title and who steps back: its
 * papers are not even named, and what they would say is not said in an explanation, an effect or somebody's reason either.
 * The database decides, as it does at the download.
 */
export async function liveItems(
  db: Db,
  scope: TenantScope,
  meetingId: string,
): Promise<ItemView[]> {
  const sees = mayPrepare(scope.actor, scope.alliance.id);
  const rows = await db.$queryRaw<Row[]>`
    SELECT i.id, i.sort_order AS "order", i.title, i.kind::text AS kind, i.state::text AS state, i.matter::text AS matter,
      CASE WHEN NOT c.closed THEN i.explanation END AS explanation,
      CASE WHEN NOT c.closed THEN i.proposer END AS proposer, i.party_prior AS "partyPrior", i.guarded,
      CASE WHEN NOT c.closed THEN i.application_id END AS "applicationId",
      CASE WHEN NOT c.closed THEN i.project_id END AS "projectId",
      CASE WHEN c.closed THEN '{"kind": "none"}'::jsonb ELSE i.effect END AS effect, i.version, c.closed,
      CASE WHEN NOT c.closed THEN e.subject END AS "effectSubject",
      CASE WHEN c.closed THEN '[]'::json ELSE p.papers END AS papers, p.count AS "paperCount", r.recusals
    FROM agenda_items i
    CROSS JOIN LATERAL (
      SELECT NOT ${sees} AND item_is_closed_to(i.id, ${scope.actor.personId}::uuid, ${scope.today}::date) AS closed) c
    CROSS JOIN LATERAL (
      SELECT CASE WHEN i.effect ->> 'kind' <> 'none' THEN json_build_object(
        'kind', i.effect ->> 'kind',
        'name', coalesce(
          (SELECT x.organization_name FROM membership_applications x
            WHERE x.alliance_id = i.alliance_id AND x.id = (i.effect ->> 'applicationId')::uuid),
          (SELECT x.title FROM documents x
            WHERE x.alliance_id = i.alliance_id AND x.id = (i.effect ->> 'documentId')::uuid),
          (SELECT o.name FROM memberships x JOIN organizations o ON o.id = x.organization_id
            WHERE x.alliance_id = i.alliance_id AND x.id = coalesce((i.effect ->> 'membershipId')::uuid, g.membership_id)),
          (SELECT x.name FROM people x WHERE x.id = coalesce((i.effect ->> 'personId')::uuid, g.person_id)),
          (SELECT b.name FROM terms x JOIN governance_bodies b ON b.id = x.body_id
            WHERE x.alliance_id = i.alliance_id AND x.id = (i.effect ->> 'termId')::uuid)),
        'seat', (SELECT json_build_object('number', x.number, 'bodyName', b.name)
          FROM seats x JOIN governance_bodies b ON b.id = x.body_id
          WHERE x.alliance_id = i.alliance_id AND x.id = coalesce((i.effect ->> 'seatId')::uuid, g.seat_id)),
        'powerKind', (SELECT x.kind::text FROM delegated_powers x
          WHERE x.alliance_id = i.alliance_id AND x.id = (i.effect ->> 'powerId')::uuid),
        'position', i.effect ->> 'position',
        'ordinal', (SELECT x.ordinal FROM terms x
          WHERE x.alliance_id = i.alliance_id AND x.id = (i.effect ->> 'termId')::uuid),
        'from', coalesce(i.effect ->> 'from', i.effect ->> 'on'),
        'to', coalesce(i.effect ->> 'to', i.effect ->> 'until')) END AS subject
      FROM (SELECT 1) one
      LEFT JOIN seat_holdings g ON g.alliance_id = i.alliance_id AND g.id = (i.effect ->> 'holdingId')::uuid) e
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, coalesce(json_agg(json_build_object(
        'id', x.id, 'fileId', x.file_id, 'title', x.title, 'size', f.size) ORDER BY x.added_at, x.id), '[]') AS papers
      FROM item_papers x JOIN stored_files f ON f.id = x.file_id AND f.alliance_id = x.alliance_id
      WHERE x.alliance_id = i.alliance_id AND x.item_id = i.id) p
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('seatId', x.seat_id, 'number', m.number, 'state', x.state,
        'holderName', coalesce(m.holder_name, ''), 'source', x.source,
        'reason', CASE WHEN NOT c.closed OR x.seat_id IN (SELECT s.seat_id FROM seats_of_person(
          i.meeting_id, ${scope.actor.personId}::uuid, ${scope.today}::date) s) THEN x.reason END)
        ORDER BY m.number), '[]') AS recusals
      FROM recusals x JOIN meeting_seats m ON m.meeting_id = i.meeting_id AND m.seat_id = x.seat_id
      WHERE x.alliance_id = i.alliance_id AND x.item_id = i.id) r
    WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.meeting_id = ${meetingId}::uuid
    ORDER BY i.sort_order`;
  return rows;
}
