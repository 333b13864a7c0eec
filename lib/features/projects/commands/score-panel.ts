import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { judging, sheetFits } from "../rules/panels";
import type { declareSchema, submitScoresSchema } from "../schema/panels";
import { holdPanel } from "./held-panel";
import { type Moved, movedNow } from "./move";

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
