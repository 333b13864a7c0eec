import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { actsAsLead, actsAsParty, actsFor, actsForAll } from "../policy";
import type { LockedProject } from "../queries/facts";
import { approverOf, weightOf } from "../rules/powers";
import { joinable, underWay } from "../rules/states";
import {
  type ChangeContent,
  changeContent,
  type decideChangeSchema,
  type joinSchema,
  type proposeChangeSchema,
  type withdrawChangeSchema,
} from "../schema/changes";
import type { Authority } from "../types";
import { applyChange } from "./apply-change";
import { compare } from "./compare";
import { weigh } from "./decisions";
import { mayDrop } from "./drop-milestones";
import { checkMembers } from "./guards";
import { holdProject, type Moved, movedNow, note } from "./move";
import { claimResolution } from "./resolution";

type Refusal = "project-wrong-state" | "nothing-changes" | "not-a-member" | "project-change-open";

/** Whoever comes in is a member today. */
const comesIn = (content: ChangeContent): string[] => {
  if (content.kind === "funder" || content.kind === "lead") return [content.organizationId];
  return content.kind === "partner" && content.step === "join" ? [content.organizationId] : [];
};

async function keepChange(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  given: { reason: string; content: ChangeContent; authority: Authority },
): Promise<Result<Moved, Refusal>> {
  const { content, reason, authority } = given;
  const members = await checkMembers(tx, scope, comesIn(content));
  if (!members.ok) return members;
  const lines = await compare(tx, scope, project, content);
  if (lines.length === 0) return refuse("nothing-changes");
  const of = { allianceId: scope.alliance.id, projectId: project.id };
  const open = await tx.projectChange.count({
    where: { ...of, kind: content.kind, state: "proposed" },
  });
  if (open > 0) return refuse("project-change-open");
  const last = await tx.projectChange.aggregate({ where: of, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  await tx.projectChange.create({
    data: {
      ...of,
      number,
      kind: content.kind,
      authority,
      reason,
      old: lines,
      new: content,
      proposedById: scope.actor.userId ?? forbidden(),
      proposedAt: scope.now,
    },
  });
  await note(tx, scope, project.id, { kind: "change_proposed", text: reason });
  await scope.audit({
    action: "project.propose_change",
    subjectType: "project",
    subjectId: project.id,
    details: { number, kind: content.kind, authority, lines },
  });
  return accept(await movedNow(tx, scope, project.id));
}

/** A party asks for another plan; who approves follows from the kind and from the table of powers. */
export async function proposeChange(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposeChangeSchema>,
): Promise<Result<Moved, Refusal>> {
  const project = await holdProject(tx, scope, input.id);
  const own = actsAsParty(scope, project, "project.change");
  if (!own && !actsForAll(scope, "project.change")) return forbidden();
  if (!underWay.includes(project.state)) return refuse("project-wrong-state");
  const { amount, powers } = await weigh(tx, scope, project.id);
  const { content } = input;
  // A budget that grows is weighed as it will be, else many small steps would pass by the council.
  const weight = content.kind === "budget" ? weightOf(content.budget, amount) : amount;
  const authority = approverOf(content.kind, weight, powers);
  return keepChange(tx, scope, project, { ...input, authority });
}

/**
 * The second registrant joins instead of registering again (behaviour 4.3, first edge case): the lead lets it in. It may
 * not see the project yet, so the lead's answer is all that it learns.
 */
export async function askToJoin(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof joinSchema>,
): Promise<Result<Moved, Refusal | "already-a-party">> {
  const { organizationId, role, duty } = input;
  if (!scope.reach.organizationIds.includes(organizationId)) return forbidden();
  const project = await holdProject(tx, scope, input.id);
  if (!joinable.includes(project.state)) return refuse("project-wrong-state");
  if (project.organizationIds.includes(organizationId)) return refuse("already-a-party");
  return keepChange(tx, scope, project, {
    reason: input.reason,
    authority: "lead",
    content: {
      kind: "partner",
      step: "join",
      organizationId,
      role,
      duty,
      consent: scope.actor.name ?? "",
    },
  });
}

async function holdChange(tx: Tx, scope: TenantScope, changeId: string) {
  const where = { allianceId: scope.alliance.id, id: changeId };
  const found =
    (await tx.projectChange.findFirst({ where, select: { projectId: true } })) ?? notFound();
  const project = await holdProject(tx, scope, found.projectId);
  const change = (await tx.projectChange.findFirst({ where })) ?? notFound();
  return { project, change };
}

type DecideRefusal =
  | "already-decided"
  | "milestone-stays"
  | "not-a-member"
  | "nothing-changes"
  | "project-wrong-state"
  | "second-person-needed"
  | "resolution-needed"
  | "resolution-does-not-fit";

/**
 * Approves or rejects. An approved change is carried out in the same transaction and makes a new version of the plan; the
 * first version stays as "planned originally".
 */
export async function decideChange(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideChangeSchema>,
): Promise<Result<Moved, DecideRefusal>> {
  const { project, change } = await holdChange(tx, scope, input.changeId);
  const may =
    change.authority === "lead"
      ? actsAsLead(scope, project, "project.decide_change")
      : actsForAll(scope, "project.decide_change");
  if (!may) return forbidden();
  if (change.state !== "proposed") return refuse("already-decided");
  if (change.version !== input.version) throw new AppError("stale");
  if (change.proposedById === scope.actor.userId) return refuse("second-person-needed");
  const approved = input.verdict === "approve";
  const claimed = await claimResolution(tx, scope, {
    projectId: project.id,
    resolutionId: input.resolutionId,
    authority: approved ? change.authority : "secretariat",
  });
  if (!claimed.ok) return claimed;
  const content = changeContent.parse(change.new);
  if (approved) {
    if (!fitsNow(project, change.authority)) return refuse("project-wrong-state");
    // Between the question and the answer a partner may have left, or another change may have done the same.
    const members = await checkMembers(tx, scope, comesIn(content));
    if (!members.ok) return members;
    if (content.kind === "scope" && !(await mayDrop(tx, scope, project.id, content.drop))) {
      return refuse("milestone-stays");
    }
    const again = "organizationId" in content ? await compare(tx, scope, project, content) : null;
    if (again?.length === 0) return refuse("nothing-changes");
  }
  const planNumber = approved
    ? await applyChange(tx, scope, project, { content, reason: change.reason })
    : null;
  const { count } = await tx.projectChange.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: change.id,
      version: change.version,
      state: "proposed",
    },
    data: {
      state: approved ? "approved" : "rejected",
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      decisionReason: input.reason ?? null,
      resolutionId: claimed.value?.id ?? null,
      planNumber,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await note(tx, scope, project.id, {
    kind: approved ? "change_approved" : "change_rejected",
    text: input.reason ?? change.reason,
  });
  await scope.audit({
    action: approved ? "project.approve_change" : "project.reject_change",
    subjectType: "project",
    subjectId: project.id,
    details: { number: change.number, kind: change.kind, reason: input.reason ?? null, planNumber },
  });
  return accept(await movedNow(tx, scope, project.id));
}

const fitsNow = (project: LockedProject, authority: Authority): boolean =>
  authority === "lead" ? joinable.includes(project.state) : underWay.includes(project.state);

/** Who asked takes it back before it is decided. */
export async function withdrawChange(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawChangeSchema>,
): Promise<Result<Moved, "already-decided">> {
  const { project, change } = await holdChange(tx, scope, input.changeId);
  const own = change.proposedById === scope.actor.userId;
  const lead = actsFor(scope, project.leadId);
  if (!own && !lead && !actsForAll(scope, "project.change")) return forbidden();
  if (change.state !== "proposed") return refuse("already-decided");
  const { count } = await tx.projectChange.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: change.id,
      version: input.version,
      state: "proposed",
    },
    data: {
      state: "withdrawn",
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  await note(tx, scope, project.id, { kind: "change_withdrawn", text: change.reason });
  await scope.audit({
    action: "project.withdraw_change",
    subjectType: "project",
    subjectId: project.id,
    details: { number: change.number },
  });
  return accept(await movedNow(tx, scope, project.id));
}
