import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { HandoverItem, handoverInput, handoverOutput } from "../schema/handover";

type Row = HandoverItem & { personId: string };

/**
 * Open tasks, seats, letters of proxy, meetings and unsigned minutes of people who speak for a member (behaviour 4.1,
 * "Representative leaves the employer"). What belongs to another member that the same person speaks for stays out.
 */
function itemsOf(db: Db, scope: TenantScope, membershipId: string, people: readonly string[]) {
  const { id: allianceId } = scope.alliance;
  const { today } = scope;
  return db.$queryRaw<Row[]>`
    WITH member AS (SELECT id, organization_id FROM memberships
      WHERE alliance_id = ${allianceId}::uuid AND id = ${membershipId}::uuid),
    called AS (SELECT s.person_id, s.seat_id, g.id, g.title, g.scheduled_at FROM member m
      JOIN meeting_seats s ON s.membership_id = m.id AND s.alliance_id = ${allianceId}::uuid
      JOIN meetings g ON g.id = s.meeting_id AND g.state IN ('noticed', 'check_in', 'open', 'suspended')
      WHERE s.person_id = ANY(${people}::uuid[]))
    SELECT 'task' AS kind, t.id, t.title, t.due_on::text AS on, t.person_id AS "personId"
    FROM member m JOIN tasks t ON t.alliance_id = ${allianceId}::uuid AND coalesce(t.organization_id, m.organization_id) = m.organization_id
    WHERE t.person_id = ANY(${people}::uuid[]) AND t.state IN ('open', 'running', 'reported')
    UNION ALL
    SELECT 'delegate', d.id, concat(b.name, ' · ', s.number), d.valid_to::text, d.person_id
    FROM member m JOIN seat_holdings h ON h.membership_id = m.id AND coalesce(h.valid_to, 'infinity') >= ${today}::date
    JOIN seat_delegates d ON d.holding_id = h.id AND coalesce(d.valid_to, 'infinity') >= ${today}::date
    JOIN seats s ON s.id = h.seat_id JOIN governance_bodies b ON b.id = s.body_id
    WHERE d.person_id = ANY(${people}::uuid[])
    UNION ALL
    SELECT 'seat', h.id, concat(b.name, ' · ', s.number), h.valid_to::text, h.person_id
    FROM member m JOIN seat_holdings h ON h.membership_id = m.id AND coalesce(h.valid_to, 'infinity') >= ${today}::date
    JOIN seats s ON s.id = h.seat_id JOIN governance_bodies b ON b.id = s.body_id
    WHERE h.person_id = ANY(${people}::uuid[])
      -- Whoever is also delegated to the seat stands above already.
      AND NOT EXISTS (SELECT 1 FROM seat_delegates d WHERE d.holding_id = h.id AND d.person_id = h.person_id
        AND coalesce(d.valid_to, 'infinity') >= ${today}::date)
    UNION ALL
    SELECT 'meeting', id, title, (scheduled_at AT TIME ZONE ${scope.alliance.timeZone})::date::text, person_id FROM called
    UNION ALL
    SELECT CASE WHEN p.principal_seat_id = c.seat_id THEN 'proxy_given' ELSE 'proxy_carried' END, c.id, c.title,
      (c.scheduled_at AT TIME ZONE ${scope.alliance.timeZone})::date::text, c.person_id
    FROM called c JOIN proxies p ON p.meeting_id = c.id AND c.seat_id IN (p.principal_seat_id, p.holder_seat_id)
      AND p.state IN ('signed', 'accepted', 'active')
    UNION ALL
    SELECT 'minutes', g.id, g.title, (g.scheduled_at AT TIME ZONE ${scope.alliance.timeZone})::date::text, x.person_id
    FROM member m JOIN minutes_signatures x ON x.alliance_id = ${allianceId}::uuid AND x.signed_at IS NULL AND x.refused_at IS NULL
    JOIN minutes n ON n.id = x.minutes_id JOIN meetings g ON g.id = n.meeting_id
    JOIN meeting_seats s ON s.meeting_id = g.id AND s.person_id = x.person_id AND s.membership_id = m.id
    WHERE x.person_id = ANY(${people}::uuid[])
    ORDER BY 1, 4 NULLS LAST, 3, 2`;
}

/** What one person would leave open; nothing while the person goes on for the member in another capacity. */
export async function openWith(
  db: Db,
  scope: TenantScope,
  leaving: { membershipId: string; personId: string; representativeId: string },
): Promise<HandoverItem[]> {
  const others = await db.representative.count({
    where: {
      allianceId: scope.alliance.id,
      membershipId: leaving.membershipId,
      personId: leaving.personId,
      id: { not: leaving.representativeId },
      OR: [{ validTo: null }, { validTo: { gte: dateOf(scope.today) } }],
    },
  });
  return others > 0 ? [] : itemsOf(db, scope, leaving.membershipId, [leaving.personId]);
}

/** Everybody who speaks for a member today, and what each of them has in hand. */
export async function readHandover(
  db: Db,
  scope: TenantScope,
  { membershipId }: z.output<typeof handoverInput>,
): Promise<z.input<typeof handoverOutput>> {
  const allianceId = scope.alliance.id;
  const found = await db.membership.findUnique({
    where: { allianceId_id: { allianceId, id: membershipId } },
    select: { id: true },
  });
  if (!found) notFound();
  const people = await db.representative.findMany({
    where: {
      allianceId,
      membershipId,
      OR: [{ validTo: null }, { validTo: { gte: dateOf(scope.today) } }],
    },
    select: { id: true, kind: true, personId: true, person: { select: { name: true } } },
    orderBy: [{ kind: "asc" }, { validFrom: "asc" }, { id: "asc" }],
  });
  const ids = [...new Set(people.map(({ personId }) => personId))];
  const items = await itemsOf(db, scope, membershipId, ids);
  return {
    people: people.map(({ id, kind, personId, person }) => ({
      representativeId: id,
      kind,
      name: person.name,
      items: items.filter((item) => item.personId === personId),
    })),
  };
}
