import type { z } from "zod";
import type { Decision, Outcome, RuleSnapshot } from "@/lib/features/bodies/types";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { adoptResolution } from "@/lib/features/resolutions/commands/adopt";
import { followOutcome } from "@/lib/features/resolutions/commands/applications";
import type { EffectRefusal } from "@/lib/features/resolutions/commands/effects";
import { confirmEffect, formerEffect, leaveToUndo } from "@/lib/features/resolutions/commands/undo";
import { effect as effectSchema } from "@/lib/features/resolutions/schema";
import type { Adopted } from "@/lib/features/resolutions/types";
import { dateOf } from "@/lib/kernel/dates";
import { asJson } from "@/lib/kernel/json";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { resultOf } from "../rules/snapshot";
import { castingVoteBlocks } from "../rules/tie";
import type { declareOutput, versionedInput } from "../schema/votes";
import type { Closing, Opening } from "../types";
import { blockOf, changeVote, type HeldVote, holdFor, holdVote, moveItem } from "./hold";

export const declareRefusals = [
  "wrong-state",
  "casting-vote-missing",
  "already-member",
  "not-in-register",
  "effect-not-possible",
] as const;
type DeclareRefusal = (typeof declareRefusals)[number] | EffectRefusal;
type Declared = z.output<typeof declareOutput>;

/**
 * The chair says the result: it becomes a motion that never changes, a carried one a resolution with the next number, and
 * what follows from it happens in the same transaction. Votes of a block are declared together.
 */
export async function declareVote(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof versionedInput>,
): Promise<Result<Declared, DeclareRefusal>> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "declare" });
  if (!held.ok) return held;
  if (held.value.version !== input.version) throw new AppError("stale");
  let own: Declared | undefined;
  for (const id of await blockOf(tx, scope, held.value)) {
    const vote = id === held.value.id ? held.value : await holdVote(tx, scope, id);
    const declared = await declareOne(tx, scope, vote);
    if (!declared.ok) return declared;
    if (id === held.value.id) own = declared.value;
  }
  await touchMeeting(tx, scope, held.value.meetingId);
  if (!own) throw new Error("a block without its vote");
  return accept(own);
}

/** Tried and taken back: whether the result could be declared as it stands. */
export async function canBeDeclared(
  tx: Tx,
  scope: TenantScope,
  vote: Pick<HeldVote, "id" | "version">,
): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT declaring`;
  try {
    return (await declareVote(tx, scope, { voteId: vote.id, version: vote.version })).ok;
  } catch {
    return false;
  } finally {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT declaring`;
  }
}

async function declareOne(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
): Promise<Result<Declared, DeclareRefusal>> {
  const { opening, closing } = vote;
  if (!opening || !closing) throw new Error("a counted vote without its snapshots");
  if (castingVoteBlocks(opening, closing, vote.castingVote)) return refuse("casting-vote-missing");
  const { decision, circumstances } = resultOf(opening, closing, vote.castingVote);
  const snapshot: RuleSnapshot = { rule: opening.rule, seats: opening.seats, circumstances };
  const motionId = await writeMotion(tx, scope, { vote, closing, snapshot, decision });
  await changeVote(tx, scope, vote, {
    state: "declared",
    declaredAt: scope.now,
    declaredById: scope.actor.userId,
    motionId,
  });
  await scope.audit({
    action: "vote.declare",
    subjectType: "vote",
    subjectId: vote.id,
    details: { outcome: decision.outcome, motionId, ...closing.votes },
  });
  await moveItem(tx, scope, vote.itemId, itemAfter(decision));
  const followed = await consequences(tx, scope, { vote, motionId, outcome: decision.outcome });
  if (!followed.ok) return followed;
  const resolution = followed.value;
  return accept({
    id: vote.id,
    state: "declared" as const,
    version: vote.version + 1,
    outcome: decision.outcome,
    resolution: resolution && {
      id: resolution.id,
      year: resolution.year,
      number: resolution.number,
    },
  });
}

