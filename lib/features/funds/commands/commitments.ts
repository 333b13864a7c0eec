import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayPledgeFor } from "../policy";
import { listCommitments } from "../queries/of-project";
import { canConfirm, firstState, mayPromise } from "../rules";
import type { confirmCommitmentSchema, createCommitmentSchema, promiseSchema } from "../schema";
import { holdProject } from "./project";

type Promise_ = z.output<typeof promiseSchema>;

/** Writes one promise; the caller has asked whether the organization may promise it. */
export async function addCommitment(
  tx: Tx,
  scope: TenantScope,
  of: { projectId: string; organizationId: string },
  promise: Promise_,
): Promise<string> {
  const { id } = await tx.fundCommitment.create({
    select: { id: true },
    data: {
      allianceId: scope.alliance.id,
      projectId: of.projectId,
      organizationId: of.organizationId,
      kind: promise.kind,
      amount: promise.amount,
      valuation: promise.valuation ?? null,
      condition: promise.condition ?? null,
      state: firstState(promise.condition),
      promisedOn: dateOf(scope.today),
      dueOn: promise.dueOn ? dateOf(promise.dueOn) : null,
      createdById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "contribution.pledge",
    subjectType: "commitment",
    subjectId: id,
    details: {
      ...of,
      kind: promise.kind,
      amount: promise.amount,
      state: firstState(promise.condition),
    },
  });
  return id;
}

async function answer(tx: Tx, scope: TenantScope, projectId: string, id: string) {
  const [row] = await listCommitments(tx, scope.alliance.id, projectId, id);
  return row ? accept(row) : notFound();
}

/** A party, or the secretariat for it, promises a contribution to a project. */
export async function createCommitment(
  tx: Tx,
  scope: TenantScope,
  { projectId, organizationId, ...promise }: z.output<typeof createCommitmentSchema>,
) {
  const project = await holdProject(tx, scope, projectId);
  if (!project.isNumbered && !project.organizationIds.some((id) => mayPledgeFor(scope, id))) {
    return notFound();
  }
  if (!mayPledgeFor(scope, organizationId)) return forbidden();
  if (!project.organizationIds.includes(organizationId)) return refuse("not-a-party");
  if (!mayPromise(project.state)) return refuse("project-wrong-state");
  const id = await addCommitment(tx, scope, { projectId, organizationId }, promise);
  return answer(tx, scope, projectId, id);
}

/** The agreement or resolution is there: from now on the promise counts as promised. */
export async function confirmCommitment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof confirmCommitmentSchema>,
) {
  const where = { allianceId: scope.alliance.id, id: input.id };
  const found = await tx.fundCommitment.findFirst({
    where,
    select: { state: true, projectId: true },
  });
  if (!found) return notFound();
  const project = await holdProject(tx, scope, found.projectId);
  if (!project.isNumbered) return refuse("project-not-registered");
  if (!canConfirm(found.state)) return refuse("commitment-wrong-state");
  const { count } = await tx.fundCommitment.updateMany({
    where: { ...where, state: found.state },
    data: {
      state: "confirmed",
      proof: input.proof,
      confirmedById: scope.actor.userId,
      confirmedAt: scope.now,
    },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "contribution.confirm",
    subjectType: "commitment",
    subjectId: input.id,
    details: { from: found.state, to: "confirmed", proof: input.proof },
  });
  return answer(tx, scope, found.projectId, input.id);
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
    data: { state: "cancelled" },
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
