import type { z } from "zod";
import { lockRecord } from "@/lib/features/outcomes/commands/shares";
import { isIndependent } from "@/lib/features/outcomes/policy";
import { claimantsOf } from "@/lib/features/outcomes/queries/facts";
import { listReopened } from "@/lib/features/outcomes/queries/reopened";
import { isDisputed } from "@/lib/features/outcomes/rules/co-claims";
import { dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { isClean, isSecondPerson } from "../rules";
import type { approvedSchema, approveSchema } from "../schema/desk";
import type { ApproveAnswer } from "../types";

export type ApproveRefusal = Exclude<ApproveAnswer, "approved" | "record-changed-since">;

export const readRows = (tx: Tx, scope: TenantScope, ids: readonly string[]) =>
  tx.outcomeRecord.findMany({
    where: { allianceId: scope.alliance.id, id: { in: [...ids] } },
    include: {
      findings: { select: { version: true, strength: true } },
      readings: { select: { version: true }, orderBy: { version: "desc" }, take: 1 },
      shares: { select: { organizationId: true } },
      file: { select: { evidenceEnd: { select: { endsOn: true } } } },
      certificate: { select: { state: true } },
      coClaims: { select: { state: true, organizationId: true } },
      corrections: { where: { state: { in: ["requested", "endorsed"] } }, select: { id: true } },
    },
    orderBy: { id: "asc" },
  });
export type Row = Awaited<ReturnType<typeof readRows>>[number];

/** Nobody of its owners publishes it or takes it back. */
export const isOthers = (scope: TenantScope, row: Row): boolean =>
  isIndependent(scope, {
    ...row,
    coOwnerIds: row.shares.map(({ organizationId }) => organizationId),
    claimantIds: claimantsOf(row.coClaims),
  });

/** Findings of the version that was verified (outcome_judged_version says the same). */
function isCleanRow({ findings, readings, version }: Row): boolean {
  const judged = readings[0]?.version ?? version - 1;
  return isClean(findings.filter((one) => one.version === judged).map((one) => one.strength));
}

/** Why this row is not published; undefined where it is. */
function whyNot(
  scope: TenantScope,
  row: Row,
  given: { version: number | undefined; many: boolean; reopened: boolean },
): Exclude<ApproveAnswer, "approved"> | undefined {
  if (row.state !== "verified") return "wrong-state";
  if (!isSecondPerson(row, scope.actor.userId)) return "same-person";
  if (!isOthers(scope, row)) return "own-figure";
  if (row.version !== given.version) return "record-changed-since";
  if (row.corrections.length > 0) return "correction-open";
  if (row.coClaims.some(({ state }) => isDisputed(state))) return "co-claim-disputed";
  const ends = row.file?.evidenceEnd?.endsOn;
  if (ends && dayOf(ends) <= scope.today) return "evidence-gone";
  if (row.certificate?.state === "withdrawn" || given.reopened) return "evidence-gone";
  return given.many && !isCleanRow(row) ? "finding-needs-reading" : undefined;
}

async function publish(tx: Tx, scope: TenantScope, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
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
}

/**
 * The second person publishes what another one has verified. One row is published or refused; of several each gets its
 * own answer, and only those are published where nothing was found: what has findings is read one by one.
 */
export async function approveOutcomes(
  tx: Tx,
  scope: TenantScope,
  { items }: z.output<typeof approveSchema>,
): Promise<Result<z.input<typeof approvedSchema>, ApproveRefusal>> {
  const wanted = new Map(items.map((item) => [item.id, item.version]));
  await lockRecord(tx, scope, ...wanted.keys());
  const rows = await readRows(tx, scope, [...wanted.keys()]);
  if (rows.length < wanted.size) notFound();
  const many = wanted.size > 1;
  const back = await listReopened(tx, scope.alliance.id, [...wanted.keys()]);
  const reopened = new Set(back.map(({ id }) => id));
  const answers = rows.map((row) => ({
    row,
    answer: whyNot(scope, row, {
      version: wanted.get(row.id),
      many,
      reopened: reopened.has(row.id),
    }),
  }));
  const [only] = answers;
  if (!many && only?.answer) {
    if (only.answer === "record-changed-since") throw new AppError("stale");
    return refuse(only.answer, { title: only.row.title });
  }
  await publish(
    tx,
    scope,
    answers.filter(({ answer }) => answer === undefined).map(({ row }) => row),
  );
  const approved = answers.filter(({ answer }) => answer === undefined).length;
  if (many) {
    await scope.audit({
      action: "figure.approve_many",
      subjectType: "alliance",
      subjectId: scope.alliance.id,
      details: { asked: rows.length, approved },
    });
  }
  return accept({
    approved,
    rows: answers.map(({ row, answer }) => ({
      id: row.id,
      title: row.title,
      answer: answer ?? "approved",
    })),
  });
}
