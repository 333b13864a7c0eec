import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import { canAct } from "../rules/states";
import type { CastingVote, Challenge, Closing, Opening, Tally, VoteAct, VoteState } from "../types";

/** A vote with its row held until the transaction ends. */
export type HeldVote = {
  id: string;
  itemId: string;
  ordinal: number;
  text: string;
  matter: string;
  method: "named" | "hands" | "secret";
  state: VoteState;
  version: number;
  ruleSetId: string;
  supersedesId: string | null;
  blockId: string | null;
  opening: Opening | null;
  closing: Closing | null;
  tally: Tally | null;
  castingVote: CastingVote | null;
  challenge: Challenge | null;
  closesAt: Date | null;
  extended: boolean;
  declaredById: string | null;
  motionId: string | null;
  sealKey: Uint8Array | null;
  sealPublicKey: Uint8Array | null;
  meetingId: string;
  meetingState: string;
  meetingMode: string;
  bodyId: string;
  /** By the clock of the database, inside the lock: the time for another ballot is over (I-03). */
  overdue: boolean;
  at: Date;
};

const columns = Prisma.sql`
  v.id, v.item_id AS "itemId", v.ordinal, v.text, v.matter::text AS matter, v.method::text AS method,
  v.state::text AS state, v.version, v.rule_set_id AS "ruleSetId", v.supersedes_id AS "supersedesId",
  v.block_id AS "blockId", v.opening, v.closing, v.tally, v.casting_vote AS "castingVote", v.challenge,
  v.closes_at AS "closesAt", v.extended, v.declared_by_id AS "declaredById", v.motion_id AS "motionId",
  v.seal_key AS "sealKey", v.seal_public_key AS "sealPublicKey", i.meeting_id AS "meetingId",
  m.state::text AS "meetingState", m.mode::text AS "meetingMode", m.body_id AS "bodyId",
  clock_timestamp() >= coalesce(v.closes_at, 'infinity') AS overdue, clock_timestamp() AS at`;

/**
 * Locks the rows first and reads them afterwards: what is read is what stands while they are held. The meeting comes
 * before the vote, as everywhere: presence and recusals of the meeting cannot change while a vote opens or closes.
 */
export async function holdVote(tx: Tx, scope: TenantScope, voteId: string): Promise<HeldVote> {
  const allianceId = scope.alliance.id;
  await tx.$queryRaw`
    SELECT 1 FROM meetings WHERE alliance_id = ${allianceId}::uuid AND id = (
      SELECT i.meeting_id FROM votes v JOIN agenda_items i ON i.alliance_id = v.alliance_id AND i.id = v.item_id
      WHERE v.alliance_id = ${allianceId}::uuid AND v.id = ${voteId}::uuid) FOR UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM votes WHERE alliance_id = ${allianceId}::uuid AND id = ${voteId}::uuid FOR UPDATE`;
  const rows = await tx.$queryRaw<HeldVote[]>`
    SELECT ${columns} FROM votes v
    JOIN agenda_items i ON i.alliance_id = v.alliance_id AND i.id = v.item_id
    JOIN meetings m ON m.alliance_id = i.alliance_id AND m.id = i.meeting_id
    WHERE v.alliance_id = ${allianceId}::uuid AND v.id = ${voteId}::uuid`;
  return rows[0] ?? notFound();
}

/** The same for one edge of the machine: a state that has no such edge is a refusal. */
export async function holdFor(
  tx: Tx,
  scope: TenantScope,
  given: { voteId: string; act: VoteAct },
): Promise<Result<HeldVote, "wrong-state">> {
  const vote = await holdVote(tx, scope, given.voteId);
  return canAct(vote.state, given.act) ? { ok: true, value: vote } : refuse("wrong-state");
}

/** The votes that are moved together with this one, itself among them, in the order of their items. */
export async function blockOf(tx: Tx, scope: TenantScope, vote: HeldVote): Promise<string[]> {
  if (!vote.blockId) return [vote.id];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM votes v JOIN agenda_items i ON i.alliance_id = v.alliance_id AND i.id = v.item_id
    WHERE v.alliance_id = ${scope.alliance.id}::uuid AND v.block_id = ${vote.blockId}::uuid
      AND v.state = ${vote.state}::vote_state
    ORDER BY i.sort_order`;
  return rows.map(({ id }) => id);
}

/** Writes a change that the held state and version allow; anything else in the row is a stale form. */
export async function changeVote(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
  data: Omit<Prisma.VoteUncheckedUpdateManyInput, "id" | "allianceId" | "version">,
): Promise<void> {
  const { count } = await tx.vote.updateMany({
    where: {
      id: vote.id,
      allianceId: scope.alliance.id,
      state: vote.state,
      version: vote.version,
    },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
}

/** The item that is voted on moves with its vote. */
export async function moveItem(
  tx: Tx,
  scope: TenantScope,
  itemId: string,
  state: "open" | "decided" | "deferred" | "referred_up",
): Promise<void> {
  await tx.agendaItem.updateMany({
    where: { id: itemId, allianceId: scope.alliance.id },
    data: { state, version: { increment: 1 } },
  });
}
