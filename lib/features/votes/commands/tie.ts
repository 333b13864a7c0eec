import type { z } from "zod";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import { castingVotePossible } from "../rules/tie";
import type { decideTieInput } from "../schema/votes";
import type { CastingVote } from "../types";
import { changeVote, holdFor } from "./hold";

export const decideTieRefusals = [
  "wrong-state",
  "no-casting-vote",
  "nobody-chairs",
  "seat-recused",
  "conflict-unanswered",
] as const;

/**
 * 决定票: cast by the person who chairs, or entered by the secretariat on the chair's word. Not a second ballot: the counts
 * stay as they are.
 */
export async function decideTie(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideTieInput>,
): Promise<
  Result<{ id: string; state: "counted"; version: number }, (typeof decideTieRefusals)[number]>
> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "decide_tie" });
  if (!held.ok) return held;
  const vote = held.value;
  const { opening, closing } = vote;
  if (!opening || !closing || vote.castingVote || !castingVotePossible(opening, closing)) {
    return refuse("no-casting-vote");
  }
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: vote.meetingId },
    select: { chairSeatId: true },
  });
  const chair = closing.lines.find((line) => line.seatId === meeting.chairSeatId);
  if (!chair?.present) return refuse("nobody-chairs");
  if (chair.recused) return refuse("seat-recused");
  const asked = { allianceId: scope.alliance.id, itemId: vote.itemId, seatId: chair.seatId };
  const silent = await tx.recusal.count({ where: { ...asked, state: "suggested" } });
  if (silent > 0) return refuse("conflict-unanswered");
  const isChair =
    chair.present.personId !== null && chair.present.personId === scope.actor.personId;
  if (!scope.reach.whole && !isChair) forbidden();
  const casting: CastingVote = {
    seatId: chair.seatId,
    choice: input.choice,
    reason: input.reason,
    at: vote.at.toISOString(),
  };
  await changeVote(tx, scope, vote, { castingVote: asJson(casting) });
  await scope.audit({
    action: "vote.decide_tie",
    subjectType: "vote",
    subjectId: vote.id,
    details: { seatId: chair.seatId, choice: input.choice, reason: input.reason },
  });
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({ id: vote.id, state: "counted", version: vote.version + 1 });
}
