import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { actsForAll } from "../policy";
import { type LockedProject, lockProject } from "../queries/facts";
import type { PanelKind, PanelState } from "../types";
import { holdProject } from "./move";

export type HeldPanel = {
  project: LockedProject;
  id: string;
  kind: PanelKind;
  state: PanelState;
  version: number;
};

/** A panel with its project locked: nobody scores while it is closed by another. */
export async function holdPanel(tx: Tx, scope: TenantScope, panelId: string): Promise<HeldPanel> {
  const where = { allianceId: scope.alliance.id, id: panelId };
  const found =
    (await tx.projectPanel.findFirst({ where, select: { projectId: true } })) ?? notFound();
  const project = await holdProjectOfPanel(tx, scope, found.projectId, panelId);
  const panel =
    (await tx.projectPanel.findFirst({
      where,
      select: { id: true, kind: true, state: true, version: true },
    })) ?? notFound();
  return { project, ...panel };
}

/** Whoever sits in a panel knows of its project, also before it is registered. */
async function holdProjectOfPanel(tx: Tx, scope: TenantScope, projectId: string, panelId: string) {
  if (actsForAll(scope, "project.manage_review")) return holdProject(tx, scope, projectId);
  const seat = await tx.projectPanelSeat.count({
    where: { allianceId: scope.alliance.id, panelId, userId: scope.actor.userId ?? "" },
  });
  return seat > 0
    ? ((await lockProject(tx, scope.alliance.id, projectId)) ?? notFound())
    : notFound();
}
