import type { z } from "zod";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isUniqueViolation } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayProposeFor } from "../policy";
import { fundRules } from "../queries/rules";
import { ceilingOf } from "../rules/guards";
import { mayPromise, mayReceive } from "../rules/promises";
import type {
  allowAdvanceSchema,
  decideBudgetSchema,
  proposeBudgetSchema,
} from "../schema/budgets";
import { holdProject } from "./project";

type Proposal = z.output<typeof proposeBudgetSchema>;

/** Lines are kept from one revision to the next: what was spent on them hangs on them. */
async function writeLines(tx: Tx, scope: TenantScope, input: Proposal): Promise<string[]> {
  const where = { allianceId: scope.alliance.id, projectId: input.projectId };
  const known = await tx.budgetLine.findMany({ where, select: { id: true, cash: true } });
  const cashOf = new Map(known.map((line) => [line.id, line.cash]));
  const named = input.lines.flatMap((line) => line.id ?? []);
  if (new Set(named).size !== named.length) notFound();
  for (const line of input.lines) {
    if (line.id && cashOf.get(line.id) === line.inKind) notFound();
  }
  const fresh = input.lines.filter((line) => !line.id);
  const last = await tx.budgetLine.aggregate({ where, _max: { order: true } });
  const made = await tx.budgetLine.createManyAndReturn({
    data: fresh.map(({ task, title, department, responsible, inKind }, index) => ({
      ...where,
      task,
      title,
      department,
      responsible,
      cash: !inKind,
      order: (last._max.order ?? 0) + index + 1,
    })),
    select: { id: true },
  });
  const ids = made.map((line) => line.id);
  return input.lines.map((line) => line.id ?? ids.shift() ?? notFound());
}

/** A budget, or the next version of one; it holds when another person has adopted it. */
export async function proposeBudget(tx: Tx, scope: TenantScope, input: Proposal) {
  const project = await holdProject(tx, scope, input.projectId);
  if (!mayProposeFor(scope, project.leadId)) return forbidden();
  if (!mayPromise(project.state) && !mayReceive(project.state))
    return refuse("project-wrong-state");
  const where = { allianceId: scope.alliance.id, projectId: input.projectId };
  const last = await tx.budgetRevision.findFirst({
    where,
    orderBy: { number: "desc" },
    select: { number: true, state: true },
  });
  if (last?.state === "proposed") return refuse("budget-open", { number: last.number });
  try {
    const revision = await tx.budgetRevision.create({
      data: {
        ...where,
        number: (last?.number ?? 0) + 1,
        reason: input.reason,
        proposedById: scope.actor.userId,
        createdAt: scope.now,
      },
      select: { id: true, projectId: true, number: true, state: true },
    });
    const lineIds = await writeLines(tx, scope, input);
    await tx.budgetAmount.createMany({
      data: input.lines.map((line, index) => ({
        allianceId: scope.alliance.id,
        revisionId: revision.id,
        lineId: lineIds[index] ?? notFound(),
        planned: line.planned,
      })),
    });
    await scope.audit({
      action: "budget.propose",
      subjectType: "budget",
      subjectId: revision.id,
      details: { projectId: input.projectId, number: revision.number, lines: input.lines.length },
    });
    return accept(revision);
  } catch (error) {
    // Two proposals at once are one number.
    if (isUniqueViolation(error)) return refuse("budget-open", { number: (last?.number ?? 0) + 1 });
    throw error;
  }
}

type LineRow = { id: string; planned: string; spent: string; task: string };

