import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { sealBytes } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isGuarded, isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { bitsOf, paperFits } from "../rules/count";
import type { castInput, castOutput } from "../schema";
import type { Opening } from "../types";

export const castRefusals = [
  "vote-closed",
  "already-cast",
  "one-seat-only",
  "marks-do-not-fit",
  "not-present",
] as const;
type Cast = Result<z.input<typeof castOutput>, (typeof castRefusals)[number]>;

type Open = { state: string; overdue: boolean; publicKey: Uint8Array; opening: Opening };

/** The round's row, shared with the other papers: the close waits for those who came before it (I-03). */
async function shareRound(tx: Tx, scope: TenantScope, roundId: string): Promise<Open> {
  const rows = await tx.$queryRaw<Open[]>`
    SELECT state::text AS state, clock_timestamp() >= closes_at AS overdue, seal_public_key AS "publicKey", opening
    FROM election_rounds WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${roundId}::uuid FOR SHARE`;
  return rows[0] ?? notFound();
}

/** The person frozen for the seat, or an alternate whose letter holds today: of that holder, not of one who came later. */
async function actsFor(tx: Tx, scope: TenantScope, roundId: string, seatId: string) {
  const { personId } = scope.actor;
  if (!personId) return false;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM election_electors e
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.round_id = ${roundId}::uuid AND e.seat_id = ${seatId}::uuid
      AND (e.person_id = ${personId}::uuid OR EXISTS (
        SELECT 1 FROM seat_holdings h JOIN seat_delegates d ON d.holding_id = h.id
        JOIN election_rounds r ON r.id = e.round_id AND h.valid_from <= r.opened_at
        WHERE h.seat_id = e.seat_id AND ${scope.today}::date BETWEEN h.valid_from AND coalesce(h.valid_to, 'infinity')
          AND d.person_id = ${personId}::uuid AND ${scope.today}::date BETWEEN d.valid_from
            AND least(coalesce(d.valid_to, 'infinity'), coalesce(d.letter_until, 'infinity'))))`;
  return rows.length > 0;
}

/** Within a meeting whoever casts is there now: in the seat itself, or in the one that carries its proxy. */
async function isThere(
  tx: Tx,
  scope: TenantScope,
  { meetingId }: Opening,
  { roundId, seatId }: z.output<typeof castInput>,
): Promise<boolean> {
  if (meetingId === null) return true;
  const { personId } = scope.actor;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM election_electors e JOIN presences p ON p.alliance_id = e.alliance_id
      AND p.meeting_id = ${meetingId}::uuid AND p.person_id = ${personId}::uuid AND p.left_at IS NULL
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.round_id = ${roundId}::uuid AND e.seat_id = ${seatId}::uuid
      AND (p.seat_id = e.seat_id OR e.person_id = p.person_id) LIMIT 1`;
  return rows.length > 0;
}

/**
 * One person in two seats casts one paper, unless the rule allows two; twice at once, one after the other (A-16). Within
 * a meeting the check-in sees to it, and a second seat there is a proxy.
 */
async function castForAnother(
  tx: Tx,
  scope: TenantScope,
  { meetingId, rule }: Opening,
  { roundId, seatId }: z.output<typeof castInput>,
): Promise<boolean> {
  if (meetingId !== null || rule.options.twoSeats) return false;
  const { personId } = scope.actor;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${roundId} ${personId}`}, 0))`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM election_electors e JOIN election_issues i ON i.round_id = e.round_id AND i.seat_id = e.seat_id
    WHERE e.alliance_id = ${scope.alliance.id}::uuid AND e.round_id = ${roundId}::uuid
      AND e.seat_id <> ${seatId}::uuid AND e.person_id = ${personId}::uuid LIMIT 1`;
  return rows.length > 0;
}

/**
 * One paper per seat, for good: a secret paper cannot be found again to be changed. That the seat has cast and what was
 * cast are written in one transaction into two tables that no key joins, and the paper is sealed until the close (I-09).
 */
export async function castPaper(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof castInput>,
): Promise<Cast> {
  // The fingerprint that recognises a repeated request could be tried out on the candidates: it need not lie beside the
  // name of its sender.
  await tx.$executeRaw`
    DELETE FROM idempotency_records WHERE actor_key = ${scope.actor.userId ?? ""} AND operation = 'elections.cast'`;
  const { roundId, seatId, marks } = input;
  const round = await shareRound(tx, scope, roundId);
  if (!(await actsFor(tx, scope, roundId, seatId))) return forbidden();
  if (round.state !== "open" || round.overdue) return refuse("vote-closed");
  if (!(await isThere(tx, scope, round.opening, input))) return refuse("not-present");
  if (!paperFits(round.opening, marks)) {
    const { minMarks, maxMarks } = round.opening;
    return refuse("marks-do-not-fit", { least: minMarks, most: maxMarks });
  }
  if (await castForAnother(tx, scope, round.opening, input)) return refuse("one-seat-only");
  try {
    await writePaper(tx, scope, { round, input });
  } catch (error) {
    if (isGuarded(error, "vote-closed")) return refuse("vote-closed");
    if (isUniqueViolation(error)) return refuse("already-cast");
    throw error;
  }
  await scope.audit({
    action: "election.cast",
    subjectType: "election",
    subjectId: null,
    // That the seat has cast, and nothing about what.
    details: { roundId, seatId },
  });
  return accept({ roundId, seatId });
}

async function writePaper(
  tx: Tx,
  scope: TenantScope,
  { round, input }: { round: Open; input: z.output<typeof castInput> },
): Promise<void> {
  const allianceId = scope.alliance.id;
  const { roundId, seatId, marks } = input;
  await tx.electionIssue.create({ data: { allianceId, roundId, seatId } });
  const sealed = sealBytes(round.publicKey, bitsOf(round.opening.candidates, marks));
  await tx.electionBox.create({
    data: { id: randomUUID(), allianceId, roundId, sealed: Uint8Array.from(sealed) },
  });
}
