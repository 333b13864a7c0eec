import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { actsAsLead, actsForAll } from "../policy";
import type { LockedProject } from "../queries/facts";
import { standsAtLeast } from "../rules/powers";
import {
  canMoveMilestone,
  type MilestoneMove,
  milestoneEdges,
  milestonesMove,
  planning,
  underWay,
} from "../rules/states";
import type {
  acceptMilestoneSchema,
  moveMilestoneSchema,
  planMilestonesSchema,
  reasonedMilestoneSchema,
  reopenMilestoneSchema,
} from "../schema/milestones";
import type { Authority, EventKind, MilestoneState } from "../types";
import { holdProject, type Moved, movedNow, note } from "./move";
import { addMilestones, keepPlan } from "./plan";
import { claimResolution } from "./resolution";

type Refusal = "project-wrong-state" | "milestone-wrong-state";
export type HeldMilestone = {
  project: LockedProject;
  id: string;
  title: string;
  state: MilestoneState;
  version: number;
  submittedById: string | null;
  authority: Authority | null;
};

/** The milestone with its project locked, so that what is decided about one waits for what is decided about the other. */
async function holdMilestone(tx: Tx, scope: TenantScope, id: string): Promise<HeldMilestone> {
  const where = { allianceId: scope.alliance.id, id };
  const found =
    (await tx.projectMilestone.findFirst({ where, select: { projectId: true } })) ?? notFound();
  const project = await holdProject(tx, scope, found.projectId);
  const now =
    (await tx.projectMilestone.findFirst({
      where,
      select: {
        id: true,
        title: true,
        state: true,
        version: true,
        submittedById: true,
        authority: true,
      },
    })) ?? notFound();
  return { project, ...now };
}

/** Opens a milestone for one move: the caller's to move, in a project under way, in the right state and version. */
export async function openMilestone(
  tx: Tx,
  scope: TenantScope,
  move: MilestoneMove,
  given: { milestoneId: string; version: number },
): Promise<Result<HeldMilestone, Refusal>> {
  const held = await holdMilestone(tx, scope, given.milestoneId);
  const works = move === "begin" || move === "submit";
  const may = works
    ? actsAsLead(scope, held.project, "milestone.update")
    : actsForAll(scope, "milestone.decide");
  if (!may) return forbidden();
  if (!milestonesMove(move, held.project.state)) return refuse("project-wrong-state");
  if (!canMoveMilestone(move, held.state)) return refuse("milestone-wrong-state");
  if (given.version !== held.version) throw new AppError("stale");
  return accept(held);
}

const eventOf: Partial<Record<MilestoneMove, EventKind>> = {
  submit: "milestone_submitted",
  accept: "milestone_accepted",
  return: "milestone_returned",
  waive: "milestone_waived",
  reopen: "milestone_reopened",
};

export async function moveMilestone(
  tx: Tx,
  scope: TenantScope,
  held: HeldMilestone,
  move: MilestoneMove,
  change: Prisma.ProjectMilestoneUncheckedUpdateManyInput & { reason?: string } = {},
): Promise<Result<Moved, never>> {
  const { reason, ...data } = change;
  const to = milestoneEdges[move].to;
  const { count } = await tx.projectMilestone.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: held.id,
      state: held.state,
      version: held.version,
    },
    data: { ...data, state: to, stateReason: reason ?? null, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  const kind = eventOf[move];
  const text = reason ? `${held.title}：${reason}` : held.title;
  if (kind) await note(tx, scope, held.project.id, { kind, text });
  await scope.audit({
    action: `milestone.${move}`,
    subjectType: "project",
    subjectId: held.project.id,
    details: { milestoneId: held.id, from: held.state, to, reason: reason ?? null },
  });
  return accept(await movedNow(tx, scope, held.project.id));
}

