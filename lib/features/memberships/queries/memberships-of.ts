import type { z } from "zod";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { reachOf } from "../../access/policy";
import { type InternalView, internalViewIn, ownAlliances } from "../../organizations/policy";
import { maskName } from "../../organizations/rules/mask";
import { maskPhone } from "../../people/rules";
import type { membershipView } from "../schema/register";

export type MembershipOf = z.input<typeof membershipView> & {
  allianceId: string;
  view: InternalView;
};
type Row = Omit<MembershipOf, "seats" | "representatives" | "view" | "changesPeople">;
type Seat = MembershipOf["seats"][number] & { membershipId: string };
type Representative = NonNullable<MembershipOf["representatives"]>[number] & {
  membershipId: string;
};

/** Memberships in alliances that the reader may know of, with seats, and with people as far as the reader may see. */
export async function readMemberships(
  db: Db,
  scope: Scope,
  organizationId: string,
): Promise<MembershipOf[]> {
  const rows = await readRows(db, scope, organizationId);
  const ids = rows.map(({ membershipId }) => membershipId);
  const [seats, people] = await Promise.all([
    readSeats(db, scope, ids),
    readRepresentatives(db, scope, ids),
  ]);
  return rows.map((row) => {
    const view = internalViewIn(scope.actor.roles, row.allianceId, organizationId);
    return {
      ...row,
      view,
      admittedBy: reachOf("resolution.read", scope.actor.roles, row.allianceId)?.whole
        ? row.admittedBy
        : null,
      changesPeople:
        reachOf("representative.change", scope.actor.roles, row.allianceId)?.whole === true,
      seats: seats
        .filter(({ membershipId }) => membershipId === row.membershipId)
        .map((seat) => (view === "none" ? { ...seat, officeTitle: null } : seat)),
      representatives:
        view === "none"
          ? null
          : people
              .filter(({ membershipId }) => membershipId === row.membershipId)
              .map((person) => ({
                ...person,
                name: view === "masked" ? maskName(person.name) : person.name,
                phone: person.phone && maskPhone(person.phone),
              })),
    };
  });
}

const readRows = (db: Db, scope: Scope, organizationId: string) => {
  const own = ownAlliances(scope.actor.roles);
  return db.$queryRaw<Row[]>`
    SELECT m.id AS "membershipId", m.alliance_id AS "allianceId", a.slug AS "allianceSlug", a.name AS "allianceName",
      a.name_en AS "allianceNameEn", m.number, m.is_lead AS "isLead", p.position::text AS position,
      (SELECT min(q.valid_from) FROM membership_periods q WHERE q.membership_id = m.id)::text AS since,
      p.valid_to::text AS until,
      (SELECT jsonb_build_object('id', r.id, 'title', b.name || ' ' || r.year || '-' || r.number)
        FROM membership_periods q JOIN resolutions r ON r.alliance_id = q.alliance_id AND r.id = q.opened_by_resolution_id
        JOIN governance_bodies b ON b.id = r.body_id
        WHERE q.membership_id = m.id ORDER BY q.valid_from LIMIT 1) AS "admittedBy",
      CASE WHEN p.valid_from IS NULL OR p.valid_from > d.today THEN 'pending' WHEN p.valid_to < d.today THEN 'ended'
        WHEN EXISTS (SELECT 1 FROM membership_suspensions s WHERE s.membership_id = m.id AND s.valid_from <= d.today
          AND coalesce(s.valid_to, 'infinity') >= d.today) THEN 'suspended'
        WHEN EXISTS (SELECT 1 FROM membership_events e WHERE e.membership_id = m.id AND e.kind = 'notice_given'
          AND e.effective_on <= d.today AND NOT EXISTS (SELECT 1 FROM membership_exits x WHERE x.membership_id = m.id
            AND x.state = 'revoked' AND x.noticed_on = e.effective_on)) THEN 'notice'
        ELSE 'active' END AS status
    FROM memberships m JOIN alliances a ON a.id = m.alliance_id
    CROSS JOIN LATERAL (SELECT (${scope.now.toISOString()}::timestamptz AT TIME ZONE a.time_zone)::date AS today) d
    LEFT JOIN LATERAL (
      SELECT q.position, q.valid_from, q.valid_to FROM membership_periods q WHERE q.membership_id = m.id
      ORDER BY (q.valid_from <= d.today AND coalesce(q.valid_to, 'infinity') >= d.today) DESC, (q.valid_from < d.today) DESC,
        CASE WHEN q.valid_from < d.today THEN q.valid_from END DESC, q.valid_from LIMIT 1
    ) p ON true
    WHERE m.organization_id = ${organizationId}::uuid
      AND (a.published_at <= now() OR ${own === undefined} OR a.id = ANY(${own ?? []}::uuid[]))
    ORDER BY a.created_at, m.number`;
};

const readSeats = (db: Db, scope: Scope, ids: string[]) => db.$queryRaw<Seat[]>`
  SELECT h.membership_id AS "membershipId", b.name AS "bodyName", b.name_en AS "bodyNameEn", s.position::text AS position,
    s.office_title AS "officeTitle", y.name AS "personName", h.valid_from::text AS "from", h.valid_to::text AS "to"
  FROM seat_holdings h JOIN seats s ON s.id = h.seat_id JOIN governance_bodies b ON b.id = s.body_id
  LEFT JOIN people y ON y.id = h.person_id
  WHERE h.membership_id = ANY(${ids}::uuid[]) AND h.valid_from <= ${scope.today}::date
    AND coalesce(h.valid_to, 'infinity') >= ${scope.today}::date
  ORDER BY b.sort_order, s.number`;

const readRepresentatives = (db: Db, scope: Scope, ids: string[]) => db.$queryRaw<Representative[]>`
  SELECT r.membership_id AS "membershipId", r.id, r.kind::text AS kind, y.name, y.title, y.phone,
    r.valid_from::text AS "from", r.valid_to::text AS "to", r.letter_until::text AS "letterUntil"
  FROM representatives r JOIN people y ON y.id = r.person_id
  WHERE r.membership_id = ANY(${ids}::uuid[]) AND coalesce(r.valid_to, 'infinity') >= ${scope.today}::date
  ORDER BY r.kind, r.valid_from`;
