import type { z } from "zod";
import { rulesInForce } from "@/lib/features/bodies/queries/rules-in-force";
import type { CountingRule } from "@/lib/features/bodies/rules/decide";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { actsAsLead } from "../policy";
import { allIn, conclusionOf, isFull, needsDiscussion, type SeatFacts } from "../rules/panels";
import type { closePanelSchema, doneReworkSchema } from "../schema/panels";
import type { PanelConclusion } from "../types";
import { putQuestion, weigh } from "./decisions";
import { type HeldPanel, holdPanel } from "./held-panel";
import { holdProject, type Moved, movedNow, moveTo, note } from "./move";

type Input = z.output<typeof closePanelSchema>;
type Refusal = "panel-closed" | "panel-not-full" | "scores-missing" | "rework-needed";

async function seatsOf(tx: Tx, panelId: string): Promise<SeatFacts[]> {
  return tx.$queryRaw<SeatFacts[]>`
    SELECT s.declaration::text AS declaration, s.submitted_at IS NOT NULL AS submitted, s.vote::text AS vote,
      (SELECT sum(c.points)::int FROM project_panel_scores c WHERE c.seat_id = s.id) AS total
    FROM project_panel_seats s WHERE s.panel_id = ${panelId}::uuid`;
}

/** The rule of the alliance's committee of experts, where it has adopted one; else the usual one of panels. */
async function ruleOf(tx: Tx, scope: TenantScope): Promise<CountingRule | undefined> {
  const body = await tx.governanceBody.findFirst({
    where: { allianceId: scope.alliance.id, kind: "expert_committee" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (!body) return undefined;
  const rules = await rulesInForce(tx, scope.alliance.id, body.id, scope.today);
  return rules.find((rule) => rule.matter === "ordinary");
}

/** Scores far apart are talked about first: everybody writes the sheet once more. */
async function toDiscussion(tx: Tx, scope: TenantScope, panel: HeldPanel) {
  await tx.projectPanel.updateMany({
    where: { allianceId: scope.alliance.id, id: panel.id, version: panel.version },
    data: { state: "discussion", version: { increment: 1 } },
  });
  await tx.projectPanelSeat.updateMany({
    where: { allianceId: scope.alliance.id, panelId: panel.id, declaration: "none" },
    data: { submittedAt: null },
  });
  await note(tx, scope, panel.project.id, { kind: "review_discussed" });
  await scope.audit({
    action: "project.discuss_scores",
    subjectType: "project",
    subjectId: panel.project.id,
    details: { panelId: panel.id },
  });
  return accept(await movedNow(tx, scope, panel.project.id));
}

async function keepRework(tx: Tx, scope: TenantScope, panelId: string, input: Input) {
  await tx.projectReworkItem.createMany({
    data: (input.rework ?? []).map((one, index) => ({
      allianceId: scope.alliance.id,
      panelId,
      sortOrder: index + 1,
      text: one.text,
      dueOn: dateOf(one.dueOn),
    })),
  });
}

/** Closes a panel: the conclusion follows from its sheets and votes, nobody chooses it. */
export async function closePanel(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Moved, Refusal>> {
  const panel = await holdPanel(tx, scope, input.panelId);
  if (panel.state === "closed") return refuse("panel-closed");
  if (panel.version !== input.version) throw new AppError("stale");
  const seats = await seatsOf(tx, panel.id);
  if (!isFull(seats)) return refuse("panel-not-full");
  if (!allIn(seats)) return refuse("scores-missing");
  const totals = seats.flatMap((seat) => (seat.total === null ? [] : [seat.total]));
  if (panel.state === "open" && needsDiscussion(totals)) return toDiscussion(tx, scope, panel);
  const conclusion = conclusionOf(panel.kind, seats, await ruleOf(tx, scope));
  if (conclusion === "rework" && !input.rework?.length) return refuse("rework-needed");
  const { count } = await tx.projectPanel.updateMany({
    where: { allianceId: scope.alliance.id, id: panel.id, version: panel.version },
    data: {
      state: "closed",
      conclusion,
      summary: input.summary,
      closedById: scope.actor.userId,
      closedAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  if (conclusion === "rework") await keepRework(tx, scope, panel.id, input);
  return follow(tx, scope, panel, { conclusion, summary: input.summary });
}

type Closed = { conclusion: PanelConclusion; summary: string };

/** What the conclusion does to the project. */
async function follow(
  tx: Tx,
  scope: TenantScope,
  panel: HeldPanel,
  { conclusion, summary }: Closed,
): Promise<Result<Moved, never>> {
  const { project } = panel;
  const details = { panelId: panel.id, conclusion };
  if (panel.kind === "midterm") {
    await note(tx, scope, project.id, { kind: "midterm", text: summary.slice(0, 1000) });
    await scope.audit({
      action: "project.close_midterm",
      subjectType: "project",
      subjectId: project.id,
      details,
    });
    return accept(await movedNow(tx, scope, project.id));
  }
  if (panel.kind === "review") {
    const { amount, authority } = await weigh(tx, scope, project.id);
    const reason = summary.slice(0, 1000);
    await putQuestion(tx, scope, project.id, { subject: "register", reason, amount, authority });
    await note(tx, scope, project.id, { kind: "review_closed", text: reason });
    return moveTo(tx, scope, project, { move: "close_review", to: "decision", details });
  }
  const to = conclusion === "accepted" || conclusion === "rework" ? conclusion : "failed";
  await note(tx, scope, project.id, { kind: to, text: summary.slice(0, 1000) });
  return moveTo(tx, scope, project, {
    move: "close_acceptance",
    to,
    reason: summary.slice(0, 500),
    details,
  });
}

/** The lead says that one line of the list is put right. */
export async function doneRework(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof doneReworkSchema>,
): Promise<Result<Moved, "project-wrong-state" | "already-done">> {
  const item =
    (await tx.projectReworkItem.findFirst({
      where: { allianceId: scope.alliance.id, id: input.itemId },
      select: { id: true, panel: { select: { projectId: true } } },
    })) ?? notFound();
  const project = await holdProject(tx, scope, item.panel.projectId);
  if (!actsAsLead(scope, project, "milestone.update")) return forbidden();
  if (project.state !== "rework") return refuse("project-wrong-state");
  const { count } = await tx.projectReworkItem.updateMany({
    where: { allianceId: scope.alliance.id, id: item.id, doneAt: null },
    data: { doneAt: scope.now, doneById: scope.actor.userId, doneNote: input.doneNote },
  });
  if (count === 0) return refuse("already-done");
  await scope.audit({
    action: "project.rework_done",
    subjectType: "project",
    subjectId: project.id,
    details: { itemId: item.id },
  });
  return accept(await movedNow(tx, scope, project.id));
}
