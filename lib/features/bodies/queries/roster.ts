import type { z } from "zod";
import type { Day } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import {
  type BodyChoice,
  type getRosterInput,
  type listBodiesInput,
  type listBodiesOutput,
  type Roster,
  type RosterSeat,
  type RuleInForce,
  ruleOptions,
} from "../schema/roster";
import type { SeatCount } from "../types";

/** The bodies of the alliance in the order of its structure; what is new is offered those of today alone. */
export async function listBodies(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof listBodiesInput>,
): Promise<z.input<typeof listBodiesOutput>> {
  const items = await db.$queryRaw<BodyChoice[]>`
    SELECT b.id, b.kind::text AS kind, b.name, b.name_en AS "nameEn",
      count(s.id) FILTER (WHERE s.voting)::int AS "votingSeats", count(s.id)::int AS seats,
      count(s.id) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM seat_holdings h WHERE h.seat_id = s.id
          AND ${scope.today}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
          AND (h.membership_id IS NULL OR EXISTS (
            SELECT 1 FROM membership_periods mp WHERE mp.membership_id = h.membership_id
              AND ${scope.today}::date BETWEEN mp.valid_from AND coalesce(mp.valid_to, 'infinity')))))::int AS vacant
    FROM governance_bodies b LEFT JOIN seats s ON s.body_id = b.id AND s.alliance_id = b.alliance_id
    WHERE b.alliance_id = ${scope.alliance.id}::uuid
      AND (${input.dissolved === "included"} OR coalesce(b.dissolved_on, 'infinity') >= ${scope.today}::date)
    GROUP BY b.id ORDER BY b.sort_order, b.id`;
  return { allianceId: scope.alliance.id, today: scope.today, items };
}

type SeatRow = RosterSeat & { filled: boolean };

/**
 * Every seat of a body with its holder on a day. A unit seat is filled only while its member is one; the name is the one
 * that the organization had on the day. A suspended member keeps the seat without its vote (behaviour 4.1, guard 4). Who
 * acts is the principal delegate of the day, or the person of the holding; alternates count while their letter lasts.
 */
const seatRows = (db: Db, allianceId: string, bodyId: string, day: Day) => db.$queryRaw<SeatRow[]>`
  SELECT s.id AS "seatId", s.number, s.position::text AS position, s.voting,
    h.id IS NOT NULL AS filled,
    s.voting AND h.id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM membership_suspensions x WHERE x.membership_id = h.membership_id
        AND ${day}::date BETWEEN x.valid_from AND coalesce(x.valid_to, 'infinity')) AS eligible,
    concat_ws(' · ', coalesce(was.name, o.name), p.name) AS "holderName",
    h.id AS "holdingId", h.membership_id AS "membershipId", m.organization_id AS "organizationId",
    p.id AS "personId", p.name AS "personName",
    coalesce((SELECT json_agg(json_build_object('personId', y.id, 'name', y.name) ORDER BY y.name, y.id)
      FROM seat_delegates a JOIN people y ON y.id = a.person_id
      WHERE a.holding_id = h.id AND a.kind = 'alternate' AND ${day}::date BETWEEN a.valid_from
        AND least(coalesce(a.valid_to, 'infinity'), coalesce(a.letter_until, 'infinity'))), '[]') AS alternates
  FROM seats s
  LEFT JOIN seat_holdings h ON h.seat_id = s.id AND h.alliance_id = s.alliance_id
    AND ${day}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
    AND (h.membership_id IS NULL OR EXISTS (
      SELECT 1 FROM membership_periods mp WHERE mp.membership_id = h.membership_id
        AND ${day}::date BETWEEN mp.valid_from AND coalesce(mp.valid_to, 'infinity')))
  LEFT JOIN memberships m ON m.id = h.membership_id
  LEFT JOIN organizations o ON o.id = m.organization_id
  LEFT JOIN LATERAL (
    SELECT n.name FROM organization_names n WHERE n.organization_id = o.id AND n.kind = 'former'
      AND ${day}::date BETWEEN coalesce(n.valid_from, '-infinity') AND n.valid_to
    ORDER BY n.valid_to LIMIT 1) was ON true
  LEFT JOIN seat_delegates d ON d.holding_id = h.id AND d.kind = 'principal'
    AND ${day}::date BETWEEN d.valid_from AND coalesce(d.valid_to, 'infinity')
  LEFT JOIN people p ON p.id = coalesce(d.person_id, h.person_id)
  WHERE s.alliance_id = ${allianceId}::uuid AND s.body_id = ${bodyId}::uuid
  ORDER BY s.number`;

const countSeats = (rows: readonly SeatRow[]): SeatCount => ({
  all: rows.filter((row) => row.voting).length,
  filled: rows.filter((row) => row.voting && row.filled).length,
  eligible: rows.filter((row) => row.eligible).length,
});

/** The rules of a body in force on a day; the database keeps them from overlapping. */
async function rulesOn(
  db: Db,
  allianceId: string,
  bodyId: string,
  day: Day,
): Promise<RuleInForce[]> {
  const rows = await db.$queryRaw<(Omit<RuleInForce, "options"> & { options: unknown })[]>`
  SELECT id, version, matter::text AS matter, article_ref AS "articleRef", tie::text AS tie, options,
    notice_days AS "noticeDays", papers_days AS "papersDays",
    json_build_object('base', quorum_base, 'num', quorum_num, 'den', quorum_den, 'cmp', quorum_cmp) AS quorum,
    json_build_object('base', pass_base, 'num', pass_num, 'den', pass_den, 'cmp', pass_cmp) AS pass
  FROM rule_sets
  WHERE alliance_id = ${allianceId}::uuid AND body_id = ${bodyId}::uuid
    AND ${day}::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
  ORDER BY matter`;
  return rows.map((row) => ({ ...row, options: ruleOptions.parse(row.options) }));
}

/** Who sat in a body on a day, and by which rules it decided. */
export async function getRoster(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getRosterInput>,
): Promise<Roster> {
  const allianceId = scope.alliance.id;
  const body =
    (await db.governanceBody.findUnique({
      where: { allianceId_id: { allianceId, id: input.bodyId } },
      select: { id: true, name: true, nameEn: true },
    })) ?? notFound();
  const rows = await seatRows(db, allianceId, body.id, input.day);
  const rules = await rulesOn(db, allianceId, body.id, input.day);
  return {
    body,
    day: input.day,
    seats: countSeats(rows),
    holders: rows.filter((row) => row.filled),
    rules,
  };
}
