import type { z } from "zod";
import { certificateRefusals } from "@/lib/features/outcomes/commands/certificate";
import { voidVerification } from "@/lib/features/outcomes/commands/shares";
import { keyKindOf, nameOfKey } from "@/lib/features/outcomes/rules/keys";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { mayDecide, mayRequest } from "../policy";
import { factsOf, type OpenCase, openCase, sidesOf } from "../queries/facts";
import { impactOf, nameEffects } from "../queries/impact";
import { isBelowAdjusted, mayTake, stateAfter } from "../rules";
import type { caseMoveSchema, refuseCorrectionSchema } from "../schema";
import type { CorrectionMove, Said } from "../types";
import { type Answer, isMember, keyFault } from "./request";

type Move = z.output<typeof caseMoveSchema>;
export const moveRefusals = ["wrong-state", "same-person", "own-figure"] as const;
type MoveRefusal = (typeof moveRefusals)[number];
export const applyRefusals = [
  ...moveRefusals,
  "record-changed",
  "below-adjusted",
  "duplicate-result",
  "not-new-money",
  "not-a-member",
  ...certificateRefusals,
] as const;
type ApplyRefusal = (typeof applyRefusals)[number];

/** Who may not, and why: three hands, and none of the organization whose figure it is. */
function whyNot(
  scope: TenantScope,
  found: OpenCase,
  move: CorrectionMove,
): Result<never, MoveRefusal> | undefined {
  if (move === "withdraw" && !mayRequest(scope, found.record.organizationId)) return forbidden();
  if (stateAfter(found.state, move) === undefined) return refuse("wrong-state");
  const facts = factsOf(found);
  if (mayDecide(scope, facts, move)) return undefined;
  return refuse(mayTake(move, facts, scope.actor.userId) ? "own-figure" : "same-person");
}

type Step = { move: CorrectionMove; data: Prisma.CorrectionCaseUncheckedUpdateManyInput };

async function moveCase(tx: Tx, scope: TenantScope, found: OpenCase, version: number, step: Step) {
  const state = stateAfter(found.state, step.move);
  if (!state) throw new AppError("stale");
  const changed = await tx.correctionCase.updateMany({
    where: { allianceId: scope.alliance.id, id: found.id, state: found.state, version },
    data: { ...step.data, state, version: { increment: 1 } },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: `figure.${step.move}_correction`,
    subjectType: "correction",
    subjectId: found.id,
    details: { from: found.state, to: state, recordId: found.recordId, number: found.number },
  });
  return accept({ id: found.id, number: found.number, version: version + 1 });
}

/** The first of two persons agrees. */
export async function endorseCorrection(
  tx: Tx,
  scope: TenantScope,
  input: Move,
): Answer<MoveRefusal> {
  const found = await openCase(tx, scope, input.id);
  const refused = whyNot(scope, found, "endorse");
  if (refused) return refused;
  const data = { endorsedById: scope.actor.userId, endorsedAt: scope.now };
  return moveCase(tx, scope, found, input.version, { move: "endorse", data });
}

const decided = (scope: TenantScope) => ({
  decidedById: scope.actor.userId,
  decidedAt: scope.now,
});

export async function refuseCorrection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof refuseCorrectionSchema>,
): Answer<MoveRefusal> {
  const found = await openCase(tx, scope, input.id);
  const refused = whyNot(scope, found, "refuse");
  if (refused) return refused;
  const data = { ...decided(scope), refusal: input.refusal };
  return moveCase(tx, scope, found, input.version, { move: "refuse", data });
}

/** Whoever asked takes the request back. */
export async function withdrawCorrection(
  tx: Tx,
  scope: TenantScope,
  input: Move,
): Answer<MoveRefusal> {
  const found = await openCase(tx, scope, input.id);
  const refused = whyNot(scope, found, "withdraw");
  if (refused) return refused;
  return moveCase(tx, scope, found, input.version, { move: "withdraw", data: decided(scope) });
}

/** The name of the thing goes with a corrected key. */
const nameFor = (found: OpenCase, { metricCode, naturalKey }: Said) =>
  found.newNaturalKey !== null &&
  naturalKey !== null && { keyName: nameOfKey(keyKindOf(metricCode), naturalKey) };

/** Another paper takes the place of a certificate that was withdrawn. */
const withoutWithdrawn = ({ newFileId, record }: OpenCase) =>
  newFileId !== null && record.certificate?.state === "withdrawn" && { certificateId: null };

/** The record becomes what the case says; the database compares every letter and keeps what it said before. */
async function changeRecord(tx: Tx, scope: TenantScope, found: OpenCase, after: Said | null) {
  const changed = await tx.outcomeRecord.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: found.recordId,
      version: found.recordVersion,
    },
    data: {
      ...(after
        ? {
            ...after,
            occurredOn: dateOf(after.occurredOn),
            ...nameFor(found, after),
            ...withoutWithdrawn(found),
          }
        : { state: "superseded", naturalKey: null, stateSince: scope.now }),
      correctionId: found.id,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw new AppError("stale");
}

/** Its reporter's part goes over with it; who verified it and belongs to the new owner has not looked independently. */
async function changeOwner(tx: Tx, scope: TenantScope, found: OpenCase) {
  const { newOrganizationId, recordId, record } = found;
  if (newOrganizationId === null) return;
  const part = { allianceId: scope.alliance.id, recordId };
  if (!record.shares.some(({ organizationId }) => organizationId === newOrganizationId)) {
    await tx.outcomeShare.updateMany({
      where: { ...part, organizationId: record.organizationId },
      data: { organizationId: newOrganizationId },
    });
  }
  if (record.verifiedById) await voidVerification(tx, scope, recordId, record.verifiedById);
}

/** A fraud is more than a wrong number: it stands in the member's own history as a warning. */
async function noteFraud(tx: Tx, scope: TenantScope, found: OpenCase) {
  const where = { allianceId: scope.alliance.id, organizationId: found.record.organizationId };
  const membership = await tx.membership.findFirst({ where, select: { id: true } });
  if (!membership) return;
  await tx.membershipEvent.create({
    data: {
      allianceId: scope.alliance.id,
      membershipId: membership.id,
      kind: "warned",
      effectiveOn: dateOf(scope.today),
      reason: found.reason.slice(0, 500),
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
}

/** The second of two persons agrees: the new version, the kept old one and the totals are one transaction. */
export async function applyCorrection(
  tx: Tx,
  scope: TenantScope,
  input: Move,
): Answer<ApplyRefusal> {
  const found = await openCase(tx, scope, input.id);
  const refused = whyNot(scope, found, "apply");
  if (refused) return refused;
  if (found.record.version !== found.recordVersion) return refuse("record-changed");
  const { before, after } = sidesOf(found);
  const fault = after && (await keyFault(tx, scope, found.record, { before, after }));
  if (fault) return fault;
  if (after && !(await isMember(tx, scope.alliance.id, after.organizationId))) {
    return refuse("not-a-member", { names: "" });
  }
  const adjustment = found.record.adjustment.toFixed(2);
  if (after && isBelowAdjusted(after, adjustment)) return refuse("below-adjusted");
  const sides = { before, after };
  const impact = await nameEffects(tx, await impactOf(tx, scope.alliance.id, sides, adjustment));
  const moved = await moveCase(tx, scope, found, input.version, {
    move: "apply",
    data: { ...decided(scope), impact },
  });
  await changeRecord(tx, scope, found, after);
  await changeOwner(tx, scope, found);
  if (found.reasonCode === "fraud") await noteFraud(tx, scope, found);
  return moved;
}
