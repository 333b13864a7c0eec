import type { z } from "zod";
import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  checkedCells,
  type FoundReport,
  findReport,
  type ReadCells,
  readCells,
} from "../queries/read";
import { shutNow } from "../queries/report";
import { checkReport, type Finding } from "../rules/checks";
import { type Shut, stateAfter } from "../rules/states";
import type { submitReportInput } from "../schema/reports";
import { type Answer, lockReport, moveReport } from "./hold";

const askedNodes = ({ nodes }: ReadCells) =>
  nodes.filter(({ node }) => node.kind !== null && !node.computed);

/** Each result is kept with the version of the cell that it judged. */
async function keepFindings(
  tx: Tx,
  held: FoundReport,
  read: ReadCells,
  findings: readonly Finding[],
) {
  const { allianceId, id: obligationId } = held;
  const last = await tx.reportFinding.aggregate({
    where: { allianceId, obligationId },
    _max: { round: true },
  });
  const round = (last._max.round ?? 0) + 1;
  const versions = new Map(read.nodes.map(({ node, value }) => [node.code, value?.version ?? 0]));
  await tx.reportFinding.createMany({
    data: findings.map(({ code, finding, strength, details }) => ({
      allianceId,
      obligationId,
      round,
      code,
      finding,
      strength,
      details,
      valueVersion: versions.get(code) ?? 0,
    })),
  });
}

/** Cells that nobody touched get a row, so that each of them can be returned. */
async function keepBlanks(tx: Tx, scope: TenantScope, held: FoundReport, read: ReadCells) {
  const { allianceId, id: obligationId, setId } = held;
  await tx.reportValue.createMany({
    data: askedNodes(read)
      .filter(({ value }) => !value)
      .map(({ node }) => ({
        allianceId,
        obligationId,
        setId,
        indicatorId: node.id,
        answer: "blank" as const,
        enteredById: scope.actor.userId,
        enteredAt: scope.now,
      })),
  });
}

/** The head of reporting hands the report in; what blocks it, or lacks its reason, is named. */
export async function submitReport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitReportInput>,
): Answer<Shut | "checks-block" | "reasons-missing" | "nil-with-values"> {
  const { nil } = input;
  await lockReport(tx, scope, input.obligationId);
  const held = await findReport(tx, scope, input.obligationId);
  const shut = shutNow(scope, held);
  if (shut) return refuse(shut);
  if (!stateAfter(held.state, "submit")) return refuse("wrong-state");
  const read = await readCells(tx, held);
  if (nil && askedNodes(read).some(({ value }) => value?.answer === "value"))
    return refuse("nil-with-values");
  const findings = nil ? [] : checkReport(checkedCells(read), read.rules);
  const blocking = findings.filter(({ strength }) => strength === "block");
  if (blocking.length > 0)
    return refuse("checks-block", { count: blocking.length, code: blocking[0]?.code ?? "" });
  const reasons = new Map(read.nodes.map(({ node, value }) => [node.code, value?.reason]));
  const open = findings.filter(({ strength, code }) => strength === "reason" && !reasons.get(code));
  if (open.length > 0)
    return refuse("reasons-missing", { count: open.length, code: open[0]?.code ?? "" });
  await keepBlanks(tx, scope, held, read);
  await keepFindings(tx, held, read, findings);
  await tx.reportValue.updateMany({
    where: { allianceId: held.allianceId, obligationId: held.id, returnReason: { not: null } },
    data: { returnReason: null },
  });
  return moveReport(tx, scope, held, {
    step: "submit",
    version: input.version,
    data: {
      nil,
      submittedById: scope.actor.userId,
      submittedAt: scope.now,
      firstSubmittedAt: held.firstSubmittedAt ?? scope.now,
    },
    details: { nil },
  });
}
