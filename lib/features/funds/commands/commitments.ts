import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isGuarded } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { mayPledgeFor } from "../policy";
import { outlier } from "../rules/guards";
import { canCancel, canConfirm, isCash, mayPromise } from "../rules/promises";
import type {
  cancelCommitmentSchema,
  confirmCommitmentSchema,
  createCommitmentSchema,
  promiseSchema,
  proveConditionSchema,
  raiseCommitmentSchema,
} from "../schema/promises";
import { answer, change, find } from "./held-commitment";
import { holdProject, usualPromise } from "./project";
import { promiseMoney } from "./promise";

/** The promise of a registration form; the caller has asked whether the organization may promise it. */
export async function addCommitment(
  tx: Tx,
  scope: TenantScope,
  of: { projectId: string; organizationId: string },
  promise: z.output<typeof promiseSchema>,
): Promise<string> {
  const made = await promiseMoney(tx, scope, { ...of, ...promise });
  // Without a schedule, a rate or a special fund there is nothing to refuse.
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

/** A party, or the secretariat for it, promises a contribution to a project. */
export async function createCommitment(
  tx: Tx,
  scope: TenantScope,
  { amountIsRight, ...promise }: z.output<typeof createCommitmentSchema>,
) {
  const { projectId, organizationId } = promise;
  const project = await holdProject(tx, scope, projectId);
  if (!project.isNumbered && !project.organizationIds.some((id) => mayPledgeFor(scope, id))) {
    return notFound();
  }
  if (!mayPledgeFor(scope, organizationId)) return forbidden();
  if (!project.organizationIds.includes(organizationId)) return refuse("not-a-party");
  if (!mayPromise(project.state)) return refuse("project-wrong-state");
  if (!amountIsRight) {
    const usual = await usualPromise(tx, scope.alliance.id, isCash(promise.kind));
    const odd = outlier(fenOf(promise.amount), usual);
    if (odd) {
      return refuse(odd.way === "large" ? "amount-too-large" : "amount-too-small", {
        field: "amount",
        factor: odd.factor,
        usual: yuanText(usual),
      });
    }
  }
  const made = await promiseMoney(tx, scope, promise);
  return made.ok ? answer(tx, scope, projectId, made.value.id) : made;
}

const binding = (scope: TenantScope, proof: string) => ({
  state: "confirmed" as const,
  proof,
  confirmedById: scope.actor.userId,
  confirmedAt: scope.now,
});

/** The agreement or resolution is there: from now on the promise counts as promised. */
export async function confirmCommitment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof confirmCommitmentSchema>,
) {
  const found = await find(tx, scope, input.id);
  if (!found.project.isNumbered) return refuse("project-not-registered");
  if (!canConfirm(found.state)) return refuse("commitment-wrong-state");
  if (found.state === "conditional") return refuse("condition-open");
  return change(tx, scope, found, binding(scope, input.proof), {
    action: "contribution.confirm",
    details: { from: found.state, to: "confirmed", proof: input.proof },
  });
}

/** The condition is met, and a file proves it: the promise binds. */
export async function proveCondition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proveConditionSchema>,
) {
  const found = await find(tx, scope, input.id);
  if (!found.project.isNumbered) return refuse("project-not-registered");
  if (found.state !== "conditional") return refuse("commitment-wrong-state");
  if (input.metOn > scope.today) return refuse("entry-in-future", { field: "metOn" });
  const file = await tx.storedFile.findFirst({
    where: { allianceId: scope.alliance.id, id: input.fileId },
    select: { id: true },
  });
  if (!file) return notFound();
  const data = {
    ...binding(scope, input.proof),
    conditionFileId: file.id,
    conditionMetOn: dateOf(input.metOn),
  };
  return change(tx, scope, found, data, {
    action: "contribution.confirm",
    details: { from: "conditional", to: "confirmed", proof: input.proof, fileId: file.id },
  });
}

/** More is promised than before, by a new paper; what was promised first stays visible. */
export async function raiseCommitment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof raiseCommitmentSchema>,
) {
  const found = await find(tx, scope, input.id);
  if (found.state !== "confirmed") return refuse("commitment-not-confirmed");
  if (fenOf(input.amount) <= fenOf(found.amount)) {
    return refuse("not-raised", { field: "amount", amount: found.amount });
  }
  const data = {
    amount: input.amount,
    originalAmount: found.originalAmount ?? found.amount,
    proof: input.proof,
    changedAt: scope.now,
    // The old valuation, rate and schedule do not give the new amount.
    hourlyRate: null,
    hours: null,
    currency: "CNY",
    foreignAmount: null,
    rate: null,
    rateOn: null,
  };
  try {
    const scheduled = await tx.fundInstalment.count({
      where: { allianceId: scope.alliance.id, commitmentId: found.id },
    });
    if (scheduled > 0) {
      await tx.$executeRaw`
        INSERT INTO fund_instalments (id, alliance_id, commitment_id, "order", due_on, amount)
        SELECT gen_random_uuid(), alliance_id, commitment_id, max("order") + 1, max(due_on), ${input.amount}::numeric - ${found.amount}::numeric
        FROM fund_instalments WHERE alliance_id = ${scope.alliance.id}::uuid AND commitment_id = ${found.id}::uuid GROUP BY 2, 3`;
    }
    return await change(tx, scope, found, data, {
      action: "contribution.raise",
      details: { from: found.amount, to: input.amount, proof: input.proof },
    });
  } catch (error) {
    if (isGuarded(error, "over-allocated")) return refuse("over-allocated", { field: "amount" });
    throw error;
  }
}

/** A promise is given up by a decision, never silently; what has arrived on it must have gone back first. */
export async function cancelCommitment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof cancelCommitmentSchema>,
) {
  const found = await find(tx, scope, input.id);
  if (!canCancel(found.state)) return refuse("commitment-wrong-state");
  const [sums] = await tx.$queryRaw<{ arrived: boolean }[]>`
    SELECT coalesce(sum(amount), 0) <> 0 OR count(*) FILTER (WHERE state <> 'posted') > 0 AS arrived FROM fund_entries
    WHERE alliance_id = ${scope.alliance.id}::uuid AND commitment_id = ${found.id}::uuid AND state <> 'rejected'`;
  if (sums?.arrived) return refuse("commitment-has-receipts");
  return change(
    tx,
    scope,
    found,
    { state: "cancelled", cancelReason: input.reason, changedAt: scope.now },
    {
      action: "contribution.cancel",
      details: { from: found.state, to: "cancelled", reason: input.reason },
    },
  );
}

/** A project that does not come about takes its promises with it; each one leaves its own entry in the chain. */
export async function cancelCommitments(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
): Promise<void> {
  const open = await tx.fundCommitment.findMany({
    where: { allianceId: scope.alliance.id, projectId, state: { not: "cancelled" } },
    select: { id: true, state: true },
    orderBy: { id: "asc" },
  });
  if (open.length === 0) return;
  await tx.fundCommitment.updateMany({
    where: { allianceId: scope.alliance.id, id: { in: open.map((row) => row.id) } },
    data: { state: "cancelled", changedAt: scope.now },
  });
  for (const row of open) {
    await scope.audit({
      action: "contribution.cancel",
      subjectType: "commitment",
      subjectId: row.id,
      details: { from: row.state, to: "cancelled", projectId },
    });
  }
}
