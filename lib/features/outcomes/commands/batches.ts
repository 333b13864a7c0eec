import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { actsFor } from "../policy";
import { lockedTraining, standingOf } from "../queries/batches";
import {
  type AmendFault,
  type BatchFacts,
  type BatchResult,
  batchKey,
  checkAmend,
  isOpenForReporter,
  resultsOf,
} from "../rules/batches";
import type { amendTrainingSchema, reportTrainingSchema } from "../schema/batches";
import { dropAttendees } from "./attendees";
import { hasMembership } from "./content";
import { amendRecord, reportOutcome } from "./report";

type Report = z.output<typeof reportTrainingSchema>;
type Amend = z.output<typeof amendTrainingSchema>;
type Refused<C extends (...given: never[]) => Promise<unknown>> =
  Extract<Awaited<ReturnType<C>>, { ok: false }> extends { reason: infer R } ? R : never;
type RecordRefusal = Refused<typeof reportOutcome> | Refused<typeof amendRecord>;
type TrainingRefusal = "duplicate-batch" | "partner-not-a-member";
type Answer<R extends string> = Promise<Result<{ id: string; version: number }, R>>;

/** One number of the training as a result of its own metric. */
const contentOf = (input: Report | Amend, one: BatchResult) => ({
  title: input.course,
  occurredOn: input.endsOn,
  quantity: one.quantity,
  naturalKey: batchKey(input),
  fileId: input.fileId,
});

/** The training's own columns; its numbers stand here so that the database keeps their order. */
const columnsOf = (input: Report | Amend) => ({
  kind: input.kind,
  course: input.course,
  place: input.place,
  startsOn: dateOf(input.startsOn),
  endsOn: dateOf(input.endsOn),
  naturalKey: batchKey(input),
  partnerId: input.partnerId ?? null,
  persons: input.persons ?? null,
  personTimes: input.personTimes ?? null,
  personDays: input.personDays ?? null,
  fullDays: input.fullDays,
  certified: input.certified ?? null,
  publicBenefit: input.publicBenefit,
});

async function partnerFits(tx: Tx, scope: TenantScope, trainer: string, partner?: string) {
  if (!partner) return true;
  return partner !== trainer && (await hasMembership(tx, scope, partner));
}

const trace = (
  scope: TenantScope,
  action: "training.report" | "training.amend",
  id: string,
  results: readonly BatchResult[],
) =>
  scope.audit({
    action,
    subjectType: "training",
    subjectId: id,
    details: { results: results.map((one) => `${one.metricCode} ${one.quantity}`).join(", ") },
  });

