import { dateOf, dayIn } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";

type Round = { title: string; draftedAt: Date | null };

/**
 * Resolutions that can ratify a round: carried (the database knows no other), by a council, in force, adopted since the
 * result was drawn up, naming the round in title or text, and not claimed by another one.
 */
export const resolutionsFor = (db: Db, scope: TenantScope, round: Round) =>
  db.$queryRaw<{ id: string; label: string }[]>`
    SELECT r.id, b.name || ' ' || r.year || '-' || r.number || ' ' || r.title AS label
    FROM resolutions r JOIN governance_bodies b ON b.id = r.body_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND b.kind IN ('council', 'standing_council', 'member_assembly')
      AND r.adopted_on >= ${round.draftedAt ? dateOf(dayIn(round.draftedAt, scope.alliance.timeZone)) : scope.now}::date
      AND position(${round.title} IN r.title || ' ' || r.text) > 0
      AND NOT EXISTS (SELECT 1 FROM resolution_events e WHERE e.resolution_id = r.id AND e.kind IN ('superseded', 'repealed'))
      AND NOT EXISTS (SELECT 1 FROM evaluation_rounds o WHERE o.alliance_id = r.alliance_id AND o.resolution_id = r.id)
    ORDER BY r.adopted_on DESC, r.id LIMIT 20`;

/** Motions of the council that did not pass since the result was drawn up, name the round, and sent nothing back yet. */
export const declinedBy = (db: Db, scope: TenantScope, round: Round) =>
  db.$queryRaw<{ id: string; label: string }[]>`
    SELECT m.id, b.name || ' ' || (m.decided_at AT TIME ZONE ${scope.alliance.timeZone})::date || ' ' || i.title AS label
    FROM motions m JOIN agenda_items i ON i.id = m.agenda_item_id JOIN meetings g ON g.id = i.meeting_id
      JOIN governance_bodies b ON b.id = g.body_id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND b.kind IN ('council', 'standing_council', 'member_assembly')
      AND m.outcome IN ('rejected', 'tied') AND m.decided_at >= ${round.draftedAt ?? scope.now}
      AND position(${round.title} IN i.title || ' ' || m.text) > 0
      AND NOT EXISTS (SELECT 1 FROM evaluation_rounds o WHERE o.alliance_id = m.alliance_id AND o.declined_motion_id = m.id)
    ORDER BY m.decided_at DESC, m.id LIMIT 20`;