/** What the lines hold from now on; none falls below what was spent of it. */
async function apply(tx: Tx, scope: TenantScope, revision: { id: string; projectId: string }) {
  const lines = await tx.$queryRaw<LineRow[]>`
    SELECT l.id, coalesce(a.planned, 0)::text AS planned, l.spent::text AS spent, l.task FROM budget_lines l
    LEFT JOIN budget_amounts a ON a.line_id = l.id AND a.revision_id = ${revision.id}::uuid
    WHERE l.alliance_id = ${scope.alliance.id}::uuid AND l.project_id = ${revision.projectId}::uuid ORDER BY l."order" FOR UPDATE OF l`;
  const { overLinePercent } = await fundRules(tx, scope.alliance.id);
  const ceilings = lines.map((line) => ceilingOf(fenOf(line.planned), overLinePercent));
  const short = lines.find((line, index) => fenOf(line.spent) > (ceilings[index] ?? 0n));
  if (short) return refuse("below-spent", { task: short.task, spent: short.spent });
  await tx.$executeRaw`
    UPDATE budget_lines l SET planned = v.planned::numeric, ceiling = v.ceiling::numeric
    FROM unnest(${lines.map((line) => line.id)}::uuid[], ${lines.map((line) => line.planned)}::text[],
      ${ceilings.map(yuanText)}::text[]) AS v (id, planned, ceiling)
    WHERE l.alliance_id = ${scope.alliance.id}::uuid AND l.id = v.id`;
  return accept(null);
}

/** Another person adopts the version or gives it back; older ones stay readable. */
export async function decideBudget(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideBudgetSchema>,
) {
  const where = { allianceId: scope.alliance.id, id: input.id };
  const found = await tx.budgetRevision.findFirst({
    where,
    select: { id: true, projectId: true, number: true, state: true, proposedById: true },
  });
  if (!found) return notFound();
  if (found.state !== "proposed") return refuse("budget-decided");
  if (found.proposedById === scope.actor.userId) return refuse("same-person");
  const { count } = await tx.budgetRevision.updateMany({
    where: { ...where, state: "proposed" },
    data: {
      state: input.decision === "adopt" ? "adopted" : "rejected",
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
    },
  });
  if (count === 0) throw new AppError("stale");
  if (input.decision === "adopt") {
    const applied = await apply(tx, scope, found);
    if (!applied.ok) return applied;
  }
  await scope.audit({
    action: "budget.decide",
    subjectType: "budget",
    subjectId: found.id,
    details: { projectId: found.projectId, number: found.number, decision: input.decision },
  });
  const { id, projectId, number } = found;
  return accept({
    id,
    projectId,
    number,
    state: input.decision === "adopt" ? ("adopted" as const) : ("rejected" as const),
  });
}

/** What a project may spend ahead of what arrived; never less than it already has. */
export async function allowAdvance(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof allowAdvanceSchema>,
) {
  const project = await holdProject(tx, scope, input.projectId);
  if (!mayReceive(project.state)) return refuse("project-not-registered");
  const tenant = scope.alliance.id;
  await tx.$executeRaw`
    INSERT INTO fund_accounts (alliance_id, project_id) VALUES (${tenant}::uuid, ${input.projectId}::uuid) ON CONFLICT DO NOTHING`;
  const [account] = await tx.$queryRaw<{ used: string }[]>`
    SELECT greatest(spent_cash - received_cash, 0)::text AS used FROM fund_accounts
    WHERE alliance_id = ${tenant}::uuid AND project_id = ${input.projectId}::uuid FOR UPDATE`;
  const used = fenOf(account?.used ?? "0");
  if (fenOf(input.amount) < used) {
    return refuse("advance-used", { field: "amount", used: yuanText(used) });
  }
  const amount = yuanText(fenOf(input.amount));
  await tx.$executeRaw`
    UPDATE fund_accounts SET advance = ${amount}::numeric, advance_basis = ${input.basis}, advance_by_id = ${scope.actor.userId}::uuid
    WHERE alliance_id = ${tenant}::uuid AND project_id = ${input.projectId}::uuid`;
  await scope.audit({
    action: "fund.allow_advance",
    subjectType: "project",
    subjectId: input.projectId,
    details: { amount, basis: input.basis },
  });
  return accept({ projectId: input.projectId, amount, basis: input.basis });
}
