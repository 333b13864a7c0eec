import type { z } from "zod";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { fundRules } from "../queries/rules";
import { yearFigures, yearPending } from "../queries/years";
import type { setRulesSchema } from "../schema/budgets";
import type { closeYearSchema, restateYearSchema } from "../schema/reports";

type Input = z.output<typeof closeYearSchema>;

const find = (tx: Tx, scope: TenantScope, year: number) =>
  tx.fundYear.findUnique({
    where: { allianceId_year: { allianceId: scope.alliance.id, year } },
    select: { id: true, state: true, proposedById: true },
  });

const told = (scope: TenantScope, id: string, action: string, details: Record<string, unknown>) =>
  scope.audit({
    action,
    subjectType: "ledger-year",
    subjectId: id,
    details: details as Parameters<TenantScope["audit"]>[0]["details"],
  });

/** Finance proposes to close a year that is over and in which nothing is under way. */
export async function closeYear(tx: Tx, scope: TenantScope, { year }: Input) {
  if (`${year}-12-31` >= scope.today) return refuse("year-not-over", { year });
  const pending = await yearPending(tx, scope.alliance.id, year);
  if (pending > 0) return refuse("year-has-entries", { year, pending });
  try {
    const { id } = await tx.fundYear.create({
      data: {
        allianceId: scope.alliance.id,
        year,
        proposedById: scope.actor.userId,
        proposedAt: scope.now,
      },
      select: { id: true },
    });
    await told(scope, id, "ledger.close_period", { year });
    return accept({ year, state: "closing" as const });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("year-wrong-state", { year });
    throw error;
  }
}

/** The supervisor countersigns: the figures of this day are kept, and nothing more is posted into the year. */
export async function countersignYear(tx: Tx, scope: TenantScope, { year }: Input) {
  const found = (await find(tx, scope, year)) ?? notFound();
  if (found.state !== "closing") return refuse("year-wrong-state", { year });
  if (found.proposedById === scope.actor.userId) return refuse("same-person");
  // Those who are posting in this year hold the shared side of this lock until they commit (guard_entry).
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('fund-year ' || ${scope.alliance.id}::text || ${year}::int, 0))::text`;
  const pending = await yearPending(tx, scope.alliance.id, year);
  if (pending > 0) return refuse("year-has-entries", { year, pending });
  const figures = await yearFigures(tx, scope.alliance.id, year);
  const { lateDays } = await fundRules(tx, scope.alliance.id);
  const { count } = await tx.fundYear.updateMany({
    where: { allianceId: scope.alliance.id, id: found.id, state: "closing" },
    data: {
      state: "closed",
      figures,
      countersignedById: scope.actor.userId,
      closedAt: scope.now,
      lateUntil: dateOf(addDays(scope.today, lateDays)),
    },
  });
  if (count === 0) throw new AppError("stale");
  await told(scope, found.id, "ledger.countersign_period", { year, figures });
  return accept({ year, state: "closed" as const });
}

/** A proposal that is not countersigned is taken back. */
export async function takeBackClosing(tx: Tx, scope: TenantScope, { year }: Input) {
  const found = (await find(tx, scope, year)) ?? notFound();
  const { count } = await tx.fundYear.deleteMany({
    where: { allianceId: scope.alliance.id, id: found.id, state: "closing" },
  });
  if (count === 0) return refuse("year-wrong-state", { year });
  await told(scope, found.id, "ledger.take_back_closing", { year });
  return accept({ year, state: "open" as const });
}

/**
 * Entries of a closed year by a decision: the year stays closed and keeps its figures, what comes until the day named
 * stands beside them as a restatement (security, row 131: there is no reopening).
 */
export async function restateYear(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof restateYearSchema>,
) {
  const found = (await find(tx, scope, input.year)) ?? notFound();
  if (found.state !== "closed") return refuse("year-wrong-state", { year: input.year });
  if (input.until < scope.today || input.until > addDays(scope.today, 90)) {
    return refuse("restatement-too-long", { field: "until" });
  }
  const resolution = await tx.resolution.count({
    where: { allianceId: scope.alliance.id, id: input.resolutionId },
  });
  if (resolution === 0) return notFound();
  try {
    const { id } = await tx.fundRestatement.create({
      data: {
        allianceId: scope.alliance.id,
        yearId: found.id,
        resolutionId: input.resolutionId,
        note: input.note,
        until: dateOf(input.until),
        createdById: scope.actor.userId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await told(scope, found.id, "ledger.restate", {
      year: input.year,
      restatementId: id,
      resolutionId: input.resolutionId,
      until: input.until,
      note: input.note,
    });
    return accept({ year: input.year, state: "closed" as const });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("restated-already", { field: "resolutionId" });
    throw error;
  }
}

/** The chair sets the limits; the rows before stay, and what was approved under them. */
export async function setRules(tx: Tx, scope: TenantScope, input: z.output<typeof setRulesSchema>) {
  const before = await fundRules(tx, scope.alliance.id);
  const number = before.number + 1;
  const { id } = await tx.fundRule.create({
    data: {
      ...input,
      allianceId: scope.alliance.id,
      number,
      setById: scope.actor.userId,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "fund.set_rules",
    subjectType: "fund-rules",
    subjectId: id,
    details: {
      ...input,
      before: before.secondApproverFrom,
      beforePercent: before.overLinePercent,
      beforeDays: before.lateDays,
    },
  });
  return accept(await fundRules(tx, scope.alliance.id));
}
