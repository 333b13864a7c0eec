import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { type FoundReport, findReport } from "../queries/read";
import { stateAfter } from "../rules/states";
import type { exceptReportInput, undoReportInput } from "../schema/reports";
import { type Answer, owesNothing } from "./hold";

type Marked = {
  action: string;
  data: Prisma.ObligationUncheckedUpdateManyInput;
  details: Prisma.InputJsonObject;
};

async function markReport(
  tx: Tx,
  scope: TenantScope,
  held: FoundReport,
  version: number,
  { action, data, details }: Marked,
) {
  const { count } = await tx.obligation.updateMany({
    where: { allianceId: scope.alliance.id, id: held.id, state: held.state, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({ action, subjectType: "obligation", subjectId: held.id, details });
  return accept({ id: held.id, state: held.state, version: version + 1 });
}

/** A decision with its reason: this organization owes nothing in this cycle. */
export async function exemptReport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof undoReportInput>,
): Answer<"nothing-owed"> {
  const held = await findReport(tx, scope, input.obligationId);
  if (held.state === "approved") return refuse("wrong-state");
  if (owesNothing(held)) return refuse("nothing-owed");
  const data = { exemptReason: input.reason, exemptedById: scope.actor.userId };
  const details = { reason: input.reason };
  return markReport(tx, scope, held, input.version, { action: "obligation.exempt", data, details });
}

/** After the closing day nobody edits without a dated exception with its reason. */
export async function exceptReport(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof exceptReportInput>,
): Answer<"nothing-owed" | "exception-in-past"> {
  const held = await findReport(tx, scope, input.obligationId);
  if (owesNothing(held)) return refuse("nothing-owed");
  if (!stateAfter(held.state, "save")) return refuse("wrong-state");
  if (input.until < scope.today) return refuse("exception-in-past");
  const data = { exceptionUntil: dateOf(input.until), exceptionReason: input.reason };
  const details = { until: input.until, reason: input.reason };
  return markReport(tx, scope, held, input.version, { action: "obligation.except", data, details });
}
