import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { RoundView } from "../schema";
import type { Lot, Opening, RoundTally } from "../types";

type Row = {
  id: string;
  ordinal: number;
  runOff: boolean;
  state: RoundView["state"];
  openedAt: Date;
  closesAt: Date;
  closedAt: Date | null;
  opening: Opening;
  openingHash: string;
  tally: RoundTally | null;
  lot: (Lot & { confirmed: boolean; mayConfirm: boolean }) | null;
  electors: (RoundView["electors"][number] & { own: boolean })[];
};

/** Rounds with their electors, who of them has cast, and the reader's own papers. */
export async function readRounds(
  db: Db,
  scope: TenantScope,
  electionId: string,
): Promise<RoundView[]> {
  const { personId } = scope.actor;
  const confirms =
    reachOf("election.witness_lot", scope.actor.roles, scope.alliance.id)?.whole === true;
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.ordinal, r.run_off AS "runOff", r.state::text AS state, r.opened_at AS "openedAt", r.closes_at AS "closesAt",
      r.closed_at AS "closedAt", r.opening, r.opening_hash AS "openingHash", r.tally,
      r.lot || jsonb_build_object('confirmed', r.lot_witnessed_by_id IS NOT NULL OR r.lot_drawn_by_id IS NULL,
        'mayConfirm', r.lot_witnessed_by_id IS NULL AND r.lot_drawn_by_id <> ${personId}::uuid AND (${confirms} OR EXISTS (
          SELECT 1 FROM election_electors e WHERE e.round_id = r.id AND e.person_id = ${personId}::uuid
            AND r.lot -> 'witnesses' ? e.seat_id::text))) AS lot,
      (SELECT json_agg(json_build_object('seatId', e.seat_id, 'number', e.number, 'holderName', e.holder_name, 'cast', i.seat_id IS NOT NULL,
          'own', coalesce(e.person_id = ${personId}::uuid, false) OR EXISTS (
            SELECT 1 FROM seat_holdings h JOIN seat_delegates d ON d.holding_id = h.id
            WHERE h.seat_id = e.seat_id AND ${scope.today}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
              AND d.person_id = ${personId}::uuid AND ${scope.today}::date BETWEEN d.valid_from
                AND least(coalesce(d.valid_to, 'infinity'), coalesce(d.letter_until, 'infinity')))) ORDER BY e.number)
        FROM election_electors e LEFT JOIN election_issues i ON i.round_id = e.round_id AND i.seat_id = e.seat_id
        WHERE e.round_id = r.id) AS electors
    FROM election_rounds r WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.election_id = ${electionId}::uuid ORDER BY r.ordinal`;
  return rows.map(({ opening, electors, openedAt, closesAt, closedAt, ...row }) => ({
    ...row,
    openedAt: openedAt.toISOString(),
    closesAt: closesAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    seats: opening.seats,
    minMarks: opening.minMarks,
    maxMarks: opening.maxMarks,
    candidates: opening.candidates,
    rule: { articleRef: opening.rule.articleRef, version: opening.rule.version },
    electors,
    cards: row.state === "open" ? electors.filter(({ own, cast }) => own && !cast) : [],
  }));
}