/** A training is entered once and reports what it proves, each result under its own metric and one key. */
export async function reportTraining(
  tx: Tx,
  scope: TenantScope,
  input: Report,
): Answer<Refused<typeof reportOutcome> | TrainingRefusal> {
  const { organizationId } = input;
  if (!reaches(scope.reach, organizationId)) forbidden();
  if (!(await partnerFits(tx, scope, organizationId, input.partnerId))) {
    return refuse("partner-not-a-member", { field: "partnerId" });
  }
  const allianceId = scope.alliance.id;
  const results = resultsOf(input);
  const records: { metricCode: string; recordId: string }[] = [];
  for (const one of results) {
    const content = { ...contentOf(input, one), organizationId, metricCode: one.metricCode };
    const reported = await reportOutcome(tx, scope, content);
    if (!reported.ok) return reported;
    records.push({ metricCode: one.metricCode, recordId: reported.value.id });
  }
  // Two at once that name different numbers of one training meet here.
  const [created] = await tx.trainingBatch.createManyAndReturn({
    data: [
      {
        ...columnsOf(input),
        allianceId,
        organizationId,
        enteredById: scope.actor.userId,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true, version: true },
  });
  if (!created) return refuse("duplicate-batch", { key: batchKey(input) });
  await tx.trainingBatchRecord.createMany({
    data: records.map((one) => ({ ...one, allianceId, batchId: created.id })),
  });
  await trace(scope, "training.report", created.id, results);
  return accept(created);
}

type Whole = NonNullable<Awaited<ReturnType<typeof lockedTraining>>>;

const factsOf = (whole: Whole): BatchFacts => ({
  course: whole.course,
  place: whole.place,
  startsOn: dayOf(whole.startsOn),
  endsOn: dayOf(whole.endsOn),
  persons: whole.persons ?? undefined,
  personTimes: whole.personTimes ?? undefined,
  personDays: whole.personDays?.toFixed(2),
  certified: whole.certified ?? undefined,
  fullDays: whole.fullDays,
  publicBenefit: whole.publicBenefit,
});

/** Its own columns, under the version that the form was opened with and a key that is nobody else's. */
async function rewrite(
  tx: Tx,
  scope: TenantScope,
  input: Amend,
): Promise<Result<null, "duplicate-batch">> {
  const allianceId = scope.alliance.id;
  const taken = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM training_batches
    WHERE alliance_id = ${allianceId}::uuid AND outcome_key(natural_key) = outcome_key(${batchKey(input)}) AND id <> ${input.id}::uuid`;
  if (taken.length > 0) return refuse("duplicate-batch", { key: batchKey(input) });
  const changed = await tx.trainingBatch.updateMany({
    where: { id: input.id, allianceId, version: input.version },
    data: { ...columnsOf(input), enteredById: scope.actor.userId, version: { increment: 1 } },
  });
  if (changed.count === 0) throw new AppError("stale");
  return accept(null);
}

/** A returned one is submitted again with the number as it is now; one that was not known before is reported. */
async function resubmit(
  tx: Tx,
  scope: TenantScope,
  whole: Whole,
  input: Amend,
): Promise<Result<null, RecordRefusal>> {
  for (const one of resultsOf(input)) {
    const content = contentOf(input, one);
    const kept = whole.records.find(({ metricCode }) => metricCode === one.metricCode)?.record;
    if (kept && !isOpenForReporter(kept.state)) continue;
    const done = kept
      ? await amendRecord(tx, scope, {
          ...content,
          id: kept.id,
          version: kept.version,
          fileId: input.fileId ?? kept.fileId ?? undefined,
        })
      : await reportOutcome(tx, scope, {
          ...content,
          organizationId: whole.organizationId,
          metricCode: one.metricCode,
        });
    if (!done.ok) return done;
    if (kept) continue;
    const link = { allianceId: scope.alliance.id, batchId: whole.id, metricCode: one.metricCode };
    await tx.trainingBatchRecord.create({ data: { ...link, recordId: done.value.id } });
  }
  return accept(null);
}

/** A returned result opens the training again: the reporter corrects what is open, and it is submitted once more. */
export async function amendTraining(
  tx: Tx,
  scope: TenantScope,
  input: Amend,
): Answer<RecordRefusal | TrainingRefusal | AmendFault> {
  const whole = (await lockedTraining(tx, scope, input.id)) ?? notFound();
  if (!actsFor(scope, whole.organizationId)) forbidden();
  if (whole.version !== input.version) throw new AppError("stale");
  if (!(await partnerFits(tx, scope, whole.organizationId, input.partnerId))) {
    return refuse("partner-not-a-member", { field: "partnerId" });
  }
  const check = checkAmend(standingOf(whole), factsOf(whole), input);
  if (!check.ok) return check;
  // Another number of people has another list.
  if (whole.identified !== null && whole.persons !== input.persons) {
    await dropAttendees(tx, scope, input.id);
  }
  const rewritten = await rewrite(tx, scope, input);
  if (!rewritten.ok) return rewritten;
  const submitted = await resubmit(tx, scope, whole, input);
  if (!submitted.ok) return submitted;
  await trace(scope, "training.amend", input.id, resultsOf(input));
  return accept({ id: input.id, version: input.version + 1 });
}
