import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { seal } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isGuarded, isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { type Acting, actsFor, castElsewhere } from "../queries/acting";
import { canAct } from "../rules/states";
import type { castInput, castSecretInput } from "../schema/votes";
import { type Choice, choices, type VoteState } from "../types";
import { forgetReminders } from "./mail";

export const castRefusals = [
  "wrong-state",
  "vote-closed",
  "wrong-method",
  "not-present",
  "seat-recused",
  "conflict-unanswered",
  "proxy-has-cast",
  "already-cast",
  "one-seat-only",
  "paper-entered",
] as const;
type CastRefusal = (typeof castRefusals)[number];

type Cast = Result<{ id: string; seatId: string }, CastRefusal>;

type Open = {
  state: VoteState;
  method: string;
  mail: boolean;
  twoSeats: boolean;
  blockId: string | null;
  overdue: boolean;
  publicKey: Uint8Array | null;
};

/**
 * The vote's row, shared with the other ballots: a close waits for those who came before it, and who came after sees it
 * closed. The clock is the database's, read while the row is held (I-03, A-17).
 */
async function shareVote(tx: Tx, scope: TenantScope, voteId: string): Promise<Open> {
  const allianceId = scope.alliance.id;
  await tx.$queryRaw`
    SELECT 1 FROM votes WHERE alliance_id = ${allianceId}::uuid AND id = ${voteId}::uuid FOR SHARE`;
  const rows = await tx.$queryRaw<Open[]>`
    SELECT state::text AS state, method::text AS method, coalesce((opening ->> 'mail')::boolean, false) AS mail,
      coalesce((opening #>> '{rule,options,twoSeats}')::boolean, false) AS "twoSeats", block_id AS "blockId",
      clock_timestamp() >= coalesce(closes_at, 'infinity') AS overdue, seal_public_key AS "publicKey"
    FROM votes WHERE alliance_id = ${allianceId}::uuid AND id = ${voteId}::uuid`;
  return rows[0] ?? notFound();
}

type Ready = { vote: Open; acting: Acting };

