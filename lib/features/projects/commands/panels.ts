import type { z } from "zod";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { actsForAll } from "../policy";
import { expertsFor } from "../queries/experts";
import { type LockedProject, lockProject } from "../queries/facts";
import { judging, sheetFits } from "../rules/panels";
import { moves } from "../rules/states";
import type {
  addExpertSchema,
  convenePanelSchema,
  declareSchema,
  submitScoresSchema,
} from "../schema/panels";
import type { PanelKind, PanelState } from "../types";
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

async function ownSeat(tx: Tx, scope: TenantScope, panelId: string) {
  return (
    (await tx.projectPanelSeat.findFirst({
      where: { allianceId: scope.alliance.id, panelId, userId: scope.actor.userId ?? "" },
      select: { id: true, declaration: true, submittedAt: true },
    })) ?? notFound()
  );
}

/** Before any document opens: no conflict, or which one. A conflict can still be found later; it ends the seat's work. */
export async function declareConflict(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof declareSchema>,
): Promise<Result<Moved, "panel-closed" | "already-declared">> {
  const panel = await holdPanel(tx, scope, input.panelId);
  const seat = await ownSeat(tx, scope, panel.id);
  if (panel.state === "closed") return refuse("panel-closed");
  if (seat.declaration === "conflict" || seat.declaration === input.answer) {
    return refuse("already-declared");
  }
  await tx.projectPanelScore.deleteMany({
    where: { allianceId: scope.alliance.id, seatId: seat.id },
  });
  await tx.projectPanelSeat.updateMany({
    where: { allianceId: scope.alliance.id, id: seat.id, declaration: seat.declaration },
    data: {
      declaration: input.answer,
      declaredAt: scope.now,
      note: input.note ?? null,
      submittedAt: null,
      vote: null,
      comment: null,
    },
  });
  await scope.audit({
    action: "project.declare_conflict",
    subjectType: "project",
    subjectId: panel.project.id,
    details: { panelId: panel.id, answer: input.answer },
  });
  return accept(await movedNow(tx, scope, panel.project.id));
}

type ScoreRefusal =
  | "panel-closed"
  | "declare-first"
  | "scores-are-in"
  | "sheet-incomplete"
  | "vote-needed";

/** The sheet of one expert, written blind; it can be corrected until all are in, and once more after a discussion. */
export async function submitScores(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitScoresSchema>,
): Promise<Result<Moved, ScoreRefusal>> {
  const panel = await holdPanel(tx, scope, input.panelId);
  const seat = await ownSeat(tx, scope, panel.id);
  if (panel.state === "closed") return refuse("panel-closed");
  if (seat.declaration !== "none") return refuse("declare-first");
  if (!sheetFits(panel.kind, input.scores)) return refuse("sheet-incomplete");
  if (panel.kind === "acceptance" && !input.vote) return refuse("vote-needed");
  const of = { allianceId: scope.alliance.id };
  const seats = await tx.projectPanelSeat.findMany({
    where: { ...of, panelId: panel.id },
    select: { declaration: true, submittedAt: true },
  });
  const open = judging(seats).some((one) => one.submittedAt === null);
  if (seat.submittedAt && !open) return refuse("scores-are-in");
  await tx.projectPanelScore.deleteMany({ where: { ...of, seatId: seat.id } });
  await tx.projectPanelScore.createMany({
    data: Object.entries(input.scores).map(([criterion, points]) => ({
      ...of,
      seatId: seat.id,
      criterion,
      points,
    })),
  });
  await tx.projectPanelSeat.updateMany({
    where: { ...of, id: seat.id, declaration: "none" },
    data: {
      submittedAt: scope.now,
      comment: input.comment,
      vote: panel.kind === "acceptance" ? (input.vote ?? null) : null,
    },
  });
  // The chain does not say what was given: others read it only when all are in.
  await scope.audit({
    action: "project.score",
    subjectType: "project",
    subjectId: panel.project.id,
    details: { panelId: panel.id },
  });
  return accept(await movedNow(tx, scope, panel.project.id));
}
