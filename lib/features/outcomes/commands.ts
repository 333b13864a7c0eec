import type { z } from "zod";
import { getMetric } from "@/lib/features/metrics/queries";
import type { Metric } from "@/lib/features/metrics/schema";
import { knowsProject } from "@/lib/features/projects/queries/list";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { canAmend, canDecide, isIndependent } from "./policy";
import { getOutcomeForChange } from "./queries";
import { checkReport, type ReportFault, stateAfter, yearOf } from "./rules";
import type {
  amendOutcomeSchema,
  reportOutcomeSchema,
  returnOutcomeSchema,
  verifyOutcomeSchema,
} from "./schema";

type Answer<R extends string> = Promise<Result<{ id: string; version: number }, R>>;

type Content = Omit<z.output<typeof reportOutcomeSchema>, "organizationId" | "metricCode">;

export type ReportRefusal = ReportFault | "not-a-member" | "duplicate-result" | "file-not-yours";

/** The evidence must be a file that this person handed in: nobody proves a figure with another's paper. */
async function ownsFile(
  tx: Tx,
  scope: TenantScope,
  fileId: string | undefined,
  keptId?: string | null,
) {
  if (!fileId || fileId === keptId) return true;
  const where = { id: fileId, allianceId: scope.alliance.id, uploadedById: scope.actor.userId };
  return (await tx.storedFile.count({ where })) === 1;
}

