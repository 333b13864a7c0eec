import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { actsFor } from "../policy";
import { getCoClaim, mayDecide, sidesOf } from "../queries/co-claims";
import { getOutcomeForChange, withOwners } from "../queries/facts";
import { answerDue, type CoClaimFault, checkMove, isClaimable, isOpen } from "../rules/co-claims";
import { normalKey } from "../rules/keys";
import { parseShare, withCoOwner } from "../rules/shares";
import type {
  answerCoClaimSchema,
  decideCoClaimSchema,
  proposeCoClaimSchema,
  withdrawCoClaimSchema,
} from "../schema/claims";
import type { CoClaimMove } from "../types";
import { tellOtherSide } from "./co-claim-letter";
import { hasMembership } from "./content";
import { lockRecord, shareWith } from "./shares";

type Answer<R extends string> = Promise<
  Result<{ id: string; recordId: string; version: number }, R>
>;
type ShareFault = "share-too-large" | "shares-already";

/** Who does not see the record shows by its key what is meant; else it is not there. */
async function recordFor(tx: Tx, scope: TenantScope, id: string, key: string | undefined) {
  if (key === undefined) return getOutcomeForChange(tx, scope, id);
  const found = (await withOwners(tx, scope, id)) ?? notFound();
  if (!found.naturalKey || normalKey(found.naturalKey) !== normalKey(key)) notFound();
  return found;
}

/** A part of another's result is asked for, or one of the own is offered. */
export async function proposeCoClaim(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeCoClaimSchema>,
): Answer<"wrong-state" | "not-a-member" | "co-claim-open" | "co-claim-denied" | ShareFault> {
  await lockRecord(tx, scope, input.id);
  const record = await recordFor(tx, scope, input.id, input.key);
  const { organizationId } = input;
  const asks = actsFor(scope, organizationId) && organizationId !== record.organizationId;
  if (!asks && !actsFor(scope, record.organizationId)) forbidden();
  if (!isClaimable(record.state)) return refuse("wrong-state");
  if (!(await hasMembership(tx, scope, organizationId))) return refuse("not-a-member");
  const share = parseShare(input.share) ?? 0;
  const shares = withCoOwner(record.organizationId, record.shares, { organizationId, share });
  if (!shares.ok) return shares;
  const earlier = await tx.outcomeCoClaim.findMany({
    where: { allianceId: scope.alliance.id, recordId: record.id, organizationId },
    select: { state: true, offered: true },
  });
  if (earlier.some(({ state }) => isOpen(state))) return refuse("co-claim-open");
  // What the secretariat has denied is not asked for again and again: each refusal would keep the result from being verified.
  if (asks && earlier.some(({ state }) => state === "denied")) return refuse("co-claim-denied");
  const created = await tx.outcomeCoClaim.create({
    data: {
      allianceId: scope.alliance.id,
      recordId: record.id,
      organizationId,
      offered: !asks,
      share,
      note: input.note,
      dueOn: dateOf(answerDue(scope.today)),
      proposedById: scope.actor.userId,
      proposedAt: scope.now,
    },
    select: { id: true, recordId: true, version: true },
  });
  await scope.audit({
    action: "figure.propose_share",
    subjectType: "outcome",
    subjectId: record.id,
    details: { coClaim: created.id, organizationId, offered: !asks, share },
  });
  await tellOtherSide(tx, scope, created.id);
  return accept(created);
}

type Step = {
  id: string;
  version: number;
  move: CoClaimMove;
  columns: object;
  share?: number | undefined;
};

/** One step of a co-claim; an agreement and a grant write the shares in the same transaction. */
async function step(
  tx: Tx,
  scope: TenantScope,
  claim: Awaited<ReturnType<typeof getCoClaim>>,
  given: Step,
): Answer<CoClaimFault | ShareFault> {
  const check = checkMove(
    { state: claim.state, dueOn: dayOf(claim.dueOn) },
    given.move,
    scope.today,
  );
  if (!check.ok) return check;
  const share = given.share ?? claim.share;
  const changed = await tx.outcomeCoClaim.updateMany({
    where: {
      id: claim.id,
      allianceId: scope.alliance.id,
      state: claim.state,
      version: given.version,
    },
    data: { ...given.columns, state: check.value, share, version: { increment: 1 } },
  });
  if (changed.count === 0) throw new AppError("stale");
  const givenAway = check.value === "agreed" || check.value === "granted";
  const shared = givenAway
    ? await shareWith(tx, scope, claim.recordId, { organizationId: claim.organizationId, share })
    : accept(null);
  if (!shared.ok) return shared;
  await scope.audit({
    action: `figure.${given.move}_share`,
    subjectType: "outcome",
    subjectId: claim.recordId,
    details: { coClaim: claim.id, from: claim.state, to: check.value, share },
  });
  return accept({ id: claim.id, recordId: claim.recordId, version: given.version + 1 });
}

/** The other side agrees or refuses; a refusal says why. */
export async function answerCoClaim(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerCoClaimSchema>,
): Answer<CoClaimFault | ShareFault | "answer-own-proposal" | "answer-needs-reason"> {
  const { recordId } = await getCoClaim(tx, scope, input.id);
  await lockRecord(tx, scope, recordId);
  const claim = await getCoClaim(tx, scope, input.id);
  if (!actsFor(scope, sidesOf(claim).answerer)) forbidden();
  if (claim.proposedById === scope.actor.userId) return refuse("answer-own-proposal");
  if (!input.agree && !input.answer) return refuse("answer-needs-reason", { field: "answer" });
  return step(tx, scope, claim, {
    ...input,
    move: input.agree ? "agree" : "refuse",
    columns: {
      answer: input.answer ?? null,
      answeredById: scope.actor.userId,
      answeredAt: scope.now,
    },
  });
}

/** The secretariat decides what was refused or not answered in time, with its reason. */
export async function decideCoClaim(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideCoClaimSchema>,
): Answer<CoClaimFault | ShareFault | "own-figure"> {
  const { recordId } = await getCoClaim(tx, scope, input.id);
  await lockRecord(tx, scope, recordId);
  const claim = await getCoClaim(tx, scope, input.id);
  if (!mayDecide(scope, claim)) return refuse("own-figure");
  const share = input.grant && input.share ? parseShare(input.share) : undefined;
  return step(tx, scope, claim, {
    ...input,
    move: input.grant ? "grant" : "deny",
    share,
    columns: {
      decision: input.reason,
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
    },
  });
}

/** Who proposed takes it back, as long as it is open. */
export async function withdrawCoClaim(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawCoClaimSchema>,
): Answer<CoClaimFault | ShareFault> {
  const claim = await getCoClaim(tx, scope, input.id);
  if (!actsFor(scope, sidesOf(claim).proposer)) forbidden();
  return step(tx, scope, claim, { ...input, move: "withdraw", columns: {} });
}
