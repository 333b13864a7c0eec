import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import { actsAsLead } from "../policy";
import { milestoneStates } from "../queries/milestone-state";
import { isDone, moves } from "../rules/states";
import type {
  followSchema,
  followUpSchema,
  requestAcceptanceSchema,
  settleSchema,
} from "../schema/life";
import type { moveSchema, reasonedMoveSchema } from "../schema/projects";
import { checkFile } from "./guards";
import { holdProject, type Moved, movedNow, moveTo, note, openFor } from "./move";

type Move = z.output<typeof moveSchema>;
type Reasoned = z.output<typeof reasonedMoveSchema>;

export async function suspendProject(tx: Tx, scope: TenantScope, input: Reasoned) {
  const opened = await openFor(tx, scope, "suspend", input);
  if (!opened.ok) return opened;
  await note(tx, scope, input.id, { kind: "suspended", text: input.reason });
  return moveTo(tx, scope, opened.value, {
    move: "suspend",
    to: moves.suspend.to,
    reason: input.reason,
    details: { reason: input.reason },
  });
}

export async function resumeProject(tx: Tx, scope: TenantScope, input: Move) {
  const opened = await openFor(tx, scope, "resume", input);
  if (!opened.ok) return opened;
  await note(tx, scope, input.id, { kind: "resumed" });
  return moveTo(tx, scope, opened.value, { move: "resume", to: moves.resume.to });
}

/** All milestones accepted or waived, and after a rework its whole list done: then the panel is asked. */
export async function requestAcceptance(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof requestAcceptanceSchema>,
): Promise<Result<Moved, "project-wrong-state" | "milestones-open" | "rework-open">> {
  const opened = await openFor(tx, scope, "request_acceptance", input);
  if (!opened.ok) return opened;
  const project = opened.value;
  const milestones = await milestoneStates(tx, scope.alliance.id, project.id);
  const open = milestones.filter((one) => !isDone(one.state));
  if (open.length > 0) {
    return refuse("milestones-open", { names: open.map((one) => one.title).join("、") });
  }
  const rework = await tx.projectReworkItem.count({
    where: { doneAt: null, panel: { allianceId: scope.alliance.id, projectId: project.id } },
  });
  if (rework > 0) return refuse("rework-open", { count: String(rework) });
  await checkFile(tx, scope, input.fileId);
  await note(tx, scope, project.id, { kind: "acceptance_requested", text: input.statement });
  return moveTo(tx, scope, project, {
    move: "request_acceptance",
    to: moves.request_acceptance.to,
    ...(input.fileId && { data: { fileId: input.fileId } }),
    details: { fileId: input.fileId ?? null },
  });
}

/** What became of the money and of what was bought, after acceptance, failure or an early end. */
export async function settleProject(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof settleSchema>,
) {
  const opened = await openFor(tx, scope, "settle", input);
  if (!opened.ok) return opened;
  await note(tx, scope, input.id, { kind: "settled", text: input.settlement.slice(0, 1000) });
  return moveTo(tx, scope, opened.value, {
    move: "settle",
    to: moves.settle.to,
    data: {
      settlement: input.settlement,
      settledById: scope.actor.userId,
      settledAt: scope.now,
    },
  });
}

/** Closed by another person than the one who wrote the settlement (I-15). */
export async function closeProject(
  tx: Tx,
  scope: TenantScope,
  input: Move,
): Promise<Result<Moved, "project-wrong-state" | "second-person-needed">> {
  const opened = await openFor(tx, scope, "close", input);
  if (!opened.ok) return opened;
  if (opened.value.settledById === scope.actor.userId) return refuse("second-person-needed");
  await note(tx, scope, input.id, { kind: "closed" });
  return moveTo(tx, scope, opened.value, {
    move: "close",
    to: moves.close.to,
    data: { closedById: scope.actor.userId, closedAt: scope.now },
  });
}

/** After the close it goes on reporting what came of it, for so many years. */
export async function followProject(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof followSchema>,
) {
  const opened = await openFor(tx, scope, "follow", input);
  if (!opened.ok) return opened;
  const until = Number(scope.today.slice(0, 4)) + input.years;
  await note(tx, scope, input.id, { kind: "follow_up", text: String(until) });
  return moveTo(tx, scope, opened.value, {
    move: "follow",
    to: moves.follow.to,
    data: { followUpUntil: until },
    details: { until },
  });
}

export async function reportFollowUp(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof followUpSchema>,
): Promise<Result<Moved, "project-wrong-state" | "year-ahead" | "year-reported">> {
  const project = await holdProject(tx, scope, input.id);
  if (!actsAsLead(scope, project, "project.update")) return forbidden();
  if (project.state !== "follow_up") return refuse("project-wrong-state");
  const isAhead = input.year > Number(scope.today.slice(0, 4));
  if (isAhead || (project.followUpUntil !== null && input.year > project.followUpUntil)) {
    return refuse("year-ahead");
  }
  await checkFile(tx, scope, input.fileId);
  const { count } = await tx.projectFollowUp.createMany({
    data: [
      {
        allianceId: scope.alliance.id,
        projectId: project.id,
        year: input.year,
        text: input.text,
        fileId: input.fileId ?? null,
        createdById: scope.actor.userId,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("year-reported");
  await note(tx, scope, project.id, { kind: "follow_up", text: input.text.slice(0, 1000) });
  await scope.audit({
    action: "project.follow_up",
    subjectType: "project",
    subjectId: project.id,
    details: { year: input.year },
  });
  return accept(await movedNow(tx, scope, project.id));
}

/** Put away: at once where nothing was to follow, else when its years are over. */
export async function archiveProject(
  tx: Tx,
  scope: TenantScope,
  input: Move,
): Promise<Result<Moved, "project-wrong-state" | "follow-up-goes-on">> {
  const opened = await openFor(tx, scope, "archive", input);
  if (!opened.ok) return opened;
  const { followUpUntil, state } = opened.value;
  if (state === "follow_up" && followUpUntil && followUpUntil >= Number(scope.today.slice(0, 4))) {
    return refuse("follow-up-goes-on", { year: String(followUpUntil) });
  }
  await note(tx, scope, input.id, { kind: "archived" });
  return moveTo(tx, scope, opened.value, { move: "archive", to: moves.archive.to });
}
