import type { z } from "zod";
import { refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { type FoundReport, findReport } from "../queries/read";
import { stateAfter } from "../rules/states";
import type {
  reportStepInput,
  returnReportInput,
  undoReportInput,
  verifyReportInput,
} from "../schema/reports";
import { type Answer, judges, moveReport, owesNothing } from "./hold";

type Step = z.output<typeof reportStepInput>;

export async function takeReport(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Answer<"own-figure" | "nothing-owed"> {
  const held = await findReport(tx, scope, input.obligationId);
  if (owesNothing(held)) return refuse("nothing-owed");
  const judge = judges(scope, held);
  if (!judge.ok) return judge;
  return moveReport(tx, scope, held, { step: "take", version: input.version });
}

/** Marks cells as found right in the version that stands there. */
const confirmCells = (tx: Tx, held: FoundReport, indicatorIds: readonly string[]) =>
  tx.$executeRaw`
    UPDATE report_values SET confirmed_version = version, return_reason = NULL
    WHERE alliance_id = ${held.allianceId}::uuid AND obligation_id = ${held.id}::uuid
      AND indicator_id = ANY(${[...indicatorIds]}::uuid[])`;

/** Sends cells back, each with its reason: only those open again, and what was found right stays so. */
export async function returnReport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnReportInput>,
): Answer<"own-figure" | "nothing-owed" | "cell-unknown"> {
  const held = await findReport(tx, scope, input.obligationId);
  if (owesNothing(held)) return refuse("nothing-owed");
  const judge = judges(scope, held);
  if (!judge.ok) return judge;
  if (!stateAfter(held.state, "return")) return refuse("wrong-state");
  const reasons = JSON.stringify(input.cells);
  await confirmCells(tx, held, input.confirmed);
  const marked = await tx.$executeRaw`
    UPDATE report_values v SET return_reason = n.reason, confirmed_version = NULL
    FROM jsonb_to_recordset(${reasons}::jsonb) AS n("indicatorId" uuid, reason text)
    WHERE v.alliance_id = ${held.allianceId}::uuid AND v.obligation_id = ${held.id}::uuid AND v.indicator_id = n."indicatorId"`;
  if (marked !== new Set(input.cells.map(({ indicatorId }) => indicatorId)).size)
    return refuse("cell-unknown");
  return moveReport(tx, scope, held, {
    step: "return",
    version: input.version,
    data: { returns: { increment: 1 } },
    details: { cells: input.cells.length },
  });
}

/** Every cell was looked at in the version that stands there now. */
export async function verifyReport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof verifyReportInput>,
): Answer<"own-figure" | "nothing-owed" | "cells-unseen"> {
  const held = await findReport(tx, scope, input.obligationId);
  if (owesNothing(held)) return refuse("nothing-owed");
  const judge = judges(scope, held);
  if (!judge.ok) return judge;
  if (!stateAfter(held.state, "verify")) return refuse("wrong-state");
  await confirmCells(tx, held, input.confirmed);
  const unseen = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM report_values WHERE alliance_id = ${held.allianceId}::uuid
      AND obligation_id = ${held.id}::uuid AND confirmed_version IS DISTINCT FROM version`;
  const count = unseen[0]?.count ?? 0;
  if (count > 0) return refuse("cells-unseen", { count });
  return moveReport(tx, scope, held, {
    step: "verify",
    version: input.version,
    data: { verifiedById: scope.actor.userId, verifiedAt: scope.now },
  });
}

export async function unverifyReport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof undoReportInput>,
): Answer<"own-figure"> {
  const held = await findReport(tx, scope, input.obligationId);
  const judge = judges(scope, held);
  if (!judge.ok) return judge;
  return moveReport(tx, scope, held, {
    step: "unverify",
    version: input.version,
    data: { verifiedById: null, verifiedAt: null },
    details: { reason: input.reason },
  });
}

/** I-15: another person than who verified it. */
export async function approveReport(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Answer<"own-figure" | "nothing-owed" | "second-person-needed"> {
  const held = await findReport(tx, scope, input.obligationId);
  if (owesNothing(held)) return refuse("nothing-owed");
  const judge = judges(scope, held);
  if (!judge.ok) return judge;
  if (held.state === "verified" && held.verifiedById === scope.actor.userId)
    return refuse("second-person-needed");
  return moveReport(tx, scope, held, {
    step: "approve",
    version: input.version,
    data: { approvedById: scope.actor.userId, approvedAt: scope.now },
  });
}

/** From the top down: while the alliance's approval of the cycle stands, no member's is taken back. */
export async function unapproveReport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof undoReportInput>,
): Answer<"own-figure" | "cycle-approved"> {
  const held = await findReport(tx, scope, input.obligationId);
  const judge = judges(scope, held);
  if (!judge.ok) return judge;
  if (held.cycle.approvedAt) return refuse("cycle-approved");
  return moveReport(tx, scope, held, {
    step: "unapprove",
    version: input.version,
    data: { approvedById: null, approvedAt: null },
    details: { reason: input.reason },
  });
}
