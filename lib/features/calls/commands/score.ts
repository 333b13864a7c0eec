import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { isExpert } from "../policy";
import type { HeldCall } from "../queries/facts";
import { sheetOf } from "../queries/sheets";
import { progressOf, ranking, spreadOf, totalOf } from "../rules/scoring";
import type { discussInput, scoreInput } from "../schema/assess";
import { ownPart } from "./experts";
import { holdCall, note } from "./hold";

type Named = { id: string; callId: string };

async function holdBid(tx: Tx, scope: TenantScope, bidId: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: bidId } };
  const bid =
    (await tx.bid.findUnique({ where, select: { id: true, callId: true } })) ?? notFound();
  const call = await holdCall(tx, scope, bid.callId);
  // Read again inside the lock: an opening may have set it apart.
  const now = await tx.bid.findUniqueOrThrow({
    where,
    select: { id: true, state: true, round: true, letter: true },
  });
  return { call, bid: now };
}

export const scoreRefusals = [
  "call-wrong-state",
  "expert-not-clear",
  "expert-has-judged",
  "criteria-incomplete",
] as const;

/** One expert's sheet for one bid: every criterion, blind, once; again after the experts have talked about it. */
export async function scoreBid(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof scoreInput>,
): Promise<Result<Named, (typeof scoreRefusals)[number]>> {
  const { call, bid } = await holdBid(tx, scope, input.bidId);
  if (!isExpert(scope, call)) return forbidden();
  const part = await ownPart(tx, scope, call);
  if (part?.stage !== "bids" || bid.state !== "opened" || bid.round !== call.round) {
    return refuse("call-wrong-state");
  }
  if (part.state !== "clear") return refuse("expert-not-clear");
  const sheet = await sheetOf(tx, scope, call);
  const own = sheet.given.filter((one) => one.bidId === bid.id && one.expertId === part.id);
  const attempt = own.length === 0 ? 1 : 2;
  const again = sheet.discussed.includes(bid.id) && !own.some((one) => one.attempt === 2);
  if (attempt === 2 && !again) return refuse("expert-has-judged");
  const wanted = sheet.weights.map(({ criterionId }) => criterionId).sort();
  const filled = input.points.map(({ criterionId }) => criterionId).sort();
  if (wanted.join() !== filled.join()) return refuse("criteria-incomplete");
  await tx.bidScore.createMany({
    data: input.points.map((one) => ({
      ...one,
      allianceId: scope.alliance.id,
      bidId: bid.id,
      expertId: part.id,
      attempt,
      createdAt: scope.now,
    })),
  });
  await note(tx, scope, call.id, "scored");
  await scope.audit({
    action: "call.score",
    subjectType: "bid",
    subjectId: bid.id,
    details: { callId: call.id, expertId: part.id, attempt },
  });
  return accept({ id: bid.id, callId: call.id });
}

/** What the experts said about a bid on which they are more than 20 points apart; then each fills in a sheet again. */
export async function discuss(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof discussInput>,
): Promise<Result<Named, "call-wrong-state" | "not-far-apart">> {
  const { call, bid } = await holdBid(tx, scope, input.bidId);
  if (call.state !== "evaluation") return refuse("call-wrong-state");
  const sheet = await sheetOf(tx, scope, call);
  const progress = progressOf(sheet);
  if (progress.missing > 0 || !progress.apart.includes(bid.id)) return refuse("not-far-apart");
  const all = sheet.experts.flatMap(
    (expert) => totalOf(sheet.weights, sheet.given, bid.id, expert) ?? [],
  );
  const spread = spreadOf(all);
  await tx.callDiscussion.create({
    data: {
      allianceId: scope.alliance.id,
      callId: call.id,
      bidId: bid.id,
      spread,
      text: input.text,
      recordedById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await note(tx, scope, call.id, "discussed");
  await scope.audit({
    action: "call.discuss",
    subjectType: "bid",
    subjectId: bid.id,
    details: { callId: call.id, spread },
  });
  return accept({ id: bid.id, callId: call.id });
}

export const concludeRefusals = [
  "too-few-experts",
  "sheets-missing",
  "bids-far-apart",
  "no-bid-to-rank",
] as const;

/** Every expert has judged every bid, and talked where they were far apart: the ranks are computed and written down. */
export async function writeRanking(
  tx: Tx,
  scope: TenantScope,
  call: HeldCall,
): Promise<Result<null, (typeof concludeRefusals)[number]>> {
  const sheet = await sheetOf(tx, scope, call);
  if (sheet.bids.length === 0) return refuse("no-bid-to-rank");
  if (sheet.experts.length < call.leastExperts) {
    return refuse("too-few-experts", { count: sheet.experts.length, least: call.leastExperts });
  }
  const { missing, apart, again } = progressOf(sheet);
  if (missing + again > 0) return refuse("sheets-missing", { count: missing + again });
  if (apart.length > 0) return refuse("bids-far-apart", { count: apart.length });
  for (const { bidId, ...result } of ranking(sheet)) {
    const { count } = await tx.bid.updateMany({
      where: { allianceId: scope.alliance.id, id: bidId, state: "opened" },
      data: result,
    });
    if (count === 0) throw new AppError("stale");
  }
  return accept(null);
}
