import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { mayMove, sees } from "../policy";
import { type LockedProject, lockProject } from "../queries/facts";
import type { EventKind, ProjectMove, ProjectState } from "../types";

export type Moved = { id: string; state: ProjectState; code: string | null; version: number };

/** The project, locked; what the caller may not know of is not there. */
export async function holdProject(tx: Tx, scope: TenantScope, id: string): Promise<LockedProject> {
  const project = (await lockProject(tx, scope.alliance.id, id)) ?? notFound();
  return sees(scope, project) ? project : notFound();
}

/**
 * Opens a project for one move: locked, visible to the caller, the caller's to move, in the right state, and in the
 * version that the caller has read.
 */
export async function openFor(
  tx: Tx,
  scope: TenantScope,
  move: ProjectMove,
  given: { id: string; version?: number; organizationId?: string },
  /** A decision is taken in more states than the move of its name. */
  states: "of the move" | "any state" = "of the move",
): Promise<Result<LockedProject, "project-wrong-state">> {
  const project = await holdProject(tx, scope, given.id);
  const { reason } = mayMove(scope, project, move, given.organizationId);
  if (reason === "person") return forbidden();
  if (reason === "state" && states === "of the move") return refuse("project-wrong-state");
  if (given.version !== undefined && given.version !== project.version) throw new AppError("stale");
  return accept(project);
}

/** One line of the history that the people of the project read. */
export async function note(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
  event: { kind: EventKind; organizationId?: string; text?: string | undefined },
): Promise<void> {
  await tx.projectEvent.create({
    data: {
      allianceId: scope.alliance.id,
      projectId,
      kind: event.kind,
      organizationId: event.organizationId ?? null,
      text: event.text ?? null,
      actorId: scope.actor.userId,
      createdAt: scope.now,
    },
  });
}

type Change = {
  move: ProjectMove;
  to: ProjectState;
  data?: Prisma.ProjectUncheckedUpdateManyInput;
  reason?: string | undefined;
  details?: Prisma.InputJsonObject;
};

/** Writes the new state over exactly the state and version that was read, and the entry of the chain. */
export async function moveTo(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  change: Change,
): Promise<Result<Moved, never>> {
  const stays = change.to === project.state;
  const { count } = await tx.project.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: project.id,
      state: project.state,
      version: project.version,
    },
    data: {
      ...change.data,
      state: change.to,
      version: { increment: 1 },
      ...(!stays && { stateSince: scope.now, stateReason: change.reason ?? null }),
    },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `project.${change.move}`,
    subjectType: "project",
    subjectId: project.id,
    details: { from: project.state, to: change.to, ...change.details },
  });
  return accept(await movedNow(tx, scope, project.id));
}

export async function movedNow(tx: Tx, scope: TenantScope, id: string): Promise<Moved> {
  const rows = await tx.$queryRaw<Moved[]>`
    SELECT id, state::text AS state, project_code(code_year, code_number) AS code, version
    FROM projects WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid`;
  return rows[0] ?? notFound();
}
