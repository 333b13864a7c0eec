import type { z } from "zod";
import { isIndependent } from "@/lib/features/outcomes/policy";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { isClean, isSecondPerson } from "../rules";
import type { approvedSchema, approveSchema, takeBackSchema, takenBackSchema } from "../schema";

export const approveRefusals = [
  "wrong-state",
  "same-person",
  "own-figure",
  "finding-needs-reading",
  "correction-open",
] as const;
type ApproveRefusal = (typeof approveRefusals)[number];

const readRows = (tx: Tx, scope: TenantScope, ids: readonly string[]) =>
  tx.outcomeRecord.findMany({
    where: { allianceId: scope.alliance.id, id: { in: [...ids] } },
    include: {
      findings: { select: { version: true, strength: true } },
      corrections: { where: { state: { in: ["requested", "endorsed"] } }, select: { id: true } },
    },
    orderBy: { id: "asc" },
  });
type Row = Awaited<ReturnType<typeof readRows>>[number];

/** Findings of the version that was verified; the verification itself raised the version. */
const isCleanRow = ({ findings, version }: Row): boolean =>
  isClean(findings.filter((one) => one.version >= version - 1).map((one) => one.strength));

function whyNot(
  scope: TenantScope,
  row: Row,
  many: boolean,
): Result<never, ApproveRefusal> | undefined {
  if (row.state !== "verified") return refuse("wrong-state");
  if (!isSecondPerson(row, scope.actor.userId)) return refuse("same-person");
  if (!isIndependent(scope, row)) return refuse("own-figure");
  if (row.corrections.length > 0) return refuse("correction-open");
  return many && !isCleanRow(row)
    ? refuse("finding-needs-reading", { title: row.title })
    : undefined;
}

/**
 * The second person publishes what another one has verified: all rows of the list or none. Several at once only where
 * nothing was found; what has findings is read one by one.
 */
export async function approveOutcomes(
  tx: Tx,
  scope: TenantScope,
  { items }: z.output<typeof approveSchema>,
): Promise<Result<z.input<typeof approvedSchema>, ApproveRefusal>> {
  const wanted = new Map(items.map((item) => [item.id, item.version]));
  const rows = await readRows(tx, scope, [...wanted.keys()]);
  if (rows.length < wanted.size) notFound();
  for (const row of rows) {
    const refused = whyNot(scope, row, wanted.size > 1);
    if (refused) return refused;
    if (row.version !== wanted.get(row.id)) throw new AppError("stale");
  }
  const ids = rows.map((row) => row.id);
  // The state and the versions are looked at again under the lock of the rows themselves.
  const changed = await tx.$executeRaw`
    UPDATE outcome_records o SET state = 'published', state_since = ${scope.now}, approved_by_id = ${scope.actor.userId}::uuid,
      approved_at = ${scope.now}, version = o.version + 1
    FROM unnest(${ids}::uuid[], ${rows.map((row) => row.version)}::int[]) AS w(id, version)
    WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.id = w.id AND o.version = w.version AND o.state = 'verified'`;
  if (changed !== rows.length) throw new AppError("stale");
  for (const row of rows) {
    await scope.audit({
      action: "figure.approve",
      subjectType: "outcome",
      subjectId: row.id,
      details: { from: "verified", to: "published", quantity: row.quantity.toFixed(2) },
    });
  }
  return accept({ approved: rows.length });
}

/** Un-approval goes from the top down: what is published becomes verified again, with a reason. */
export async function takeBackApproval(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof takeBackSchema>,
): Promise<
  Result<z.input<typeof takenBackSchema>, "wrong-state" | "own-figure" | "correction-open">
> {
  const [row] = await readRows(tx, scope, [input.id]);
  if (!row) return notFound();
  if (row.state !== "published") return refuse("wrong-state");
  if (!isIndependent(scope, row)) return refuse("own-figure");
  if (row.corrections.length > 0) return refuse("correction-open");
  if (row.version !== input.version) throw new AppError("stale");
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