async function hasMembership(tx: Tx, scope: TenantScope, organizationId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM memberships m JOIN membership_periods p ON p.membership_id = m.id
      WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.organization_id = ${organizationId}::uuid
        AND daterange(p.valid_from, p.valid_to, '[]') @> ${scope.today}::date) AS found`;
  return rows[0]?.found === true;
}

/** A result names a project that its reporter may know of, or the one that it named before. */
async function hasProject(
  tx: Tx,
  scope: TenantScope,
  projectId: string | undefined,
  keptId?: string | null,
): Promise<boolean> {
  return !projectId || projectId === keptId || knowsProject(tx, scope, projectId);
}

const columnsOf = (content: Content, metric: Pick<Metric, "yearBasis">) => ({
  title: content.title,
  occurredOn: dateOf(content.occurredOn),
  year: yearOf(content.occurredOn, metric.yearBasis),
  quantity: content.quantity,
  naturalKey: content.naturalKey ?? null,
  projectId: content.projectId ?? null,
  fileId: content.fileId ?? null,
});

/** What was reported, without the words: the chain holds no free text. */
const traceOf = (content: Content) => ({
  quantity: content.quantity,
  occurredOn: content.occurredOn,
  fileId: content.fileId ?? null,
});

const checked = (metric: Metric, content: Content, scope: TenantScope) =>
  checkReport(
    metric,
    { ...content, naturalKey: content.naturalKey, fileId: content.fileId },
    scope.today,
  );

/** A member reports one result with its evidence; it waits for the secretariat from then on. */
export async function reportOutcome(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reportOutcomeSchema>,
): Answer<ReportRefusal> {
  if (!reaches(scope.reach, input.organizationId)) forbidden();
  const metric = (await getMetric(tx, input.metricCode)) ?? notFound();
  const check = checked(metric, input, scope);
  if (!check.ok) return check;
  if (!(await hasMembership(tx, scope, input.organizationId))) return refuse("not-a-member");
  if (!(await ownsFile(tx, scope, input.fileId))) return refuse("file-not-yours");
  if (!(await hasProject(tx, scope, input.projectId))) notFound();
  // One natural key counts once in an alliance; the unique key decides, also between two at once.
  const [created] = await tx.outcomeRecord.createManyAndReturn({
    data: [
      {
        ...columnsOf(input, metric),
        allianceId: scope.alliance.id,
        organizationId: input.organizationId,
        metricCode: input.metricCode,
        state: "submitted",
        enteredById: scope.actor.userId,
        submittedAt: scope.now,
        stateSince: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, version: true },
  });
  if (!created) return refuse("duplicate-result", { key: input.naturalKey ?? "" });
  await scope.audit({
    action: "figure.submit",
    subjectType: "outcome",
    subjectId: created.id,
    details: { ...traceOf(input), metric: input.metricCode, organizationId: input.organizationId },
  });
  return accept(created);
}

const isTaken = async (
  tx: Tx,
  scope: TenantScope,
  id: string,
  metricCode: string,
  key: string | undefined,
) =>
  key !== undefined &&
  (await tx.outcomeRecord.count({
    where: { allianceId: scope.alliance.id, metricCode, naturalKey: key, id: { not: id } },
  })) > 0;

/** The reporter corrects a returned result and submits it again. */
export async function amendOutcome(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof amendOutcomeSchema>,
): Answer<ReportRefusal | "wrong-state"> {
  const found = await getOutcomeForChange(tx, scope, input.id);
  if (!canAmend(scope, found)) forbidden();
  const state = stateAfter(found.state, "amend");
  if (!state) return refuse("wrong-state");
  const check = checked(found.metric, input, scope);
  if (!check.ok) return check;
  if (!(await ownsFile(tx, scope, input.fileId, found.fileId))) return refuse("file-not-yours");
  if (!(await hasProject(tx, scope, input.projectId, found.projectId))) notFound();
  if (await isTaken(tx, scope, input.id, found.metricCode, input.naturalKey)) {
    return refuse("duplicate-result", { key: input.naturalKey ?? "" });
  }
  const changed = await tx.outcomeRecord.updateMany({
    where: {
      id: input.id,
      allianceId: scope.alliance.id,
      state: found.state,
      version: input.version,
    },
    data: {
      ...columnsOf(input, found.metric),
      state,
      enteredById: scope.actor.userId,
      submittedAt: scope.now,
      stateSince: scope.now,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: "figure.submit",
    subjectType: "outcome",
    subjectId: input.id,
    details: { ...traceOf(input), before: found.quantity.toFixed(2) },
  });
  return accept({ id: input.id, version: input.version + 1 });
}

type Decision = { move: "return" | "verify"; reason: string | null };

async function decide(
  tx: Tx,
  scope: TenantScope,
  input: { id: string; version: number },
  decision: Decision,
): Answer<"wrong-state" | "own-figure"> {
  const found = await getOutcomeForChange(tx, scope, input.id);
  if (!isIndependent(scope, found)) return refuse("own-figure");
  if (!canDecide(scope, found)) forbidden();
  const state = stateAfter(found.state, decision.move);
  if (!state) return refuse("wrong-state");
  const verified = decision.move === "verify";
  const changed = await tx.outcomeRecord.updateMany({
    where: {
      id: input.id,
      allianceId: scope.alliance.id,
      state: found.state,
      version: input.version,
    },
    data: {
      state,
      stateSince: scope.now,
      version: { increment: 1 },
      ...(verified
        ? { verifiedById: scope.actor.userId, verifiedAt: scope.now }
        : { returnReason: decision.reason, returns: { increment: 1 } }),
    },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: `figure.${decision.move}`,
    subjectType: "outcome",
    subjectId: input.id,
    details: {
      from: found.state,
      to: state,
      quantity: found.quantity.toFixed(2),
      fileId: found.fileId,
    },
  });
  return accept({ id: input.id, version: input.version + 1 });
}

/** The secretariat sends a result back; the reason is mandatory and shown to the reporter. */
export const returnOutcome = (
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnOutcomeSchema>,
) => decide(tx, scope, input, { move: "return", reason: input.reason });

/** The secretariat confirms a result against its evidence; it counts from this moment and never changes again. */
export const verifyOutcome = (
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof verifyOutcomeSchema>,
) => decide(tx, scope, input, { move: "verify", reason: null });
