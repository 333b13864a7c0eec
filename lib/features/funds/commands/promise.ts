import { type Day, dateOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isGuarded } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { converted, firstState, isCash, rateTimesHours, scheduleFits } from "../rules/promises";
import type { PromiseInput } from "../schema/promises";
import type { CommitmentState } from "../types";

type Schedule = NonNullable<PromiseInput["schedule"]>;

type Refusal = "schedule-sum" | "valuation-differs" | "milestone-elsewhere" | "over-allocated";

/** Does the amount follow from what it is said to follow from? */
function amountProblem(input: PromiseInput): Result<never, Refusal> | undefined {
  const amount = fenOf(input.amount);
  const { foreignAmount, rate, hourlyRate, hours } = input;
  const computed =
    foreignAmount && rate
      ? converted(fenOf(foreignAmount), rate)
      : hourlyRate && hours
        ? rateTimesHours(fenOf(hourlyRate), fenOf(hours))
        : amount;
  if (computed !== amount) {
    return refuse("valuation-differs", { field: "amount", computed: yuanText(computed) });
  }
  const lines = (input.schedule ?? []).map((line) => fenOf(line.amount));
  if (scheduleFits(amount, lines)) return undefined;
  const sum = yuanText(lines.reduce((total, line) => total + line, 0n));
  return refuse("schedule-sum", { field: "schedule", sum, amount: yuanText(amount) });
}

/** Milestones of the very project: one of another project would never release this money. */
async function milestonesFit(tx: Tx, scope: TenantScope, projectId: string, schedule: Schedule) {
  const wanted = [...new Set(schedule.flatMap((line) => line.milestoneId ?? []))];
  if (wanted.length === 0) return true;
  const found = await tx.projectMilestone.count({
    where: { allianceId: scope.alliance.id, projectId, id: { in: wanted } },
  });
  return found === wanted.length;
}

/** Lines of a promise, numbered on from the last one that it has. */
export async function writeSchedule(
  tx: Tx,
  scope: TenantScope,
  commitmentId: string,
  schedule: Schedule,
  after = 0,
): Promise<void> {
  await tx.fundInstalment.createMany({
    data: schedule.map((line, index) => ({
      allianceId: scope.alliance.id,
      commitmentId,
      order: after + index + 1,
      dueOn: dateOf(line.dueOn),
      amount: line.amount,
      milestoneId: line.milestoneId ?? null,
    })),
  });
}

const dayOrNull = (day: Day | undefined) => (day ? dateOf(day) : null);

/** An amount in another currency is never without its rate; yuan have none. */
const foreignColumns = (input: PromiseInput) => ({
  currency: input.currency ?? "CNY",
  foreignAmount: input.foreignAmount ?? null,
  rate: input.rate ?? null,
  rateOn: dayOrNull(input.rateOn),
});

const insert = (tx: Tx, scope: TenantScope, input: PromiseInput, state: CommitmentState) =>
  tx.fundCommitment.create({
    select: { id: true },
    data: {
      allianceId: scope.alliance.id,
      projectId: input.projectId,
      organizationId: input.organizationId,
      programmeId: input.programmeId ?? null,
      kind: input.kind,
      amount: input.amount,
      ...foreignColumns(input),
      valuation: input.valuation ?? null,
      valuedBy: isCash(input.kind) ? null : (input.valuedBy ?? null),
      hourlyRate: input.hourlyRate ?? null,
      hours: input.hours ?? null,
      condition: input.condition ?? null,
      state,
      proof: input.proof ?? null,
      ...(state === "confirmed" && {
        confirmedById: scope.actor.userId,
        confirmedAt: scope.now,
      }),
      promisedOn: dateOf(input.promisedOn ?? scope.today),
      dueOn: dayOrNull(input.dueOn),
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });

/**
 * Writes one promise with its schedule; the caller has asked whether the organization may promise it. With a proof and
 * without a condition it binds at once.
 */
export async function promiseMoney(
  tx: Tx,
  scope: TenantScope,
  input: PromiseInput,
): Promise<Result<{ id: string; state: CommitmentState }, Refusal>> {
  const problem = amountProblem(input);
  if (problem) return problem;
  const schedule = input.schedule ?? [];
  if (!(await milestonesFit(tx, scope, input.projectId, schedule))) {
    return refuse("milestone-elsewhere", { field: "schedule" });
  }
  const first = firstState(input.condition);
  const state = input.proof && first === "proposed" ? "confirmed" : first;
  try {
    const { id } = await insert(tx, scope, input, state);
    await writeSchedule(tx, scope, id, schedule);
    const { projectId, organizationId, kind, amount } = input;
    await scope.audit({
      action: "contribution.pledge",
      subjectType: "commitment",
      subjectId: id,
      details: { projectId, organizationId, kind, amount, state, instalments: schedule.length },
    });
    return accept({ id, state });
  } catch (error) {
    if (isGuarded(error, "over-allocated")) return refuse("over-allocated", { field: "amount" });
    throw error;
  }
}
