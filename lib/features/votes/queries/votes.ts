import type { Matter, Outcome } from "@/lib/features/bodies/types";
import { toUndo } from "@/lib/features/resolutions/queries/state";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { castingVoteBlocks } from "../rules/tie";
import type { VoteView } from "../schema/votes";
import type { CastingVote, Challenge, Closing, Opening, VoteReason, VoteState } from "../types";
import { voteSheetOf } from "./sheet";

type Row = {
  id: string;
  itemId: string;
  ordinal: number;
  text: string;
  matter: Matter;
  method: "named" | "hands" | "secret";
  state: VoteState;
  version: number;
  blockId: string | null;
  block: number;
  openedAt: Date | null;
  closesAt: Date | null;
  overdue: boolean;
  extended: boolean;
  closedAt: Date | null;
  declaredAt: Date | null;
  stateReason: string | null;
  supersedesOrdinal: number | null;
  supersedeReason: VoteReason | null;
  electors: number;
  cast: number;
  counters: number;
  ownCount: VoteView["ownCount"];
  opening: Omit<Opening, "lines" | "voters"> | null;
  closing: Omit<Closing, "lines" | "ballots"> | null;
  /** Of a counted vote that the chair could still decide: who was there. */
  chairLines: Closing["lines"] | null;
  castingVote: CastingVote | null;
  castingHolder: string | null;
  challenge: Challenge | null;
  demands: number;
  missing: VoteView["missing"] | null;
  papers: VoteView["papers"] | null;
  outcome: Outcome | null;
  resolution: VoteView["resolution"];
  effectStands: VoteView["effectStands"];
};

const lists = (whole: boolean, userId: string | null) => Prisma.sql`
  CASE WHEN ${whole} AND v.state = 'open' AND (v.opening ->> 'mail')::boolean THEN (
    SELECT json_agg(json_build_object('seatId', e.seat_id, 'number', e.number, 'holderName', e.holder_name) ORDER BY e.number)
    FROM vote_electors e WHERE e.vote_id = v.id
      AND NOT EXISTS (SELECT 1 FROM ballots b WHERE b.vote_id = e.vote_id AND b.seat_id = e.seat_id)
      AND NOT EXISTS (SELECT 1 FROM ballot_issues b WHERE b.vote_id = e.vote_id AND b.seat_id = e.seat_id)) END AS missing,
  CASE WHEN ${whole} AND v.state = 'open' THEN (
    SELECT json_agg(json_build_object('seatId', e.seat_id, 'number', e.number, 'holderName', e.holder_name,
      'fileId', b.paper_file_id, 'own', b.cast_by_id IS NOT DISTINCT FROM ${userId}::uuid) ORDER BY e.number)
    FROM ballots b JOIN vote_electors e ON e.vote_id = b.vote_id AND e.seat_id = b.seat_id
    WHERE b.vote_id = v.id AND b.paper_file_id IS NOT NULL AND b.confirmed_by_id IS NULL) END AS papers`;

const columns = (whole: boolean, userId: string | null) => Prisma.sql`
  v.id, v.item_id AS "itemId", v.ordinal, v.text, v.matter::text AS matter, v.method::text AS method, v.state::text AS state,
  v.version, v.block_id AS "blockId",
  CASE WHEN v.block_id IS NULL THEN 0 ELSE (
    SELECT count(*)::int FROM votes o WHERE o.alliance_id = v.alliance_id AND o.block_id = v.block_id) END AS block,
  v.opened_at AS "openedAt", v.closes_at AS "closesAt",
  v.state = 'open' AND clock_timestamp() >= coalesce(v.closes_at, 'infinity') AS overdue, v.extended,
  v.closed_at AS "closedAt", v.declared_at AS "declaredAt", v.state_reason AS "stateReason",
  s.ordinal AS "supersedesOrdinal", v.supersede_reason::text AS "supersedeReason",
  (SELECT count(*)::int FROM vote_electors e WHERE e.vote_id = v.id) AS electors,
  CASE v.method WHEN 'named' THEN (SELECT count(*)::int FROM ballots b WHERE b.vote_id = v.id)
    WHEN 'secret' THEN (SELECT count(*)::int FROM ballot_issues b WHERE b.vote_id = v.id) ELSE 0 END AS cast,
  (SELECT count(*)::int FROM hand_counts h WHERE h.vote_id = v.id) AS counters,
  (SELECT json_build_object('yes', h.yes, 'no', h.no, 'abstain', h.abstain) FROM hand_counts h
    WHERE h.vote_id = v.id AND h.counted_by_id = ${userId}::uuid) AS "ownCount",
  v.opening - 'lines' - 'voters' AS opening, v.closing - 'lines' - 'ballots' AS closing,
  CASE WHEN v.state = 'counted' AND (v.tally ->> 'tie')::boolean THEN v.closing -> 'lines' END AS "chairLines",
  v.casting_vote AS "castingVote",
  (SELECT e.holder_name FROM vote_electors e WHERE e.vote_id = v.id
    AND e.seat_id = (v.casting_vote ->> 'seatId')::uuid) AS "castingHolder",
  v.challenge, (SELECT count(*)::int FROM meeting_demands d WHERE d.vote_id = v.id) AS demands,
  ${lists(whole, userId)},
  m.outcome::text AS outcome,
  CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'year', r.year, 'number', r.number,
    'body', (SELECT json_build_object('name', b.name, 'nameEn', b.name_en) FROM governance_bodies b
      WHERE b.alliance_id = r.alliance_id AND b.id = r.body_id)) END AS resolution,
  CASE WHEN v.state = 'voided' AND ${toUndo} THEN
    coalesce(nullif(i.effect ->> 'kind', 'none'), 'admit') END AS "effectStands"`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Before the declaration the counts are the chair's and the secretariat's; afterwards everybody's. */
