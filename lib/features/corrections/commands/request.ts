import type { z } from "zod";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { getMetric } from "@/lib/features/metrics/queries";
import type { Metric } from "@/lib/features/metrics/schema";
import {
  type CertificateRefusal,
  certificateRefusals,
  correctionRefusedBy,
} from "@/lib/features/outcomes/commands/certificate";
import { getOutcomeForChange } from "@/lib/features/outcomes/queries/facts";
import { chainEnd, sameKey } from "@/lib/features/outcomes/queries/same-key";
import { normalKey } from "@/lib/features/outcomes/rules/keys";
import { checkReport, type ReportFault, yearOf } from "@/lib/features/outcomes/rules/report";
import { isApproved } from "@/lib/features/outcomes/rules/states";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { OutcomeRecord } from "@/prisma/generated/client";
import { mayRequest } from "../policy";
import { saidOf } from "../queries/facts";
import { changeOf } from "../rules";
import type { requestCorrectionSchema } from "../schema";
import type { Change, Said } from "../types";

type Input = z.output<typeof requestCorrectionSchema>;
export type Answer<R extends string> = Promise<
  Result<{ id: string; number: number; version: number }, R>
>;

export const requestRefusals = [
  "wrong-state",
  "correction-open",
  "correction-changes-nothing",
  "metric-not-reported",
  "evidence-missing",
  "result-in-future",
  "key-missing",
  "one-result-per-record",
  "fraction-of-a-thing",
  "not-a-member",
  "duplicate-result",
  "not-new-money",
  "file-not-yours",
  ...certificateRefusals,
] as const satisfies readonly (ReportFault | string)[];
type RequestRefusal = (typeof requestRefusals)[number];

/** Papers of a case are handed in by whoever asks for it. */
async function ownsFiles(tx: Tx, scope: TenantScope, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  const found = await tx.storedFile.count({
    where: {
      id: { in: wanted },
      allianceId: scope.alliance.id,
      uploadedById: scope.actor.userId,
    },
  });
  return found === wanted.length;
}

/** What is asked for, in full: the year follows the day by the metric's own year. */
function wishOf(input: Input, before: Said, metric: Metric): Change {
  const occurredOn = input.occurredOn ?? before.occurredOn;
  const moved = input.occurredOn !== undefined || input.metricCode !== undefined;
  return changeOf(before, {
    ...(input.metricCode && { metricCode: input.metricCode }),
    ...(input.organizationId && { organizationId: input.organizationId }),
    ...(input.occurredOn && { occurredOn }),
    ...(moved && { year: yearOf(occurredOn, metric.yearBasis) }),
    ...(input.quantity && { quantity: input.quantity }),
    ...(input.naturalKey && { naturalKey: input.naturalKey }),
    ...(input.evidenceId && { fileId: input.evidenceId }),
  });
}

type Chained = Pick<
  OutcomeRecord,
  "id" | "chainStep" | "followsId" | "follow" | "certificateId" | "projectId"
>;
type Sides = { before: Said; after: Said };

/**
 * Why the record cannot stand under its new key: another one does, it goes on from one of another key, or the enterprise
 * sealed something else.
 */
export async function keyFault(
  tx: Tx,
  scope: TenantScope,
  record: Chained,
  { before, after }: Sides,
): Promise<Result<never, "duplicate-result" | "not-new-money" | CertificateRefusal> | undefined> {
  const uncertified = await correctionRefusedBy(tx, scope, record, after);
  if (uncertified) return uncertified;
  const { metricCode, naturalKey: key } = after;
  const taken =
    key === null
      ? []
      : await sameKey(tx, scope, {
          metricCode,
          key,
          projectId: record.projectId,
          step: record.chainStep,
        });
  if (taken.some(({ id }) => id !== record.id)) {
    return refuse("duplicate-result", { key: key ?? "" });
  }
  const stays =
    metricCode === before.metricCode &&
    key === before.naturalKey &&
    after.occurredOn === before.occurredOn;
  if (record.followsId === null || stays) return undefined;
  const end = await chainEnd(tx, scope, record.followsId);
  const continues =
    record.follow !== "continuation" ||
    (normalKey(key ?? "") === normalKey(end?.naturalKey ?? "") &&
      after.occurredOn >= (end?.occurredOn ?? ""));
  return end?.metricCode === metricCode && continues ? undefined : refuse("not-new-money");
}

