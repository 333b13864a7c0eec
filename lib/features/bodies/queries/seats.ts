import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { isExpired } from "../rules/seats";
import type { bodySeatsInput, bodySeatsOutput, SeatLine, TermView } from "../schema/seats";
import { readComposition } from "./composition";

export const termsOf = (db: Db, allianceId: string, bodyId: string) => db.$queryRaw<TermView[]>`
  SELECT id, ordinal, starts_on::text AS "startsOn", ends_on::text AS "endsOn", extended_to::text AS "extendedTo"
  FROM terms WHERE alliance_id = ${allianceId}::uuid AND body_id = ${bodyId}::uuid ORDER BY ordinal DESC`;

/** Seats with who holds them today, who acts, who comes later, and requests that wait for a second person. */
const seatLines = (db: Db, scope: TenantScope, bodyId: string) => db.$queryRaw<SeatLine[]>`
  SELECT s.id AS "seatId", s.number, s.basis::text AS basis, s.position::text AS position, s.voting,
    s.office_title AS "officeTitle", s.tied_to::text AS "tiedTo",
    CASE WHEN h.id IS NOT NULL THEN json_build_object(
      'id', h.id, 'membershipId', h.membership_id,
      'organization', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END,
      'person', p.name, 'from', h.valid_from::text, 'to', h.valid_to::text, 'resolutionId', h.resolution_id,
      'suspended', EXISTS (SELECT 1 FROM membership_suspensions x WHERE x.membership_id = h.membership_id
        AND ${scope.today}::date BETWEEN x.valid_from AND coalesce(x.valid_to, 'infinity')),
      'delegates', coalesce((SELECT json_agg(json_build_object('id', d.id, 'personId', d.person_id, 'name', y.name, 'kind', d.kind,
          'from', d.valid_from::text, 'to', d.valid_to::text, 'letterUntil', d.letter_until::text, 'letterFileId', d.letter_file_id)
          ORDER BY d.kind, d.valid_from, d.id)
        FROM seat_delegates d JOIN people y ON y.id = d.person_id
        WHERE d.holding_id = h.id AND coalesce(d.valid_to, 'infinity') >= ${scope.today}::date), '[]'),
      'ending', (SELECT json_build_object('id', e.id, 'lastDay', e.last_day::text, 'reason', e.reason, 'version', e.version,
          'own', e.proposed_by_id IS NOT DISTINCT FROM ${scope.actor.personId}::uuid)
        FROM seat_endings e WHERE e.holding_id = h.id AND e.state = 'proposed')) END AS holding,
    (SELECT json_build_object('name', concat_ws(' · ', n_o.name, n_p.name), 'from', n.valid_from::text)
      FROM seat_holdings n LEFT JOIN memberships n_m ON n_m.id = n.membership_id
      LEFT JOIN organizations n_o ON n_o.id = n_m.organization_id LEFT JOIN people n_p ON n_p.id = n.person_id
      WHERE n.seat_id = s.id AND n.valid_from > ${scope.today}::date ORDER BY n.valid_from LIMIT 1) AS next
  FROM seats s
  LEFT JOIN seat_holdings h ON h.seat_id = s.id AND h.alliance_id = s.alliance_id
    AND ${scope.today}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
    AND (h.membership_id IS NULL OR EXISTS (
      SELECT 1 FROM membership_periods mp WHERE mp.membership_id = h.membership_id
        AND ${scope.today}::date BETWEEN mp.valid_from AND coalesce(mp.valid_to, 'infinity')))
  LEFT JOIN memberships m ON m.id = h.membership_id
  LEFT JOIN organizations o ON o.id = m.organization_id
  LEFT JOIN people p ON p.id = h.person_id
  WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.body_id = ${bodyId}::uuid
  ORDER BY s.number`;

type People = z.input<typeof bodySeatsOutput>["people"];

/** People of the members that sit in the body, for the forms of those who keep it. */
const peopleOf = (db: Db, scope: TenantScope, bodyId: string) => db.$queryRaw<People>`
  WITH sitting AS (SELECT DISTINCT m.id, m.organization_id FROM seats s JOIN seat_holdings h ON h.seat_id = s.id
      AND coalesce(h.valid_to, 'infinity') >= ${scope.today}::date
    JOIN memberships m ON m.id = h.membership_id
    WHERE s.alliance_id = ${scope.alliance.id}::uuid AND s.body_id = ${bodyId}::uuid)
  SELECT p.id AS "personId", p.name, x.id AS "membershipId" FROM sitting x JOIN representatives r ON r.membership_id = x.id
    AND coalesce(r.valid_to, 'infinity') >= ${scope.today}::date JOIN people p ON p.id = r.person_id
  UNION
  SELECT p.id, p.name, x.id FROM sitting x JOIN role_grants g ON g.organization_id = x.organization_id
    AND g.alliance_id = ${scope.alliance.id}::uuid AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
  JOIN users u ON u.id = g.user_id JOIN people p ON p.id = u.person_id
  ORDER BY 2, 1`;

/** The seats of one body, as those inside the alliance see them. */
export async function readBodySeats(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof bodySeatsInput>,
): Promise<z.input<typeof bodySeatsOutput>> {
  const allianceId = scope.alliance.id;
  const body =
    (await db.governanceBody.findUnique({
      where: { allianceId_id: { allianceId, id: input.bodyId } },
      select: { id: true, name: true, nameEn: true, seatsPlanned: true, termYears: true },
    })) ?? notFound();
  const terms = await termsOf(db, allianceId, body.id);
  const seats = await seatLines(db, scope, body.id);
  const composition = await readComposition(db, allianceId, scope.today, body.id);
  const manages = reachOf("seat.assign", scope.actor.roles, allianceId)?.whole === true;
  return {
    body,
    today: scope.today,
    terms,
    expired: isExpired(terms, scope.today),
    seats,
    composition: composition.map(({ finding }) => finding),
    people: manages ? await peopleOf(db, scope, body.id) : [],
    manages,
  };
}
