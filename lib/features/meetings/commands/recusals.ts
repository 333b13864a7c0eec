import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { ownSeats } from "../queries/own-seats";
import { type RecusalMove, recusalEdges, stateAfter } from "../rules/edges";
import type { challengeInput, decideInput, declareInput, toldInput } from "../schema/presence";
import type { RecusalState } from "../types";
import { mustRun, ownSeat, seatOf } from "./acting";
import { seatChair } from "./course";
import { type HeldItem, type HeldMeeting, holdItem } from "./hold";
import { hasOpenVote } from "./open";
import { touchMeeting } from "./touch";

type Step = {
  item: HeldItem;
  meeting: HeldMeeting;
  seatId: string;
  move: RecusalMove;
  source: string;
  reason?: string | undefined;
};
type Refusal = "wrong-state" | "vote-open";
type Answer<R extends string = Refusal> = Promise<Result<{ id: string; state: string }, R>>;

/** Without a suggestion one may step back, say that there is nothing, or be challenged. */
const first: Partial<Record<RecusalMove, RecusalState>> = {
  declare: "declared",
  deny: "denied",
  challenge: "challenged",
};

async function take(tx: Tx, scope: TenantScope, step: Step): Answer {
  const { item, meeting, seatId } = step;
  const alive = ["noticed", "check_in", "open", "suspended"].includes(meeting.state);
  if (!alive || (item.state !== "planned" && item.state !== "open")) return refuse("wrong-state");
  const found = await tx.recusal.findUnique({
    where: { itemId_seatId: { itemId: item.id, seatId } },
  });
  // Presence, letters and conflicts are frozen while a vote runs (second freeze). Whoever was asked and has not answered
  // has no ballot in it: the answer is what its ballot waits for.
  const answers = found?.state === "suggested" && step.move !== "challenge";
  if (!answers && (await hasOpenVote(tx, scope, meeting.id, item.id))) return refuse("vote-open");
  const next = found
    ? stateAfter<RecusalState>(recusalEdges[step.move], found.state)
    : first[step.move];
  if (!next) return refuse("wrong-state");
  const id = await write(tx, scope, step, next, found);
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: `conflict.${step.move}`,
    subjectType: "agenda-item",
    subjectId: item.id,
    details: { seatId, from: found?.state ?? null, to: next, source: step.source },
  });
  if (meeting.state === "open" && meeting.currentItemId === item.id) {
    await seatChair(tx, scope, meeting, item.id);
  }
  return accept({ id, state: next });
}

async function write(
  tx: Tx,
  scope: TenantScope,
  step: Step,
  state: RecusalState,
  found: { id: string; version: number } | null,
): Promise<string> {
  const allianceId = scope.alliance.id;
  const data = {
    state,
    stateSince: scope.now,
    declaredById: scope.actor.userId,
    ...(step.reason !== undefined && { reason: step.reason }),
  };
  if (!found) {
    const { item, seatId, source } = step;
    const created = { ...data, allianceId, itemId: item.id, seatId, source };
    return (await tx.recusal.create({ data: created, select: { id: true } })).id;
  }
  const { count } = await tx.recusal.updateMany({
    where: { id: found.id, allianceId, version: found.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return found.id;
}

/** The own seat steps back from the item, or says that it has no conflict: only then its papers open. */
export async function declareConflict(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof declareInput>,
): Answer {
  const { item, meeting } = await holdItem(tx, scope, input.itemId);
  await ownSeat(tx, scope, meeting, input.seatId);
  return take(tx, scope, {
    item,
    meeting,
    seatId: input.seatId,
    move: input.conflict === "yes" ? "declare" : "deny",
    source: "own",
    reason: input.reason,
  });
}

/**
 * What a seat that was asked said aloud or wrote to the secretariat, recorded by whoever runs the meeting. Only where it was
 * asked: stepping back cannot be taken back, and nobody puts another seat out of a vote by a record.
 */
export async function recordDeclaration(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof toldInput>,
): Answer {
  const { item, meeting } = await holdItem(tx, scope, input.itemId);
  await seatOf(tx, scope, meeting, input.seatId);
  await mustRun(tx, scope, meeting);
  const asked = { allianceId: scope.alliance.id, itemId: item.id, seatId: input.seatId };
  const count = await tx.recusal.count({ where: { ...asked, state: "suggested" } });
  if (count === 0) return refuse("wrong-state");
  const move = input.conflict === "yes" ? "declare" : "deny";
  return take(tx, scope, {
    item,
    meeting,
    seatId: input.seatId,
    move,
    source: "aloud",
    reason: input.reason,
  });
}

/** Anybody of the meeting may doubt it; the papers are shut again until the body has decided. */
export async function challengeSeat(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof challengeInput>,
): Answer {
  const { item, meeting } = await holdItem(tx, scope, input.itemId);
  if (meeting.state === "draft" && !scope.reach.whole) notFound();
  await seatOf(tx, scope, meeting, input.seatId);
  const { seatId, reason } = input;
  return take(tx, scope, { item, meeting, seatId, move: "challenge", source: "person", reason });
}

/** What the body decided about the challenge, without the person. */
export async function decideChallenge(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideInput>,
): Answer<Refusal | "own-conflict"> {
  const { item, meeting } = await holdItem(tx, scope, input.itemId);
  await seatOf(tx, scope, meeting, input.seatId);
  await mustRun(tx, scope, meeting);
  // Whoever is called for the seat, and whoever stands in for it.
  const own = await ownSeats(tx, meeting.id, scope.actor.personId, scope.today);
  if (own.some(({ seatId }) => seatId === input.seatId)) return refuse("own-conflict");
  return take(tx, scope, {
    item,
    meeting,
    seatId: input.seatId,
    move: input.recused === "yes" ? "uphold" : "clear",
    source: "person",
    reason: input.reason,
  });
}
