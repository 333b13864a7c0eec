import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { tiesOf } from "../queries/ties";
import { affiliationOf } from "../rules/affiliation";
import { afterWorkingDays } from "../rules/working-days";
import type { answerObjectionInput, chooseInput, objectInput } from "../schema/award";
import type { Moved } from "../schema/needs";
import { holdCall, holdFor, moveTo, note } from "./hold";
import { sendLetters } from "./letters";

type Named = { id: string; callId: string };

export const chooseRefusals = [
  "call-wrong-state",
  "bid-not-ranked",
  "bid-affiliated",
  "call-notice-too-short",
] as const;
type ChooseRefusal = (typeof chooseRefusals)[number];

/** The enterprise chooses, with its reason; the best rank is advice. The choice is shown to the public at once. */
export async function chooseBid(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof chooseInput>,
): Promise<Result<Moved, ChooseRefusal>> {
  const held = await holdFor(tx, scope, "choose", input);
  if (!held.ok) return held;
  const call = held.value;
  const where = { allianceId: scope.alliance.id, id: input.bidId, callId: call.id };
  const bid = (await tx.bid.findFirst({ where })) ?? notFound();
  if (bid.state !== "opened" || bid.rank === null || bid.round !== call.round) {
    return refuse("bid-not-ranked");
  }
  // Two rows that are one unit may have come together, or a tie about, since the opening.
  const [poster, team] = await tiesOf(tx, scope, [call.posterId, bid.organizationId]);
  if (!poster || !team || affiliationOf(poster, team)) return refuse("bid-affiliated");
  const least = afterWorkingDays(scope.today, call.noticeDays);
  const until = input.noticeUntil ?? least;
  if (until < least) return refuse("call-notice-too-short", { day: least });
  return moveTo(tx, scope, call, {
    move: "choose",
    data: {
      chosenBidId: bid.id,
      chosenById: scope.actor.userId,
      choiceReason: input.reason,
      noticeFrom: dateOf(scope.today),
      noticeUntil: dateOf(until),
    },
    details: { bidId: bid.id, rank: bid.rank, noticeUntil: until },
  });
}

/** Anybody of the alliance objects while the notice runs. */
export async function objectTo(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof objectInput>,
): Promise<Result<Named, "call-wrong-state" | "call-notice-over">> {
  const call = await holdCall(tx, scope, input.callId);
  if (call.state !== "notice") return refuse("call-wrong-state");
  if (call.noticeUntil !== null && scope.today > call.noticeUntil) {
    return refuse("call-notice-over", { day: call.noticeUntil });
  }
  const { id } = await tx.callObjection.create({
    data: {
      allianceId: scope.alliance.id,
      callId: call.id,
      text: input.text,
      raisedById: scope.actor.userId,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await note(tx, scope, call.id, "objection");
  await sendLetters(tx, scope, [{ callId: call.id, letter: "objection", stamp: id }]);
  await scope.audit({
    action: "call.object",
    subjectType: "call",
    subjectId: call.id,
    details: { objectionId: id },
  });
  return accept({ id, callId: call.id });
}

/** Somebody else than who chose and who objects answers; an objection that is right sends the choice back. */
export async function answerObjection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerObjectionInput>,
): Promise<
  Result<Named, "call-wrong-state" | "objection-answered" | "objection-own" | "objection-of-choice">
> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.objectionId } };
  const asked = (await tx.callObjection.findUnique({ where })) ?? notFound();
  const call = await holdCall(tx, scope, asked.callId);
  if (call.state !== "notice") return refuse("call-wrong-state");
  if (asked.raisedById === scope.actor.userId) return refuse("objection-own");
  if (call.chosenById === scope.actor.userId) return refuse("objection-of-choice");
  const { count } = await tx.callObjection.updateMany({
    where: { allianceId: scope.alliance.id, id: asked.id, state: "open" },
    data: {
      state: input.upheld ? "upheld" : "dismissed",
      answer: input.answer,
      answeredById: scope.actor.userId,
      answeredAt: scope.now,
    },
  });
  if (count === 0) return refuse("objection-answered");
  if (input.upheld) {
    const moved = await moveTo(tx, scope, call, {
      move: "uphold",
      data: {
        chosenBidId: null,
        chosenById: null,
        choiceReason: null,
        noticeFrom: null,
        noticeUntil: null,
      },
      reason: input.answer.slice(0, 500),
      details: { objectionId: asked.id, bidId: call.chosenBidId },
    });
    return moved.ok ? accept({ id: asked.id, callId: call.id }) : moved;
  }
  await note(tx, scope, call.id, "dismissed");
  await scope.audit({
    action: "call.dismiss_objection",
    subjectType: "call",
    subjectId: call.id,
    details: { objectionId: asked.id },
  });
  return accept({ id: asked.id, callId: call.id });
}
