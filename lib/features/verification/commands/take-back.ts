import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { heldAbove } from "../queries/item";
import type { takeBackSchema, takenBackSchema } from "../schema/desk";
import { isOthers, readRows } from "./approve";

type Refusal = "wrong-state" | "own-figure" | "correction-open" | "held-above";

/** Un-approval goes from the top down: what is published becomes verified again, with a reason. */
export async function takeBackApproval(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof takeBackSchema>,
): Promise<Result<z.input<typeof takenBackSchema>, Refusal>> {
  const [row] = await readRows(tx, scope, [input.id]);
  if (!row) return notFound();
  if (row.state !== "published") return refuse("wrong-state");
  if (!isOthers(scope, row)) return refuse("own-figure");
  if (row.corrections.length > 0) return refuse("correction-open");
  if (row.version !== input.version) throw new AppError("stale");
  const above = await heldAbove(tx, scope, row.id);
  if (above) return refuse("held-above", { above });
  const of = { allianceId: scope.alliance.id, recordId: row.id, version: row.version };
  await tx.outcomeTakeback.create({
    data: {
      ...of,
      reason: input.reason,
      takenBackById: scope.actor.userId ?? forbidden(),
      at: scope.now,
    },
  });
  const changed = await tx.outcomeRecord.updateMany({
    where: { allianceId: scope.alliance.id, id: row.id, version: row.version, state: "published" },
    data: {
      state: "verified",
      stateSince: scope.now,
      approvedById: null,
      approvedAt: null,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: "figure.take_back",
    subjectType: "outcome",
    subjectId: row.id,
    details: { from: "published", to: "verified" },
  });
  return accept({ id: row.id, version: row.version + 1 });
}
