import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type {
  correctionOutput,
  decideCorrectionInput,
  proposeCorrectionInput,
} from "../schema/life";
import { lockMembership } from "./change-representative";

type Output = z.input<typeof correctionOutput>;

const firstPeriod = (tx: Tx, membershipId: string) =>
  tx.membershipPeriod.findFirst({ where: { membershipId }, orderBy: { validFrom: "asc" } });

/**
 * Motions decided between the two dates in bodies in which the member sat. They keep their frozen electorate; the note
 * in the member's history says how many there were.
 */
async function votesBetween(tx: Tx, membershipId: string, oneDay: string, otherDay: string) {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT m.id)::int AS count FROM motions m
    JOIN agenda_items i ON i.id = m.agenda_item_id JOIN meetings t ON t.id = i.meeting_id
    JOIN seats s ON s.body_id = t.body_id JOIN seat_holdings h ON h.seat_id = s.id AND h.membership_id = ${membershipId}::uuid
    WHERE m.decided_at >= least(${oneDay}::date, ${otherDay}::date) AND m.decided_at < greatest(${oneDay}::date, ${otherDay}::date) + 1`;
  return rows[0]?.count ?? 0;
}

/** A wrong admission date found later: old, new and reason, for a second person to confirm (guard 2). */
export async function proposeCorrection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeCorrectionInput>,
): Promise<
  Result<Output, "correction-same" | "correction-after-end" | "correction-already-proposed">
> {
  const proposedById = scope.actor.personId ?? forbidden();
  const { membershipId, newFrom, reason } = input;
  await lockMembership(tx, scope, membershipId);
  const period = (await firstPeriod(tx, membershipId)) ?? notFound();
  const oldFrom = dayOf(period.validFrom);
  if (oldFrom === newFrom) return refuse("correction-same");
  if (newFrom > scope.today || (period.validTo && dayOf(period.validTo) < newFrom)) {
    return refuse("correction-after-end");
  }
  const dates = { oldFrom: period.validFrom, newFrom: dateOf(newFrom) };
  const [created] = await tx.membershipCorrection.createManyAndReturn({
    data: [
      {
        allianceId: scope.alliance.id,
        membershipId,
        ...dates,
        reason,
        proposedById,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return refuse("correction-already-proposed");
  await scope.audit({
    action: "membership.propose_correction",
    subjectType: "membership",
    subjectId: membershipId,
    details: { correctionId: created.id, oldFrom, newFrom, reason },
  });
  const votesKept = await votesBetween(tx, membershipId, oldFrom, newFrom);
  return accept({ id: created.id, state: "proposed", version: 1, votesKept });
}

async function holdCorrection(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const found = (await tx.membershipCorrection.findUnique({ where })) ?? notFound();
  await lockMembership(tx, scope, found.membershipId);
  return found;
}

async function decide(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideCorrectionInput>,
  state: "confirmed" | "rejected",
) {
  const { count } = await tx.membershipCorrection.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: input.correctionId,
      state: "proposed",
      version: input.version,
    },
    data: {
      state,
      decidedById: scope.actor.personId,
      decidedAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
}

/** The second person confirms: the first period begins on the right day, and the history says what it was before. */
export async function confirmCorrection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideCorrectionInput>,
): Promise<Result<Output, "wrong-state" | "second-person-needed" | "correction-after-end">> {
  const found = await holdCorrection(tx, scope, input.correctionId);
  if (found.state !== "proposed") return refuse("wrong-state");
  if (found.proposedById === scope.actor.personId) return refuse("second-person-needed");
  const oldFrom = dayOf(found.oldFrom);
  const newFrom = dayOf(found.newFrom);
  const { count } = await tx.membershipPeriod.updateMany({
    where: {
      allianceId: scope.alliance.id,
      membershipId: found.membershipId,
      validFrom: found.oldFrom,
      OR: [{ validTo: null }, { validTo: { gte: found.newFrom } }],
    },
    data: { validFrom: found.newFrom },
  });
  if (count === 0) return refuse("correction-after-end");
  await decide(tx, scope, input, "confirmed");
  const votesKept = await votesBetween(tx, found.membershipId, oldFrom, newFrom);
  await tx.membershipEvent.create({
    data: {
      allianceId: scope.alliance.id,
      membershipId: found.membershipId,
      kind: "corrected",
      effectiveOn: found.newFrom,
      reason: `${oldFrom} → ${newFrom}: ${found.reason}`.slice(0, 500),
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await scope.audit({
    action: "membership.correct",
    subjectType: "membership",
    subjectId: found.membershipId,
    details: { correctionId: found.id, oldFrom, newFrom, votesKept },
  });
  return accept({ id: found.id, state: "confirmed", version: input.version + 1, votesKept });
}

export async function rejectCorrection(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideCorrectionInput>,
): Promise<Result<Output, "wrong-state">> {
  const found = await holdCorrection(tx, scope, input.correctionId);
  if (found.state !== "proposed") return refuse("wrong-state");
  await decide(tx, scope, input, "rejected");
  await scope.audit({
    action: "membership.reject_correction",
    subjectType: "membership",
    subjectId: found.membershipId,
    details: { correctionId: found.id },
  });
  return accept({ id: found.id, state: "rejected", version: input.version + 1, votesKept: 0 });
}
