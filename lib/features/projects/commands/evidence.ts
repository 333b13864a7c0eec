import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import { actsAsLead } from "../policy";
import { underWay } from "../rules/states";
import type { reportStatusSchema, submitMilestoneSchema } from "../schema/milestones";
import { checkFile } from "./guards";
import { moveMilestone, openMilestone } from "./milestones";
import { holdProject, type Moved, movedNow, note } from "./move";

type Refusal = "project-wrong-state" | "milestone-wrong-state" | "evidence-for-each";

/** Hands a milestone in: one piece of evidence for every criterion, in a round of its own. */
export async function submitMilestone(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitMilestoneSchema>,
): Promise<Result<Moved, Refusal>> {
  const opened = await openMilestone(tx, scope, "submit", input);
  if (!opened.ok) return opened;
  const { id: milestoneId } = opened.value;
  const of = { allianceId: scope.alliance.id, milestoneId };
  const criteria = await tx.milestoneCriterion.findMany({ where: of, select: { id: true } });
  const given = new Set(input.evidence.map((one) => one.criterionId));
  const whole =
    given.size === input.evidence.length &&
    criteria.length === given.size &&
    criteria.every((one) => given.has(one.id));
  if (!whole) return refuse("evidence-for-each");
  for (const fileId of new Set(input.evidence.flatMap((one) => one.fileId ?? []))) {
    await checkFile(tx, scope, fileId);
  }
  const last = await tx.milestoneEvidence.aggregate({ where: of, _max: { round: true } });
  await tx.milestoneEvidence.createMany({
    data: input.evidence.map((one) => ({
      ...of,
      criterionId: one.criterionId,
      round: (last._max.round ?? 0) + 1,
      text: one.text,
      fileId: one.fileId ?? null,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    })),
  });
  return moveMilestone(tx, scope, opened.value, "submit", {
    submittedById: scope.actor.userId,
    submittedAt: scope.now,
  });
}

/** How it stands in a quarter that has begun; said once, since what was said then is what was known then. */
export async function reportStatus(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reportStatusSchema>,
): Promise<Result<Moved, "project-wrong-state" | "quarter-ahead" | "quarter-reported">> {
  const project = await holdProject(tx, scope, input.id);
  if (!actsAsLead(scope, project, "milestone.update")) return forbidden();
  if (!underWay.includes(project.state)) return refuse("project-wrong-state");
  const begins = `${input.year}-${String(input.quarter * 3 - 2).padStart(2, "0")}-01`;
  if (begins > scope.today) return refuse("quarter-ahead");
  const { id, ...report } = input;
  const of = { allianceId: scope.alliance.id, projectId: id };
  const { count } = await tx.projectReport.createMany({
    data: [{ ...of, ...report, createdById: scope.actor.userId, createdAt: scope.now }],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("quarter-reported");
  await note(tx, scope, id, { kind: "status_reported", text: input.text });
  await scope.audit({
    action: "project.report",
    subjectType: "project",
    subjectId: id,
    details: { year: input.year, quarter: input.quarter, light: input.light },
  });
  return accept(await movedNow(tx, scope, id));
}
