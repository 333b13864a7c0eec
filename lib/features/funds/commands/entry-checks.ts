import { addDays } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { mayEnter } from "../policy";
import { yearLock } from "../queries/years";
import { lineRoom, outlier, withinProject, yearOpens } from "../rules/guards";
import type { EntryFlow, ResourceKind } from "../types";
import type { ProjectRow } from "./project";

export type Draft = {
  flow: EntryFlow;
  kind: ResourceKind;
  amount: string;
  happenedOn: string;
  lineId?: string | undefined;
  fileId?: string | undefined;
  payeeOrganizationId?: string | undefined;
  overReason?: string | undefined;
  amountIsRight: boolean;
};

/** Is the day one on which something can have happened for this project, in a year that is open? */
export async function checkDay(tx: Tx, scope: TenantScope, project: ProjectRow, day: string) {
  if (day > scope.today) return refuse("entry-in-future", { field: "happenedOn" });
  if (!withinProject(day, project)) {
    return refuse("outside-project", {
      field: "happenedOn",
      from: project.startsOn,
      to: addDays(project.endsOn, 180),
    });
  }
  const year = Number(day.slice(0, 4));
  const lock = await yearLock(tx, scope.alliance.id, year);
  if (!yearOpens(lock, scope.today) || (lock && !mayEnter(scope))) {
    return refuse("year-closed", { field: "happenedOn", year });
  }
  return accept(null);
}

/** What an entry names must be there: its file in this alliance, its payee in the register. */
export async function checkNamed(tx: Tx, scope: TenantScope, draft: Draft): Promise<void> {
  const { fileId, payeeOrganizationId } = draft;
  if (fileId) {
    const where = { allianceId: scope.alliance.id, id: fileId };
    if ((await tx.storedFile.count({ where })) === 0) notFound();
  }
  if (payeeOrganizationId) {
    const where = { id: payeeOrganizationId };
    if ((await tx.organization.count({ where })) === 0) notFound();
  }
}

type Line = { planned: string; ceiling: string; spent: string; cash: boolean };

/** The line of spending: one where there is a budget, of this project and kind, with room or with a reason. */
export async function checkLine(tx: Tx, scope: TenantScope, projectId: string, draft: Draft) {
  if (!draft.lineId) {
    if (draft.flow !== "spending") return accept(null);
    const lines = await tx.budgetLine.count({
      where: { allianceId: scope.alliance.id, projectId, planned: { gt: 0 } },
    });
    return lines > 0 ? refuse("line-required", { field: "lineId" }) : accept(null);
  }
  const [line] = await tx.$queryRaw<Line[]>`
    SELECT planned::text AS planned, ceiling::text AS ceiling, spent::text AS spent, cash FROM budget_lines
    WHERE alliance_id = ${scope.alliance.id}::uuid AND project_id = ${projectId}::uuid AND id = ${draft.lineId}::uuid`;
  if (!line) return notFound();
  if (line.cash !== (draft.kind === "cash")) return refuse("line-other-kind", { field: "lineId" });
  if (draft.flow !== "spending") return accept(fenOf(line.planned));
  const fen = {
    planned: fenOf(line.planned),
    ceiling: fenOf(line.ceiling),
    spent: fenOf(line.spent),
  };
  const amount = fenOf(draft.amount);
  const room = lineRoom(fen, amount);
  const told = { left: yuanText(fen.planned - fen.spent), planned: yuanText(fen.planned) };
  if (room === "revise") return refuse("line-passed", { field: "lineId", ...told });
  if (room === "reason" && !draft.overReason)
    return refuse("line-over", { field: "overReason", ...told });
  return accept(fen.planned);
}

/** 元 taken for 万元, and the other way round: asked once, with the factor in words. */
export function checkSize(draft: Draft, usual: bigint) {
  const odd = draft.amountIsRight ? undefined : outlier(fenOf(draft.amount), usual);
  if (!odd) return accept(null);
  return refuse(odd.way === "large" ? "amount-too-large" : "amount-too-small", {
    field: "amount",
    factor: odd.factor,
    usual: yuanText(usual),
  });
}
