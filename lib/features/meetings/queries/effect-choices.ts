import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { EffectChoices, effectChoicesOutput } from "../schema/effects";

type Members = EffectChoices["members"];

/** Members of today with what hinders them; each has one period on a day at most. */
const membersOf = (db: Db, scope: TenantScope) => db.$queryRaw<Members>`
  SELECT m.id, o.name, EXISTS (SELECT 1 FROM membership_suspensions s WHERE s.membership_id = m.id
    AND ${scope.today}::date BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity')) AS suspended
  FROM memberships m
  JOIN membership_periods p ON p.membership_id = m.id AND p.alliance_id = m.alliance_id
    AND ${scope.today}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')
  JOIN organizations o ON o.id = m.organization_id
  WHERE m.alliance_id = ${scope.alliance.id}::uuid
  ORDER BY m.sort_name, m.id`;

/** Those whose notice runs, with something open that no resolution has passed over yet. */
const leavingOf = (db: Db, scope: TenantScope) => db.$queryRaw<EffectChoices["end_in_spite"]>`
  SELECT m.id, o.name FROM membership_exits x
  JOIN memberships m ON m.id = x.membership_id AND m.alliance_id = x.alliance_id
  JOIN organizations o ON o.id = m.organization_id
  WHERE x.alliance_id = ${scope.alliance.id}::uuid AND x.state = 'open' AND x.override_resolution_id IS NULL
  ORDER BY m.sort_name, m.id`;

/** One line per person, with the member that the person speaks for, if any. */
const peopleOf = (db: Db, scope: TenantScope) => db.$queryRaw<EffectChoices["people"]>`
  SELECT p.id, p.name, min(k.organization) AS "organizationName"
  FROM (
    SELECT r.person_id, o.name AS organization FROM representatives r
      JOIN memberships m ON m.id = r.membership_id JOIN organizations o ON o.id = m.organization_id
      WHERE r.alliance_id = ${scope.alliance.id}::uuid AND coalesce(r.valid_to, 'infinity') >= ${scope.today}::date
    UNION
    SELECT h.person_id, NULL FROM seat_holdings h
      WHERE h.alliance_id = ${scope.alliance.id}::uuid AND h.person_id IS NOT NULL AND coalesce(h.valid_to, 'infinity') >= ${scope.today}::date
    UNION
    SELECT d.person_id, NULL FROM seat_delegates d
      WHERE d.alliance_id = ${scope.alliance.id}::uuid AND coalesce(d.valid_to, 'infinity') >= ${scope.today}::date
    UNION
    SELECT u.person_id, NULL FROM role_grants g JOIN users u ON u.id = g.user_id
      WHERE g.alliance_id = ${scope.alliance.id}::uuid AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
  ) k JOIN people p ON p.id = k.person_id
  GROUP BY p.id ORDER BY p.name, p.id`;

type SeatRow = {
  id: string;
  number: number;
  bodyName: string;
  basis: string;
  holdingId: string | null;
  holderName: string | null;
};

const seatsOf = (db: Db, scope: TenantScope) => db.$queryRaw<SeatRow[]>`
  SELECT s.id, s.number, b.name AS "bodyName", s.basis::text AS basis, h.id AS "holdingId",
    coalesce(o.name, p.name) AS "holderName"
  FROM seats s
  JOIN governance_bodies b ON b.id = s.body_id AND b.alliance_id = s.alliance_id
  LEFT JOIN seat_holdings h ON h.seat_id = s.id AND h.alliance_id = s.alliance_id
    AND coalesce(h.valid_to, 'infinity') >= ${scope.today}::date
  LEFT JOIN memberships m ON m.id = h.membership_id AND m.alliance_id = h.alliance_id
  LEFT JOIN organizations o ON o.id = m.organization_id
  LEFT JOIN people p ON p.id = h.person_id
  WHERE s.alliance_id = ${scope.alliance.id}::uuid
  ORDER BY b.name, s.number, h.valid_from, s.id`;

/** Everything that an item of an agenda may bring about, by the features whose executors exist. */
export async function effectChoices(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof effectChoicesOutput>> {
  const allianceId = scope.alliance.id;
  const [applications, documents, powers, terms, seats, members, leaving, people] =
    await Promise.all([
      db.membershipApplication.findMany({
        where: { allianceId, state: { in: ["recommended", "on_agenda"] } },
        select: { id: true, number: true, organizationName: true },
        orderBy: { number: "asc" },
      }),
      db.document.findMany({
        where: { allianceId, state: "draft" },
        select: { id: true, title: true, version: true },
        orderBy: [{ title: "asc" }, { version: "asc" }, { id: "asc" }],
      }),
      db.delegatedPower.findMany({
        where: { allianceId, state: "signed" },
        select: { id: true, kind: true },
        orderBy: { id: "asc" },
      }),
      db.term.findMany({
        where: { allianceId, endsOn: { gte: dateOf(scope.today) }, extendedTo: null },
        select: { id: true, ordinal: true, body: { select: { name: true } } },
        orderBy: [{ endsOn: "asc" }, { id: "asc" }],
      }),
      seatsOf(db, scope),
      membersOf(db, scope),
      leavingOf(db, scope),
      peopleOf(db, scope),
    ]);
  return {
    admit: applications.map(({ id, number, organizationName: name }) => ({ id, number, name })),
    adopt_document: documents.map(({ id, title: name, version }) => ({ id, name, version })),
    appoint: seats
      .filter((seat) => seat.holdingId === null)
      .map(({ id, number, bodyName, basis }) => ({
        id,
        number,
        bodyName,
        personal: basis !== "unit",
      })),
    end_seat: seats.flatMap(({ holdingId, number, bodyName, holderName }) =>
      holdingId ? [{ id: holdingId, number, bodyName, holderName: holderName ?? "" }] : [],
    ),
    grant_power: powers,
    extend_term: terms.map(({ id, ordinal, body }) => ({ id, ordinal, bodyName: body.name })),
    members,
    end_in_spite: leaving,
    people,
  };
}