export const isMember = async (tx: Tx, allianceId: string, organizationId: string) =>
  (await tx.membership.count({ where: { allianceId, organizationId } })) > 0;

type Sought = { record: Chained; before: Said; metric: Metric; change: Change };

async function whyNot(
  tx: Tx,
  scope: TenantScope,
  { record, before, metric, change }: Sought,
): Promise<Result<never, RequestRefusal> | undefined> {
  const after = { ...before, ...change };
  const told = {
    ...after,
    naturalKey: after.naturalKey ?? undefined,
    fileId: after.fileId ?? record.certificateId ?? undefined,
  };
  const check = checkReport(metric, told, scope.today);
  if (!check.ok) return check;
  const { organizationId } = change;
  if (organizationId && !(await isMember(tx, scope.alliance.id, organizationId))) notFound();
  return keyFault(tx, scope, record, { before, after });
}

const columnsOf = (change: Change) => ({
  newQuantity: change.quantity ?? null,
  newNaturalKey: change.naturalKey ?? null,
  newOccurredOn: change.occurredOn ? dateOf(change.occurredOn) : null,
  newYear: change.year ?? null,
  newMetricCode: change.metricCode ?? null,
  newOrganizationId: change.organizationId ?? null,
  newFileId: change.fileId ?? null,
});

/** Only one case at a time stands open about a record; of two at once the key lets one pass. */
async function writeCase(tx: Tx, scope: TenantScope, input: Input, change: Change) {
  const number = await takeNumber(tx, { allianceId: scope.alliance.id, name: "correction" });
  const created = await tx.correctionCase.create({
    data: {
      allianceId: scope.alliance.id,
      number,
      recordId: input.recordId,
      recordVersion: input.recordVersion,
      reasonCode: input.reasonCode,
      reason: input.reason,
      ...columnsOf(change),
      withdraws: input.withdraws === true,
      requestedById: scope.actor.userId ?? forbidden(),
      requestedAt: scope.now,
    },
    select: { id: true, number: true, version: true },
  });
  await tx.correctionFile.createMany({
    data: [...new Set(input.fileIds ?? [])].map((fileId) => ({
      allianceId: scope.alliance.id,
      caseId: created.id,
      fileId,
    })),
  });
  return created;
}

/** Asks for a correction of an approved record; nothing of the record changes by asking. */
export async function requestCorrection(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Answer<RequestRefusal> {
  const record = await getOutcomeForChange(tx, scope, input.recordId);
  if (!mayRequest(scope, record.organizationId)) forbidden();
  if (!isApproved(record.state)) return refuse("wrong-state");
  if (record.version !== input.recordVersion) throw new AppError("stale");
  const open = {
    recordId: record.id,
    state: { in: ["requested", "endorsed"] as ["requested", "endorsed"] },
  };
  if ((await tx.correctionCase.count({ where: { allianceId: scope.alliance.id, ...open } })) > 0) {
    return refuse("correction-open");
  }
  const papers = [...(input.fileIds ?? []), ...(input.evidenceId ? [input.evidenceId] : [])];
  if (!(await ownsFiles(tx, scope, papers))) return refuse("file-not-yours");
  const before = saidOf(record);
  const metric = (await getMetric(tx, input.metricCode ?? record.metricCode)) ?? notFound();
  const change = wishOf(input, before, metric);
  if ((Object.keys(change).length === 0) !== (input.withdraws === true)) {
    return refuse("correction-changes-nothing");
  }
  if (!input.withdraws) {
    const refused = await whyNot(tx, scope, { record, before, metric, change });
    if (refused) return refused;
  }
  const created = await writeCase(tx, scope, input, change);
  await scope.audit({
    action: "figure.request_correction",
    subjectType: "correction",
    subjectId: created.id,
    details: {
      recordId: record.id,
      number: created.number,
      reasonCode: input.reasonCode,
      withdraws: input.withdraws === true,
      before,
      change,
    },
  });
  return accept(created);
}
