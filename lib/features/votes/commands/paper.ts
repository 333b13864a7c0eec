import type { z } from "zod";
import { touchMeeting } from "@/lib/features/meetings/commands/touch";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { confirmPaperInput, handsInput, paperInput } from "../schema/votes";
import { changeVote, holdFor } from "./hold";
import { forgetReminders } from "./mail";

export const paperRefusals = [
  "wrong-state",
  "vote-closed",
  "wrong-method",
  "already-cast",
  "scan-missing",
  "own-paper",
  "paper-differs",
  "seat-recused",
  "conflict-unanswered",
] as const;
type PaperRefusal = (typeof paperRefusals)[number];
type Entered = Result<{ id: string; seatId: string }, PaperRefusal>;

async function electorOf(tx: Tx, scope: TenantScope, voteId: string, seatId: string) {
  const where = { allianceId_voteId_seatId: { allianceId: scope.alliance.id, voteId, seatId } };
  return (await tx.voteElector.findUnique({ where, select: { proxySeatId: true } })) ?? notFound();
}

/** A seat that stepped back has no reply; one that was asked answers first, on paper as well. */
async function conflictOf(tx: Tx, scope: TenantScope, itemId: string, seatId: string) {
  const found = await tx.recusal.findFirst({
    where: { allianceId: scope.alliance.id, itemId, seatId },
    select: { state: true },
  });
  if (found?.state === "suggested" || found?.state === "challenged") return "conflict-unanswered";
  return found?.state === "declared" || found?.state === "recused" ? "seat-recused" : undefined;
}

/** Misread: whoever entered it enters it anew, until the second person has confirmed it. */
async function mended(tx: Tx, scope: TenantScope, input: z.output<typeof paperInput>) {
  const { voteId, seatId, choice, paperFileId } = input;
  const { count } = await tx.ballot.updateMany({
    where: {
      allianceId: scope.alliance.id,
      voteId,
      seatId,
      castById: scope.actor.userId ?? "",
      paperFileId: { not: null },
      confirmedById: null,
      OR: [{ choice: { not: choice } }, { paperFileId: { not: paperFileId } }],
    },
    data: { choice, paperFileId, changes: { increment: 1 } },
  });
  return count === 1;
}

/** A reply on paper: one person enters it with its scan, and it counts once another one has read the same from it. */
export async function enterPaper(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof paperInput>,
): Promise<Entered> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "enter_paper" });
  if (!held.ok) return held;
  const vote = held.value;
  const elector = await electorOf(tx, scope, vote.id, input.seatId);
  if (vote.overdue) return refuse("vote-closed");
  if (vote.method !== "named") return refuse("wrong-method");
  const allianceId = scope.alliance.id;
  const files = await tx.storedFile.count({ where: { allianceId, id: input.paperFileId } });
  if (files === 0) return refuse("scan-missing");
  const conflict = await conflictOf(tx, scope, vote.itemId, input.seatId);
  if (conflict) return refuse(conflict);
  const { count } = await tx.ballot.createMany({
    data: [
      {
        allianceId,
        voteId: vote.id,
        seatId: input.seatId,
        choice: input.choice,
        castAt: vote.at,
        castById: scope.actor.userId ?? "",
        proxySeatId: elector.proxySeatId,
        paperFileId: input.paperFileId,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0 && !(await mended(tx, scope, input))) return refuse("already-cast");
  await scope.audit({
    action: "ballot.enter_paper",
    subjectType: "vote",
    subjectId: vote.id,
    details: { seatId: input.seatId, paperFileId: input.paperFileId, choice: input.choice },
  });
  await forgetReminders(tx, vote.id, input.seatId);
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({ id: vote.id, seatId: input.seatId });
}

export async function confirmPaper(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof confirmPaperInput>,
): Promise<Entered> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "confirm_paper" });
  if (!held.ok) return held;
  const vote = held.value;
  const where = {
    allianceId: scope.alliance.id,
    voteId: vote.id,
    seatId: input.seatId,
    paperFileId: { not: null },
  };
  const paper =
    (await tx.ballot.findFirst({
      where,
      select: { choice: true, castById: true, confirmedById: true },
    })) ?? notFound();
  if (vote.overdue) return refuse("vote-closed");
  if (paper.castById === scope.actor.userId) return refuse("own-paper");
  if (paper.choice !== input.choice) return refuse("paper-differs");
  if (!paper.confirmedById) {
    await tx.ballot.updateMany({
      where: { ...where, allianceId: scope.alliance.id, confirmedById: null },
      data: { confirmedById: scope.actor.userId },
    });
    await scope.audit({
      action: "ballot.confirm_paper",
      subjectType: "vote",
      subjectId: vote.id,
      details: { seatId: input.seatId },
    });
    await touchMeeting(tx, scope, vote.meetingId);
  }
  return accept({ id: vote.id, seatId: input.seatId });
}

export const handsRefusals = [
  "wrong-state",
  "vote-closed",
  "wrong-method",
  "count-exceeds-present",
  "two-counted",
] as const;

/** 举手表决: each of two people counts the room; one's own count can be mended until the close. */
export async function countHands(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof handsInput>,
): Promise<Result<{ id: string; state: "open"; version: number }, (typeof handsRefusals)[number]>> {
  const held = await holdFor(tx, scope, { voteId: input.voteId, act: "count_hands" });
  if (!held.ok) return held;
  const vote = held.value;
  if (vote.overdue) return refuse("vote-closed");
  if (vote.method !== "hands") return refuse("wrong-method");
  const { yes, no, abstain } = input;
  const electors = vote.opening?.voters.length ?? 0;
  if (yes + no + abstain > electors)
    return refuse("count-exceeds-present", { count: yes + no + abstain, electors });
  const countedById = scope.actor.userId ?? "";
  const allianceId = scope.alliance.id;
  const others = await tx.handCount.count({
    where: { allianceId, voteId: vote.id, countedById: { not: countedById } },
  });
  if (others > 1) return refuse("two-counted");
  const counted = { yes, no, abstain, at: vote.at };
  await tx.handCount.upsert({
    where: { voteId_countedById: { voteId: vote.id, countedById } },
    create: { allianceId, voteId: vote.id, countedById, ...counted },
    update: counted,
  });
  await scope.audit({
    action: "ballot.count_hands",
    subjectType: "vote",
    subjectId: vote.id,
    details: { yes, no, abstain },
  });
  await changeVote(tx, scope, vote, {});
  await touchMeeting(tx, scope, vote.meetingId);
  return accept({ id: vote.id, state: "open", version: vote.version + 1 });
}