function sheetOf(row: Row, whole: boolean): VoteView["sheet"] {
  const { opening, closing } = row;
  const shown =
    row.state === "declared" ||
    row.state === "voided" ||
    row.state === "inquorate" ||
    (whole && row.state === "counted");
  return shown && opening && closing ? voteSheetOf({ ...row, opening, closing }) : null;
}

function castingNeeded(row: Row): boolean {
  if (row.state !== "counted" || !row.opening || !row.closing || !row.chairLines) return false;
  return castingVoteBlocks(
    { ...row.opening, lines: [], voters: [] },
    { ...row.closing, lines: row.chairLines, ballots: null },
    row.castingVote,
  );
}

function viewOf(row: Row, whole: boolean): VoteView {
  const challenge = row.challenge && {
    reason: row.challenge.reason,
    at: row.challenge.at,
    answerBy: row.challenge.answerBy,
    upheld: row.challenge.upheld,
    answer: row.challenge.answer,
    departures: (row.challenge.departures ?? []).map(({ seatId: _, ...one }) => one),
  };
  const needed = row.opening?.mail ? row.opening.rule.options?.mail.demandMeeting : undefined;
  return {
    ...row,
    openedAt: iso(row.openedAt),
    closesAt: iso(row.closesAt),
    closedAt: iso(row.closedAt),
    declaredAt: iso(row.declaredAt),
    supersedes:
      row.supersedesOrdinal !== null && row.supersedeReason
        ? { ordinal: row.supersedesOrdinal, reason: row.supersedeReason }
        : null,
    sheet: sheetOf(row, whole),
    challenge,
    castingNeeded: castingNeeded(row),
    demands: needed === undefined ? null : { count: row.demands, needed },
    missing: row.missing ?? [],
    papers: row.papers ?? [],
  };
}

type Which = { meetingId: string; itemId?: string | undefined } | { voteId: string };

/** @param whole the reader runs the meeting: sees counts before the declaration, and whose reply is missing */
export async function votesOf(
  db: Db,
  scope: TenantScope,
  which: Which,
  whole: boolean,
): Promise<VoteView[]> {
  const condition =
    "voteId" in which
      ? Prisma.sql`v.id = ${which.voteId}::uuid`
      : which.itemId
        ? Prisma.sql`i.meeting_id = ${which.meetingId}::uuid AND i.id = ${which.itemId}::uuid`
        : Prisma.sql`i.meeting_id = ${which.meetingId}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${columns(whole, scope.actor.userId)}
    FROM votes v
    JOIN agenda_items i ON i.alliance_id = v.alliance_id AND i.id = v.item_id
    LEFT JOIN votes s ON s.alliance_id = v.alliance_id AND s.id = v.supersedes_id
    LEFT JOIN motions m ON m.alliance_id = v.alliance_id AND m.id = v.motion_id
    LEFT JOIN resolutions r ON r.alliance_id = v.alliance_id AND r.motion_id = v.motion_id
    WHERE v.alliance_id = ${scope.alliance.id}::uuid AND ${condition}
    ORDER BY i.sort_order, v.ordinal`;
  return rows.map((row) => viewOf(row, whole));
}