/** Two ballots of one person for two seats go one after the other: the second one sees the first (A-16). */
const alone = (tx: Tx, scope: TenantScope, voteId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${voteId} ${scope.actor.personId}`}, 0))`;

async function ready(
  tx: Tx,
  scope: TenantScope,
  input: { voteId: string; seatId: string },
  secret: boolean,
): Promise<Result<Ready, CastRefusal>> {
  const vote = await shareVote(tx, scope, input.voteId);
  const acting = (await actsFor(tx, scope, input)) ?? forbidden();
  if (!canAct(vote.state, "cast"))
    return refuse(vote.state === "prepared" ? "wrong-state" : "vote-closed");
  if (vote.overdue) return refuse("vote-closed");
  if ((vote.method === "secret") !== secret || vote.method === "hands")
    return refuse("wrong-method");
  if (acting.recused) return refuse("seat-recused");
  if (acting.unanswered) return refuse("conflict-unanswered");
  // Holder and principal are looked at when the ballot is cast, not only when the vote was opened.
  if (!vote.mail && !acting.there) return refuse("not-present");
  const one = !vote.twoSeats && acting.proxySeatId === null;
  if (one) await alone(tx, scope, input.voteId);
  const twice = one && (await castElsewhere(tx, scope, input));
  return twice ? refuse("one-seat-only") : accept({ vote, acting });
}

/** What the database's own guard says about a ballot that waited until the vote was over. */
function lateOr(error: unknown): Cast {
  const guards = ["vote-closed", "conflict-unanswered", "seat-recused"] as const;
  const guard = guards.find((name) => isGuarded(error, name));
  if (guard) return refuse(guard);
  throw error;
}

/**
 * 记名票: one per seat; the last choice before the close counts, and the chain keeps the earlier ones. The same choice sent
 * again changes nothing.
 */
export async function castBallot(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof castInput>,
): Promise<Cast> {
  const checked = await ready(tx, scope, input, false);
  if (!checked.ok) return checked;
  const { acting } = checked.value;
  try {
    return await putBallot(tx, scope, { ...input, acting });
  } catch (error) {
    return lateOr(error);
  }
}

type Written = { before: string | null; paper: boolean; proxyOfOther: boolean };

async function putBallot(
  tx: Tx,
  scope: TenantScope,
  given: { voteId: string; seatId: string; choice: Choice; acting: Acting },
): Promise<Cast> {
  const { voteId, seatId, choice, acting } = given;
  const found = await tx.$queryRaw<Written[]>`
    SELECT choice::text AS before, confirmed_by_id IS NOT NULL AS paper,
      proxy_seat_id IS NOT NULL AND ${acting.proxySeatId === null} AS "proxyOfOther"
    FROM ballots WHERE vote_id = ${voteId}::uuid AND seat_id = ${seatId}::uuid FOR UPDATE`;
  // A paper counts once two have read it. One person's entry alone keeps nobody from casting (A-23).
  if (found[0]?.paper) return refuse("paper-entered");
  // The principal came back while the vote was open: the ballot of the proxy stands.
  if (found[0]?.proxyOfOther) return refuse("proxy-has-cast");
  const changed = await tx.$queryRaw<{ changes: number }[]>`
    INSERT INTO ballots (alliance_id, vote_id, seat_id, choice, cast_at, cast_by_id, proxy_seat_id)
    VALUES (${scope.alliance.id}::uuid, ${voteId}::uuid, ${seatId}::uuid, ${choice}::choice, clock_timestamp(),
      ${scope.actor.userId}::uuid, ${acting.proxySeatId}::uuid)
    ON CONFLICT (vote_id, seat_id) DO UPDATE SET choice = excluded.choice, cast_at = excluded.cast_at,
      cast_by_id = excluded.cast_by_id, changes = ballots.changes + 1, paper_file_id = NULL
    WHERE (ballots.choice <> excluded.choice OR ballots.paper_file_id IS NOT NULL) AND ballots.confirmed_by_id IS NULL
    RETURNING changes`;
  if (changed.length > 0) {
    await scope.audit({
      action: "ballot.cast",
      subjectType: "vote",
      subjectId: voteId,
      details: {
        seatId,
        choice,
        before: found[0]?.before ?? null,
        proxySeatId: acting.proxySeatId,
      },
    });
    await forgetReminders(tx, voteId, seatId);
  }
  return accept({ id: voteId, seatId });
}

/**
 * 无记名票: that the seat has cast, and what was cast, in two tables without a common key; what was cast is sealed. There is
 * no second thought: nobody could find the ballot again to change it.
 */
export async function castSecretBallot(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof castSecretInput>,
): Promise<Cast> {
  // The fingerprint that recognises a repeated request is of no use here, and need not lie beside the name of its sender.
  await tx.$executeRaw`
    DELETE FROM idempotency_records WHERE actor_key = ${scope.actor.userId ?? ""} AND operation = 'votes.castSecret'`;
  const checked = await ready(tx, scope, input, true);
  if (!checked.ok) return checked;
  const { publicKey } = checked.value.vote;
  if (!publicKey) return refuse("wrong-method");
  const allianceId = scope.alliance.id;
  const { voteId, seatId } = input;
  try {
    await tx.$executeRaw`
      INSERT INTO ballot_issues (alliance_id, vote_id, seat_id)
      VALUES (${allianceId}::uuid, ${voteId}::uuid, ${seatId}::uuid)`;
    await tx.$executeRaw`
      INSERT INTO ballot_box (id, alliance_id, vote_id, sealed) VALUES (${randomUUID()}::uuid, ${allianceId}::uuid,
        ${voteId}::uuid, ${seal(publicKey, choices.indexOf(input.choice))})`;
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("already-cast");
    return lateOr(error);
  }
  await scope.audit({
    action: "ballot.cast",
    subjectType: "vote",
    subjectId: voteId,
    details: { seatId },
  });
  await forgetReminders(tx, voteId, seatId);
  return accept({ id: voteId, seatId });
}
