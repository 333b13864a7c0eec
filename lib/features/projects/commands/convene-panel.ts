import type { z } from "zod";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { actsForAll } from "../policy";
import { expertsFor } from "../queries/experts";
import type { LockedProject } from "../queries/facts";
import { moves } from "../rules/states";
import type { addExpertSchema, convenePanelSchema } from "../schema/panels";
import { holdPanel } from "./held-panel";
import { holdProject, type Moved, movedNow, moveTo, note, openFor } from "./move";

type Convene = z.output<typeof convenePanelSchema>;
type ExpertRefusal = "not-an-expert" | "expert-of-a-party";

/** Experts of the alliance, each once, and none who is near a party. */
async function checkExperts(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
  wanted: readonly string[],
): Promise<Result<null, ExpertRefusal>> {
  const experts = await expertsFor(tx, scope, projectId);
  const chosen = wanted.map((id) => experts.find((one) => one.userId === id));
  if (chosen.some((one) => one === undefined)) return refuse("not-an-expert");
  const near = chosen.flatMap((one) => (one?.conflict ? [one.name] : []));
  return near.length > 0 ? refuse("expert-of-a-party", { names: near.join("、") }) : accept(null);
}

async function seatExperts(tx: Tx, scope: TenantScope, project: LockedProject, input: Convene) {
  const of = { allianceId: scope.alliance.id, projectId: project.id, kind: input.kind };
  const last = await tx.projectPanel.aggregate({ where: of, _max: { round: true } });
  const id = newId(scope.now);
  await tx.projectPanel.create({
    data: {
      ...of,
      id,
      round: (last._max.round ?? 0) + 1,
      openedById: scope.actor.userId,
      openedAt: scope.now,
    },
  });
  await tx.projectPanelSeat.createMany({
    data: input.experts.map((userId) => ({ allianceId: scope.alliance.id, panelId: id, userId })),
  });
  return id;
}

const moveOf = { review: "open_review", acceptance: "open_acceptance" } as const;

/** Half time is looked at while the project runs: it stays in its state. */
async function openMidterm(tx: Tx, scope: TenantScope, input: Convene) {
  const project = await holdProject(tx, scope, input.id);
  if (!actsForAll(scope, "project.manage_review")) return forbidden();
  if (project.state !== "running") return refuse("project-wrong-state");
  if (input.version !== project.version) throw new AppError("stale");
  return accept(project);
}

/** Convenes a panel: an odd number of experts, at least three, none of them near a party. */
export async function convenePanel(
  tx: Tx,
  scope: TenantScope,
  input: Convene,
): Promise<
  Result<Moved, ExpertRefusal | "project-wrong-state" | "odd-number-needed" | "panel-open">
> {
  const { kind } = input;
  const opened =
    kind === "midterm"
      ? await openMidterm(tx, scope, input)
      : await openFor(tx, scope, moveOf[kind], input);
  if (!opened.ok) return opened;
  const project = opened.value;
  const experts = new Set(input.experts);
  if (experts.size !== input.experts.length || experts.size % 2 === 0) {
    return refuse("odd-number-needed");
  }
  const fit = await checkExperts(tx, scope, project.id, input.experts);
  if (!fit.ok) return fit;
  const of = { allianceId: scope.alliance.id, projectId: project.id };
  const open = await tx.projectPanel.count({ where: { ...of, state: { not: "closed" } } });
  if (open > 0) return refuse("panel-open");
  const panelId = await seatExperts(tx, scope, project, input);
  const details = { panelId, kind, experts: input.experts };
  if (kind === "midterm") {
    await note(tx, scope, project.id, { kind: "midterm" });
    await scope.audit({
      action: "project.open_midterm",
      subjectType: "project",
      subjectId: project.id,
      details,
    });
    return accept(await movedNow(tx, scope, project.id));
  }
  const event = kind === "review" ? ("review_opened" as const) : ("acceptance_opened" as const);
  await note(tx, scope, project.id, { kind: event });
  return moveTo(tx, scope, project, { move: moveOf[kind], to: moves[moveOf[kind]].to, details });
}

/** Another expert, where one has stepped back or the number is even. */
export async function addExpert(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addExpertSchema>,
): Promise<Result<Moved, ExpertRefusal | "panel-closed" | "already-on-panel">> {
  const panel = await holdPanel(tx, scope, input.panelId);
  if (panel.state === "closed") return refuse("panel-closed");
  const fit = await checkExperts(tx, scope, panel.project.id, [input.userId]);
  if (!fit.ok) return fit;
  const { count } = await tx.projectPanelSeat.createMany({
    data: [{ allianceId: scope.alliance.id, panelId: panel.id, userId: input.userId }],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("already-on-panel");
  await scope.audit({
    action: "project.add_expert",
    subjectType: "project",
    subjectId: panel.project.id,
    details: { panelId: panel.id, userId: input.userId },
  });
  return accept(await movedNow(tx, scope, panel.project.id));
}
