import type { z } from "zod";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { listCommitments } from "../queries/of-project";
import { mayReceive } from "../rules/promises";
import type { allocateSchema, createSpecialFundSchema } from "../schema/promises";
import { holdProject } from "./project";
import { promiseMoney } from "./promise";

/** 专项资金: what a government sets aside for a year, by a paper. */
export async function createSpecialFund(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createSpecialFundSchema>,
) {
  const giver = await tx.organization.findUnique({
    where: { id: input.governmentId },
    select: { name: true, kind: true },
  });
  if (!giver) return notFound();
  if (giver.kind !== "government") return refuse("not-a-government", { field: "governmentId" });
  try {
    const made = await tx.fundProgramme.create({
      data: { ...input, allianceId: scope.alliance.id, createdById: scope.actor.userId },
      select: { id: true, total: true, allocated: true },
    });
    await scope.audit({
      action: "fund.create_programme",
      subjectType: "special-fund",
      subjectId: made.id,
      details: { title: input.title, year: input.year, total: input.total, basis: input.basis },
    });
    return accept({
      ...input,
      id: made.id,
      governmentName: giver.name,
      total: made.total.toFixed(2),
      allocated: made.allocated.toFixed(2),
      received: "0.00",
      projects: 0,
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("special-fund-exists", { field: "title" });
    throw error;
  }
}

/** A part of it for a project, as a promise of that government; together never more than there is. */
export async function allocate(tx: Tx, scope: TenantScope, input: z.output<typeof allocateSchema>) {
  const fund = await tx.fundProgramme.findFirst({
    where: { allianceId: scope.alliance.id, id: input.id },
    select: { id: true, governmentId: true },
  });
  if (!fund) return notFound();
  const project = await holdProject(tx, scope, input.projectId);
  if (!mayReceive(project.state)) return refuse("project-not-registered");
  const made = await promiseMoney(tx, scope, {
    projectId: input.projectId,
    organizationId: fund.governmentId,
    programmeId: fund.id,
    kind: "cash",
    amount: input.amount,
    proof: input.proof,
    dueOn: input.dueOn,
  });
  if (!made.ok) return made;
  const [row] = await listCommitments(
    tx,
    scope.alliance.id,
    input.projectId,
    scope.today,
    made.value.id,
  );
  return row ? accept(row) : notFound();
}