function itemAfter(decision: Decision): "decided" | "open" | "referred_up" {
  if (decision.referUp) return "referred_up";
  return decision.outcome === "tied" ? "open" : "decided";
}

async function writeMotion(
  tx: Tx,
  scope: TenantScope,
  given: { vote: HeldVote; closing: Closing; snapshot: RuleSnapshot; decision: Decision },
): Promise<string> {
  const { vote, closing, snapshot, decision } = given;
  const { id } = await tx.motion.create({
    data: {
      ...closing.votes,
      allianceId: scope.alliance.id,
      agendaItemId: vote.itemId,
      text: vote.text,
      matter: (
        vote.opening as Opening & { rule: { matter: Prisma.MotionUncheckedCreateInput["matter"] } }
      ).rule.matter,
      method: vote.method,
      ruleSetId: vote.ruleSetId,
      ruleSnapshot: asJson(snapshot),
      quorumBase: decision.quorum.base,
      // A base of nobody is never enough: one more than there are.
      quorumNeeded: decision.quorum.needed ?? decision.quorum.base + 1,
      passBase: decision.pass.base,
      passNeeded: decision.pass.needed,
      computedOutcome: decision.outcome,
      outcome: decision.outcome,
      recordedById: scope.actor.userId,
      decidedAt: scope.now,
    },
    select: { id: true },
  });
  return id;
}

type Decided = { vote: HeldVote; motionId: string; outcome: Outcome };

/** Application, resolution with its effect, and what becomes of the resolution that the vote before had made. */
async function consequences(
  tx: Tx,
  scope: TenantScope,
  { vote, motionId, outcome }: Decided,
): Promise<Result<Adopted | null, DeclareRefusal>> {
  const item = await tx.agendaItem.findUniqueOrThrow({
    where: { id: vote.itemId },
    select: { title: true, applicationId: true, effect: true },
  });
  const former = await formerEffect(tx, scope, vote.itemId);
  if (item.applicationId && outcome !== "tied" && former.kind !== "admit") {
    const followed = await followOutcome(tx, scope, { applicationId: item.applicationId, outcome });
    if (!followed.ok) return followed;
  }
  const adopted =
    outcome === "carried"
      ? await adoptResolution(tx, scope, {
          motionId,
          bodyId: vote.bodyId,
          itemId: vote.itemId,
          title: item.title,
          text: vote.text,
          adoptedOn: scope.today,
          effect: former.stands ? { kind: "none" } : effectSchema.parse(item.effect),
        })
      : accept(null);
  if (!adopted.ok) return adopted;
  if (former.stands && adopted.value) await confirmEffect(tx, scope, adopted.value);
  if (outcome !== "tied") await replaceFormer(tx, scope, vote, adopted.value);
  return adopted;
}

/** Only the last declared vote makes the resolution of an item: the one before gives way to it (behaviour 4.2, re-vote). */
async function replaceFormer(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
  adopted: Adopted | null,
): Promise<void> {
  if (!vote.supersedesId) return;
  const former = await tx.resolution.findFirst({
    where: {
      allianceId: scope.alliance.id,
      motion: { vote: { id: vote.supersedesId, state: "declared" } },
    },
    select: { id: true },
  });
  if (!former) return;
  const kind = adopted ? "superseded" : "repealed";
  await tx.resolutionEvent.create({
    data: {
      allianceId: scope.alliance.id,
      resolutionId: former.id,
      kind,
      byResolutionId: adopted?.id ?? null,
      on: dateOf(scope.today),
      recordedById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  if (!adopted) await leaveToUndo(tx, scope, former.id);
  await scope.audit({
    action: "resolution.replace",
    subjectType: "resolution",
    subjectId: former.id,
    details: { kind, by: adopted?.id ?? null, voteId: vote.id },
  });
}
