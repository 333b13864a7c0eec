import type { z } from "zod";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { addDays } from "@/lib/kernel/dates";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { answerChallengeInput, oneInput, reasonInput } from "../schema/votes";
import { type Challenge, challengeDays, type VoteState } from "../types";
import { canBeDeclared } from "./declare";
import { blockOf, changeVote, type HeldVote, holdFor, holdVote, moveItem } from "./hold";
import { forgetReminders } from "./mail";
import { noteOnResolution } from "./note";

type Ended<R extends string> = Result<{ id: string; state: VoteState; version: number }, R>;

/**
 * Technical fault: the vote never was. Its ballots are destroyed where they are secret, and never shown otherwise. Once it
 * is counted everybody can read how it went: then only a result that cannot be declared is given up, so that nobody calls
 * a result that they do not like a fault (I-04).
 */
export async function abortVote(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reasonInput>,
): Promise<Ended<"wrong-state" | "result-stands">> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "abort" });
  if (!held.ok) return held;
  const asked = held.value;
  if (asked.state === "counted" && (await canBeDeclared(tx, scope, asked))) {
    return refuse("result-stands");
  }
  for (const id of await blockOf(tx, scope, asked)) {
    const vote = id === asked.id ? asked : await holdVote(tx, scope, id);
    const destroyed =
      vote.method === "secret" && vote.state === "open"
        ? await tx.ballotBox.deleteMany({ where: { allianceId: scope.alliance.id, voteId: id } })
        : { count: 0 };
    await changeVote(tx, scope, vote, {
      state: "aborted",
      stateReason: input.reason,
      sealKey: null,
    });
    await forgetReminders(tx, id);
    await scope.audit({
      action: "vote.abort",
      subjectType: "vote",
      subjectId: id,
      details: { from: vote.state, reason: input.reason, destroyed: destroyed.count },
    });
  }
  await touchMeeting(tx, scope, asked.meetingId);
  return accept({ id: asked.id, state: "aborted", version: asked.version + 1 });
}

/** An objected item leaves its block before the vote and is voted on alone. */
export async function leaveBlock(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof oneInput>,
): Promise<Ended<"wrong-state" | "not-in-block">> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "leave_block" });
  if (!held.ok) return held;
  const vote = held.value;
  if (!vote.blockId) return refuse("not-in-block");
  await changeVote(tx, scope, vote, { blockId: null });
  await scope.audit({
    action: "vote.leave_block",
    subjectType: "vote",
    subjectId: vote.id,
    details: { blockId: vote.blockId },
  });
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({ id: vote.id, state: vote.state, version: vote.version + 1 });
}

/**
 * After the declaration, with its reason and by somebody other than whoever declared: the motion stays in the record, its
 * resolution no longer holds, and the item can be voted on again.
 */
async function annul(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
  reason: string,
  challenge?: Challenge,
) {
  await changeVote(tx, scope, vote, {
    state: "voided",
    stateReason: reason,
    ...(challenge && { challenge: asJson(challenge) }),
  });
  await noteOnResolution(tx, scope, vote, { kind: "repealed", reason });
  await moveItem(tx, scope, vote.itemId, "open");
  await scope.audit({
    action: "vote.void",
    subjectType: "vote",
    subjectId: vote.id,
    details: { reason },
  });
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({ id: vote.id, state: "voided" as const, version: vote.version + 1 });
}

export async function voidVote(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reasonInput>,
): Promise<Ended<"wrong-state" | "declared-by-oneself">> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "void" });
  if (!held.ok) return held;
  if (held.value.declaredById === scope.actor.userId) return refuse("declared-by-oneself");
  return annul(tx, scope, held.value, input.reason);
}

/** A result is doubted: it stands until the body has answered, and its resolution is marked as under review. */
export async function challengeVote(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reasonInput>,
): Promise<Ended<"wrong-state" | "challenged-already">> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "challenge" });
  if (!held.ok) return held;
  const vote = held.value;
  if (vote.challenge?.upheld === null) return refuse("challenged-already");
  const challenge: Challenge = {
    reason: input.reason,
    by: scope.actor.userId ?? "",
    at: scope.now.toISOString(),
    answerBy: addDays(scope.today, challengeDays),
    upheld: null,
    answer: null,
  };
  await changeVote(tx, scope, vote, { challenge: asJson(challenge) });
  await noteOnResolution(tx, scope, vote, { kind: "under_review", reason: input.reason });
  await scope.audit({
    action: "vote.challenge",
    subjectType: "vote",
    subjectId: vote.id,
    details: { reason: input.reason, answerBy: challenge.answerBy },
  });
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({ id: vote.id, state: vote.state, version: vote.version + 1 });
}

/** What the body decided about the challenge: the result is void, or stands. */
export async function answerChallenge(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerChallengeInput>,
): Promise<Ended<"wrong-state" | "not-challenged" | "own-challenge">> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "answer_challenge" });
  if (!held.ok) return held;
  const vote = held.value;
  if (vote.challenge?.upheld !== null) return refuse("not-challenged");
  if (vote.challenge.by === scope.actor.userId) return refuse("own-challenge");
  const answered: Challenge = { ...vote.challenge, upheld: input.upheld, answer: input.answer };
  await scope.audit({
    action: "vote.answer_challenge",
    subjectType: "vote",
    subjectId: vote.id,
    details: { upheld: input.upheld, answer: input.answer },
  });
  if (input.upheld) return annul(tx, scope, vote, input.answer, answered);
  await changeVote(tx, scope, vote, { challenge: asJson(answered) });
  await noteOnResolution(tx, scope, vote, { kind: "review_ended", reason: input.answer });
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({ id: vote.id, state: vote.state, version: vote.version + 1 });
}
