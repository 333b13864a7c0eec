import type { z } from "zod";
import { holdMeeting } from "@/lib/features/meetings/commands/hold";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { isSitting } from "@/lib/features/meetings/rules/edges";
import { addDays, instantIn } from "@/lib/kernel/dates";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { doubtOf } from "../rules/departure";
import type { lateDepartureInput, lateDepartureOutput } from "../schema/departure";
import { type Challenge, challengeDays, type Departure } from "../types";
import { changeVote, type HeldVote, holdVote } from "./hold";
import { noteOnResolution } from "./note";

export const departureRefusals = ["wrong-state", "not-there-then", "departure-in-future"] as const;
type Refusal = (typeof departureRefusals)[number];
type Input = z.output<typeof lateDepartureInput>;
type Answer = z.output<typeof lateDepartureOutput>;
type Left = { id: string; number: number; holderName: string; since: Date };

/** When the clock showed it last: a meeting may go on past midnight. */
function lastTime(scope: TenantScope, time: string): { at: Date; coming: boolean } {
  const { timeZone } = scope.alliance;
  const at = instantIn(scope.today, time, timeZone);
  const coming = at > scope.now;
  return { at: coming ? instantIn(addDays(scope.today, -1), time, timeZone) : at, coming };
}

/** The stretch of presence that the time falls into ends then; a later return stays as it is. */
async function cutPresence(tx: Tx, scope: TenantScope, input: Input, at: Date) {
  const rows = await tx.$queryRaw<Left[]>`
    UPDATE presences p SET left_at = ${at}
    FROM meeting_seats s
    WHERE p.alliance_id = ${scope.alliance.id}::uuid AND p.meeting_id = ${input.meetingId}::uuid
      AND p.seat_id = ${input.seatId}::uuid AND p.came_at <= ${at} AND coalesce(p.left_at, 'infinity') > ${at}
      AND s.meeting_id = p.meeting_id AND s.seat_id = p.seat_id
    RETURNING p.id, s.number, coalesce(s.holder_name, '') AS "holderName", p.came_at AS since`;
  return rows[0];
}

/** Votes that ended after the seat had gone, and before it was there again. */
async function endedSince(tx: Tx, scope: TenantScope, input: Input, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM votes v JOIN agenda_items i ON i.alliance_id = v.alliance_id AND i.id = v.item_id
    WHERE v.alliance_id = ${scope.alliance.id}::uuid AND i.meeting_id = ${input.meetingId}::uuid
      AND v.state IN ('counted', 'declared') AND v.closed_at > ${at}
      AND NOT EXISTS (SELECT 1 FROM presences p WHERE p.meeting_id = i.meeting_id
        AND p.seat_id = ${input.seatId}::uuid AND p.came_at > ${at} AND p.came_at <= v.closed_at
        AND coalesce(p.left_at, 'infinity') > v.closed_at)
    ORDER BY v.closed_at, v.id`;
  return rows.map(({ id }) => id);
}

/**
 * The result stays as it is; a vote that depended on the seat is doubted until the chair confirms it with a reason or
 * voids it (behaviour 4.2). A doubt that is already open is not replaced: the departure is added to it.
 */
async function doubt(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
  { reason, departure }: { reason: string; departure: Departure },
): Promise<void> {
  const open = vote.challenge?.upheld === null ? vote.challenge : undefined;
  const challenge: Challenge = {
    ...(open ?? {
      reason,
      by: scope.actor.userId ?? "",
      at: scope.now.toISOString(),
      answerBy: addDays(scope.today, challengeDays),
      upheld: null,
      answer: null,
    }),
    departures: [...(open?.departures ?? []), departure],
  };
  await changeVote(tx, scope, vote, { challenge: asJson(challenge) });
  if (!open) await noteOnResolution(tx, scope, vote, { kind: "under_review", reason });
  await scope.audit({
    action: "vote.doubt_departure",
    subjectType: "vote",
    subjectId: vote.id,
    details: { ...departure, reason },
  });
}

/** Somebody left earlier than was noted. */
export async function recordDeparture(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Answer, Refusal>> {
  const meeting = await holdMeeting(tx, scope, input.meetingId);
  if (!isSitting(meeting.state)) return refuse("wrong-state");
  const { at, coming } = lastTime(scope, input.time);
  const left = await cutPresence(tx, scope, input, at);
  if (!left) return refuse(coming ? "departure-in-future" : "not-there-then");
  const votes: Answer["votes"] = [];
  for (const id of await endedSince(tx, scope, input, at)) {
    const vote = await holdVote(tx, scope, id);
    if (!vote.opening || !vote.closing) continue;
    const found = doubtOf(
      { opening: vote.opening, closing: vote.closing, casting: vote.castingVote },
      input.seatId,
    );
    if (!found) continue;
    const { short, changes } = found;
    votes.push({ id, text: vote.text, short, changes });
    if (!changes) continue;
    const { number, holderName } = left;
    const departure = { seatId: input.seatId, number, holderName, at: at.toISOString(), short };
    await doubt(tx, scope, vote, { reason: input.reason, departure });
  }
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "presence.correct_departure",
    subjectType: "meeting",
    subjectId: meeting.id,
    details: {
      seatId: input.seatId,
      at: at.toISOString(),
      reason: input.reason,
      votes: votes.map(({ id, short, changes }) => ({ id, short, changes })),
    },
  });
  return accept({ seatId: input.seatId, votes });
}
