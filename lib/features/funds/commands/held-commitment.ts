import { accept } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { listCommitments } from "../queries/of-project";
import { holdProject } from "./project";

/** The promise as everybody reads it. */
export async function answer(tx: Tx, scope: TenantScope, projectId: string, id: string) {
  const [row] = await listCommitments(tx, scope.alliance.id, projectId, scope.today, id);
  return row ? accept(row) : notFound();
}

/**
 * A promise and its project, held in the order in which entries hold them: what arrives on it waits for its change, and
 * the other way round.
 */
export async function find(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId: scope.alliance.id, id };
  const { projectId } =
    (await tx.fundCommitment.findFirst({ where, select: { projectId: true } })) ?? notFound();
  const project = await holdProject(tx, scope, projectId);
  await tx.$queryRaw`SELECT id FROM fund_commitments WHERE id = ${id}::uuid FOR UPDATE`;
  const found =
    (await tx.fundCommitment.findFirst({
      where,
      select: { id: true, state: true, projectId: true, amount: true, originalAmount: true },
    })) ?? notFound();
  return { ...found, amount: found.amount.toFixed(2), project };
}

export type Found = Awaited<ReturnType<typeof find>>;

export async function change(
  tx: Tx,
  scope: TenantScope,
  found: Found,
  data: Parameters<Tx["fundCommitment"]["updateMany"]>[0]["data"],
  event: { action: string; details: Record<string, string | null> },
) {
  const { count } = await tx.fundCommitment.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: found.id,
      state: found.state,
      amount: found.amount,
    },
    data,
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: event.action,
    subjectType: "commitment",
    subjectId: found.id,
    details: event.details,
  });
  return answer(tx, scope, found.projectId, found.id);
}