/** The first milestone that nobody has begun begins, once the one before it is done. */
export async function beginNext(tx: Tx, scope: TenantScope, projectId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE project_milestones SET state = 'running', version = version + 1
    WHERE id = (SELECT m.id FROM project_milestones m WHERE m.project_id = ${projectId}::uuid AND m.state = 'planned'
        AND NOT EXISTS (SELECT 1 FROM project_milestones o WHERE o.project_id = m.project_id
          AND o.state IN ('running', 'submitted', 'returned'))
      ORDER BY m.sort_order LIMIT 1)
      AND alliance_id = ${scope.alliance.id}::uuid`;
}

type Move = z.output<typeof moveMilestoneSchema>;
type Reasoned = z.output<typeof reasonedMilestoneSchema>;

export async function beginMilestone(tx: Tx, scope: TenantScope, input: Move) {
  const opened = await openMilestone(tx, scope, "begin", input);
  return opened.ok ? moveMilestone(tx, scope, opened.value, "begin") : opened;
}

/** Accepted by another person than the one who handed it in (I-15), or by the resolution of a body. */
export async function acceptMilestone(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof acceptMilestoneSchema>,
) {
  const opened = await openMilestone(tx, scope, "accept", input);
  if (!opened.ok) return opened;
  const held = opened.value;
  if (held.submittedById === scope.actor.userId) return refuse("second-person-needed");
  const claimed = await claimResolution(tx, scope, {
    projectId: held.project.id,
    resolutionId: input.resolutionId,
    authority: "secretariat",
  });
  if (!claimed.ok) return claimed;
  const moved = await moveMilestone(tx, scope, held, "accept", {
    decidedById: scope.actor.userId,
    decidedAt: scope.now,
    acceptedAt: scope.now,
    authority: claimed.value?.authority ?? "secretariat",
    resolutionId: claimed.value?.id ?? null,
  });
  await beginNext(tx, scope, held.project.id);
  return moved;
}

export async function returnMilestone(tx: Tx, scope: TenantScope, input: Reasoned) {
  const opened = await openMilestone(tx, scope, "return", input);
  if (!opened.ok) return opened;
  const decided = { decidedById: scope.actor.userId, decidedAt: scope.now, reason: input.reason };
  return moveMilestone(tx, scope, opened.value, "return", decided);
}

export async function waiveMilestone(tx: Tx, scope: TenantScope, input: Reasoned) {
  const opened = await openMilestone(tx, scope, "waive", input);
  if (!opened.ok) return opened;
  const decided = { decidedById: scope.actor.userId, decidedAt: scope.now, reason: input.reason };
  const moved = await moveMilestone(tx, scope, opened.value, "waive", decided);
  await beginNext(tx, scope, opened.value.project.id);
  return moved;
}

/**
 * An acceptance found wrong is taken back by those who gave it, or by those above them. The instalment that was paid for
 * it is claimed back by the money's people, who read this state.
 */
export async function reopenMilestone(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reopenMilestoneSchema>,
) {
  const opened = await openMilestone(tx, scope, "reopen", input);
  if (!opened.ok) return opened;
  const held = opened.value;
  const authority = held.authority ?? "secretariat";
  const claimed = await claimResolution(tx, scope, {
    projectId: held.project.id,
    resolutionId: standsAtLeast("secretariat", authority) ? undefined : input.resolutionId,
    authority,
  });
  if (!claimed.ok) return claimed;
  return moveMilestone(tx, scope, held, "reopen", {
    decidedById: scope.actor.userId,
    decidedAt: scope.now,
    acceptedAt: null,
    authority: null,
    resolutionId: claimed.value?.id ?? null,
    reopenedAt: scope.now,
    reason: input.reason,
  });
}

/** The plan is written before the decision; a project that has none yet may write its first afterwards. */
export async function planMilestones(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof planMilestonesSchema>,
): Promise<Result<Moved, "project-wrong-state" | "milestone-outside">> {
  const project = await holdProject(tx, scope, input.id);
  if (!actsAsLead(scope, project, "milestone.update")) return forbidden();
  if (input.version !== project.version) throw new AppError("stale");
  const of = { allianceId: scope.alliance.id, projectId: project.id };
  const there = await tx.projectMilestone.count({ where: of });
  const late = underWay.includes(project.state) && there === 0;
  if (!late && !planning.includes(project.state)) return refuse("project-wrong-state");
  if (input.milestones.some(({ dueOn }) => dueOn < project.startsOn || dueOn > project.endsOn)) {
    return refuse("milestone-outside", { from: project.startsOn, to: project.endsOn });
  }
  await tx.milestoneCriterion.deleteMany({
    where: { allianceId: scope.alliance.id, milestone: of },
  });
  await tx.projectMilestone.deleteMany({ where: of });
  await addMilestones(tx, scope, project.id, input.milestones);
  if (late) await keepPlan(tx, scope, project.id);
  if (late && project.state === "running") await beginNext(tx, scope, project.id);
  const { count } = await tx.project.updateMany({
    where: { allianceId: scope.alliance.id, id: project.id, version: project.version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "milestone.plan",
    subjectType: "project",
    subjectId: project.id,
    details: { milestones: input.milestones.length },
  });
  return accept(await movedNow(tx, scope, project.id));
}
