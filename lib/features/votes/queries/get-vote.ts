import type { z } from "zod";
import { canonicalJson } from "@/lib/kernel/json";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { mayRecount, readsNamed, runsVotes } from "../policy";
import { countBallots, resultOf } from "../rules/snapshot";
import type {
  oneInput,
  receiptInput,
  receiptOutput,
  recountOutput,
  VotePageView,
} from "../schema/votes";
import type { CastingVote, Closing, Opening, PaperChoice, Tally, VoteState } from "../types";
import { actsFor } from "./acting";
import { voteSheetOf } from "./sheet";
import { snapshotHash } from "./snapshot-hash";
import { votesOf } from "./votes";

type Named = NonNullable<VotePageView["named"]>[number];

/** Who chose what in a named vote that is over: from the closing snapshot, with the names of the opening. */
const namedOf = (db: Db, voteId: string) => db.$queryRaw<Named[]>`
  SELECT e.number, e.holder_name AS "holderName", b.choice, e.proxy_id IS NOT NULL AS "byProxy"
  FROM votes v JOIN vote_electors e ON e.alliance_id = v.alliance_id AND e.vote_id = v.id
  LEFT JOIN LATERAL (
    SELECT x ->> 'choice' AS choice FROM jsonb_array_elements(v.closing -> 'ballots') x
    WHERE (x ->> 'seatId')::uuid = e.seat_id) b ON true
  WHERE v.id = ${voteId}::uuid AND v.method = 'named' AND v.state IN ('declared', 'voided')
  ORDER BY e.number`;

const related = {
  openingHash: true,
  closingHash: true,
  item: {
    select: { id: true, title: true, meeting: { select: { id: true, title: true, state: true } } },
  },
} as const;

/** One vote for its own page: the sheet, the names where the vote was by name, the fingerprints. */
export async function getVote(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof oneInput>,
): Promise<VotePageView> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id: input.voteId } };
  const row = (await db.vote.findUnique({ where, select: related })) ?? notFound();
  const runs = runsVotes(scope.actor, allianceId);
  if (row.item.meeting.state === "draft" && !runs) notFound();
  const [vote] = await votesOf(db, scope, input, runs);
  const closed = vote?.state === "declared" || vote?.state === "voided";
  const named =
    closed && vote?.method === "named" && readsNamed(scope.actor, allianceId)
      ? await namedOf(db, input.voteId)
      : null;
  return {
    meeting: { id: row.item.meeting.id, title: row.item.meeting.title },
    item: { id: row.item.id, title: row.item.title },
    vote: vote ?? notFound(),
    named,
    openingHash: row.openingHash,
    closingHash: row.closingHash,
    mayRecount: mayRecount(scope.actor, allianceId),
  };
}

type Stored = {
  id: string;
  state: VoteState;
  method: string;
  opening: Opening | null;
  openingHash: string | null;
  closing: Closing | null;
  closingHash: string | null;
  tally: Tally | null;
  castingVote: CastingVote | null;
  outcome: string | null;
};

/** The ballots as they lie in their table, counted anew. */
async function ballotsAgree(db: Db, vote: Stored): Promise<boolean> {
  if (!vote.closing || !vote.tally) return true;
  const unconfirmed = new Set(vote.closing.unconfirmed);
  const rows =
    vote.method === "named"
      ? await db.$queryRaw<{ choice: PaperChoice; seatId: string }[]>`
          SELECT choice::text AS choice, seat_id AS "seatId" FROM ballots WHERE vote_id = ${vote.id}::uuid`
      : vote.method === "secret"
        ? await db.$queryRaw<{ choice: PaperChoice; seatId: string }[]>`
            SELECT choice::text AS choice, '' AS "seatId" FROM ballot_box WHERE vote_id = ${vote.id}::uuid`
        : null;
  if (!rows) return true;
  const counted = countBallots(rows.filter(({ seatId }) => !unconfirmed.has(seatId)));
  const { yes, no, abstain, invalid } = vote.tally.votes;
  return canonicalJson(counted) === canonicalJson({ yes, no, abstain, invalid });
}

/** Counts everything again and compares with what is stored; changes nothing (A-25, I-04). */
export async function recountVote(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof oneInput>,
): Promise<z.input<typeof recountOutput>> {
  const rows = await db.$queryRaw<Stored[]>`
    SELECT v.id, v.state::text AS state, v.method::text AS method, v.opening, v.opening_hash AS "openingHash", v.closing,
      v.closing_hash AS "closingHash", v.tally, v.casting_vote AS "castingVote", m.outcome::text AS outcome
    FROM votes v LEFT JOIN motions m ON m.alliance_id = v.alliance_id AND m.id = v.motion_id
    WHERE v.alliance_id = ${scope.alliance.id}::uuid AND v.id = ${input.voteId}::uuid`;
  const vote = rows[0] ?? notFound();
  const { opening, closing } = vote;
  // Before the declaration the result is the chair's to say.
  const told =
    vote.state === "declared" ||
    vote.state === "voided" ||
    runsVotes(scope.actor, scope.alliance.id);
  const decision =
    opening && closing ? resultOf(opening, closing, vote.castingVote).decision : null;
  const stored = vote.outcome ?? (vote.castingVote ? null : vote.tally?.outcome);
  return {
    voteId: vote.id,
    openingIntact: !opening || snapshotHash(opening) === vote.openingHash,
    closingIntact: !closing || snapshotHash(closing) === vote.closingHash,
    ballotsAgree: await ballotsAgree(db, vote),
    resultAgrees: !decision || !stored || decision.outcome === stored,
    sheet:
      told && opening && closing
        ? voteSheetOf({
            opening,
            closing,
            electors: opening.voters.length,
            castingVote: vote.castingVote,
            castingHolder:
              opening.lines.find(({ seatId }) => seatId === vote.castingVote?.seatId)?.holderName ??
              null,
          })
        : null,
  };
}

/** That the seat's ballot is in: not what it says. */
export async function receiptOf(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof receiptInput>,
): Promise<z.input<typeof receiptOutput>> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.voteId } };
  (await db.vote.findUnique({ where, select: { id: true } })) ?? notFound();
  (await actsFor(db, scope, input)) ?? forbidden();
  const rows = await db.$queryRaw<{ included: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM ballots WHERE vote_id = ${input.voteId}::uuid AND seat_id = ${input.seatId}::uuid)
      OR EXISTS (SELECT 1 FROM ballot_issues WHERE vote_id = ${input.voteId}::uuid AND seat_id = ${input.seatId}::uuid)
      AS included`;
  const code = snapshotHash(["receipt", input.voteId, input.seatId]).slice(0, 12);
  return { ...input, included: rows[0]?.included ?? false, code };
}
