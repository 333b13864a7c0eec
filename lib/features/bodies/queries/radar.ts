import { addDays, type Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { isExpired, LETTER_SOON_DAYS, TERM_SOON_MONTHS, yearsAfter } from "../rules/seats";
import type { Radar, TermView } from "../schema/seats";
import { readComposition } from "./composition";

type Named = { bodyId: string; bodyName: string; bodyNameEn: string | null };

/** Ends of terms within a year, or past with no term after: the latest term of each body that has one. */
export async function termsEnding(db: Db, scope: TenantScope): Promise<Radar["terms"]> {
  const until = yearsAfter(scope.today, TERM_SOON_MONTHS / 12);
  const rows = await db.$queryRaw<(Named & { term: TermView; electionId: string | null })[]>`
    SELECT b.id AS "bodyId", b.name AS "bodyName", b.name_en AS "bodyNameEn",
      json_build_object('id', t.id, 'ordinal', t.ordinal, 'startsOn', t.starts_on::text, 'endsOn', t.ends_on::text,
        'extendedTo', t.extended_to::text) AS term,
      (SELECT e.id FROM elections e WHERE e.alliance_id = b.alliance_id AND e.body_id = b.id
        AND e.state NOT IN ('filled', 'cancelled') ORDER BY e.created_at DESC LIMIT 1) AS "electionId"
    FROM governance_bodies b
    JOIN LATERAL (SELECT * FROM terms x WHERE x.body_id = b.id ORDER BY x.ordinal DESC LIMIT 1) t ON true
    WHERE b.alliance_id = ${scope.alliance.id}::uuid AND coalesce(t.extended_to, t.ends_on) <= ${until}::date
    ORDER BY coalesce(t.extended_to, t.ends_on), b.sort_order, b.id`;
  return rows.map((row) => ({ ...row, expired: isExpired([row.term], scope.today) }));
}

/** Voting seats that nobody holds today. */
const vacancies = (db: Db, allianceId: string, day: Day) => db.$queryRaw<Radar["vacancies"]>`
  SELECT b.id AS "bodyId", b.name AS "bodyName", b.name_en AS "bodyNameEn", array_agg(s.number ORDER BY s.number) AS vacant,
    (SELECT max(coalesce(t.extended_to, t.ends_on))::text FROM terms t WHERE t.body_id = b.id) AS "termEndsOn"
  FROM seats s JOIN governance_bodies b ON b.id = s.body_id
  WHERE s.alliance_id = ${allianceId}::uuid AND s.voting AND NOT EXISTS (
    SELECT 1 FROM seat_holdings h WHERE h.seat_id = s.id AND ${day}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
      AND (h.membership_id IS NULL OR EXISTS (SELECT 1 FROM membership_periods mp WHERE mp.membership_id = h.membership_id
        AND ${day}::date BETWEEN mp.valid_from AND coalesce(mp.valid_to, 'infinity'))))
  GROUP BY b.id ORDER BY b.sort_order, b.id`;

/** Unit seats whose holder has named nobody who could stand in today. */
const withoutAlternate = (db: Db, allianceId: string, day: Day) => db.$queryRaw<
  Radar["withoutAlternate"]
>`
  SELECT b.id AS "bodyId", b.name AS "bodyName", b.name_en AS "bodyNameEn",
    json_agg(json_build_object('number', s.number, 'holder', o.name) ORDER BY s.number) AS seats
  FROM seats s JOIN governance_bodies b ON b.id = s.body_id
  JOIN seat_holdings h ON h.seat_id = s.id AND ${day}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
  JOIN memberships m ON m.id = h.membership_id JOIN organizations o ON o.id = m.organization_id
  WHERE s.alliance_id = ${allianceId}::uuid AND s.voting AND s.basis = 'unit'
    AND EXISTS (SELECT 1 FROM membership_periods mp WHERE mp.membership_id = m.id
      AND ${day}::date BETWEEN mp.valid_from AND coalesce(mp.valid_to, 'infinity'))
    AND NOT EXISTS (SELECT 1 FROM seat_delegates d WHERE d.holding_id = h.id AND d.kind = 'alternate'
      AND ${day}::date BETWEEN d.valid_from AND least(coalesce(d.valid_to, 'infinity'), coalesce(d.letter_until, 'infinity')))
  GROUP BY b.id ORDER BY b.sort_order, b.id`;

/** Letters of delegates that run out within sixty days, or have run out. */
export const lettersEnding = (db: Db, allianceId: string, day: Day) => db.$queryRaw<
  Radar["letters"]
>`
  SELECT b.id AS "bodyId", b.name AS "bodyName", b.name_en AS "bodyNameEn", s.number AS "seatNumber",
    coalesce(o.name, '') AS holder, p.name AS person, d.kind::text AS kind, d.letter_until::text AS until,
    d.letter_until < ${day}::date AS over
  FROM seat_delegates d JOIN seat_holdings h ON h.id = d.holding_id JOIN seats s ON s.id = h.seat_id
  JOIN governance_bodies b ON b.id = s.body_id JOIN people p ON p.id = d.person_id
  LEFT JOIN memberships m ON m.id = h.membership_id LEFT JOIN organizations o ON o.id = m.organization_id
  WHERE d.alliance_id = ${allianceId}::uuid AND d.letter_until <= ${addDays(day, LETTER_SOON_DAYS)}::date
    AND coalesce(d.valid_to, 'infinity') >= ${day}::date AND coalesce(h.valid_to, 'infinity') >= ${day}::date
  ORDER BY d.letter_until, b.sort_order, s.number, d.id`;

/** What will need a decision or a letter before long, in one look. */
export async function readRadar(db: Db, scope: TenantScope): Promise<Radar> {
  const allianceId = scope.alliance.id;
  const breaches = (await readComposition(db, allianceId, scope.today)).filter(
    ({ finding }) => !finding.holds,
  );
  const bodies = await db.governanceBody.findMany({
    where: { allianceId, id: { in: breaches.map(({ bodyId }) => bodyId) } },
    select: { id: true, name: true, nameEn: true },
  });
  return {
    today: scope.today,
    terms: await termsEnding(db, scope),
    vacancies: await vacancies(db, allianceId, scope.today),
    withoutAlternate: await withoutAlternate(db, allianceId, scope.today),
    letters: await lettersEnding(db, allianceId, scope.today),
    breaches: breaches.flatMap(({ bodyId, finding }) =>
      bodies
        .filter(({ id }) => id === bodyId)
        .map((body) => ({ bodyId, bodyName: body.name, bodyNameEn: body.nameEn, finding })),
    ),
  };
}
