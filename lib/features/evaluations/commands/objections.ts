import type { z } from "zod";
import { createTask, type OwnerRefusal } from "@/lib/features/tasks/commands/create";
import { dayOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { answersObjections, isSecondPerson, manages, mayObjectFor, seesSubject } from "../policy";
import { type HeldSubject, holdSubject, leavesOfScheme } from "../queries/facts";
import { tookPart } from "../queries/part";
import { hundredths, isMeasured } from "../rules/columns";
import { countedValue } from "../rules/lines";
import type { answerObjectionInput, assignTaskInput, objectInput } from "../schema/rounds";
import { mailAnswer } from "./mails";
import { type Changed, tellSubject } from "./move";
import { computeValues, drawUp } from "./results";

/** Within five working days, by the unit's own people. */
export async function objectTo(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof objectInput>,
): Promise<Result<Changed, "evaluation-wrong-state" | "evaluation-objections-over">> {
  const { round, subject } = await holdSubject(tx, scope, input.subjectId);
  if (!seesSubject(scope, subject)) return notFound();
  if (!mayObjectFor(scope, subject)) return forbidden();
  if (round.state !== "objection") return refuse("evaluation-wrong-state");
  const last = round.objectionUntil && dayOf(round.objectionUntil);
  if (!last || scope.today > last) return refuse("evaluation-objections-over", { day: last ?? "" });
  const id = newId(scope.now);
  await tx.evaluationObjection.create({
    data: {
      ...input,
      id,
      allianceId: scope.alliance.id,
      raisedById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await tellSubject(scope, "object", subject.id, { objectionId: id });
  return accept({ id, version: 1 });
}

export const answerRefusals = [
  "evaluation-wrong-state",
  "evaluation-same-person",
  "evaluation-answered",
  "evaluation-not-corrected",
] as const;
type AnswerRefusal = (typeof answerRefusals)[number];
type Answer = z.output<typeof answerObjectionInput>;

/**
 * The value that an upheld objection puts right: what the portal counts is counted again from the records, everything else
 * is given. Experts' marks stand.
 */
async function correct(
  tx: Tx,
  scope: TenantScope,
  { round, subject }: HeldSubject,
  input: Answer,
): Promise<Result<{ before: bigint | null; after: bigint | null }, AnswerRefusal>> {
  const leaves = await leavesOfScheme(tx, scope, round.schemeId);
  const leaf = leaves.find(({ id }) => id === input.indicatorId) ?? notFound();
  if (!isMeasured(leaf.kind)) return refuse("evaluation-not-corrected");
  const key = { subjectId_indicatorId: { subjectId: subject.id, indicatorId: leaf.id } };
  const read = async () => {
    const entry = await tx.evaluationEntry.findUnique({ where: key, include: { items: true } });
    return countedValue(leaf, entry ?? undefined);
  };
  const before = await read();
  if (leaf.metricCode !== null) {
    // Of this subject and indicator alone: what was frozen for the others stays.
    await computeValues(tx, scope, round, { subjectId: subject.id, indicatorId: leaf.id });
    return accept({ before, after: await read() });
  }
  if (input.value === undefined) {
    throw new AppError("malformed", { issues: [{ path: "value", message: "required" }] });
  }
  const after = hundredths(input.value);
  // Whoever reported it, the one who answers is somebody else: the objection says who.
  await tx.evaluationEntry.upsert({
    where: key,
    create: {
      allianceId: scope.alliance.id,
      subjectId: subject.id,
      indicatorId: leaf.id,
      verifiedValue: after,
      verifiedById: scope.actor.userId,
    },
    update: { verifiedValue: after, verifiedById: scope.actor.userId },
  });
  return accept({ before, after });
}

/** Answered by somebody who had no hand in the result; upheld, one value changes and all results are drawn up again. */
export async function answerObjection(
  tx: Tx,
  scope: TenantScope,
  input: Answer,
): Promise<Result<Changed, AnswerRefusal>> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.objectionId } };
  const found = (await tx.evaluationObjection.findUnique({ where })) ?? notFound();
  const held = await holdSubject(tx, scope, found.subjectId);
  if (!answersObjections(scope, held.subject)) return forbidden();
  if (held.round.state !== "objection") return refuse("evaluation-wrong-state");
  const now = await tx.evaluationObjection.findUniqueOrThrow({ where });
  if (now.state !== "open") return refuse("evaluation-answered");
  if (!isSecondPerson(found.raisedById, scope.actor.userId) || (await tookPart(tx, scope, held))) {
    return refuse("evaluation-same-person");
  }
  const corrected = input.upheld ? await correct(tx, scope, held, input) : undefined;
  if (corrected && !corrected.ok) return corrected;
  await tx.evaluationObjection.updateMany({
    where: { allianceId: scope.alliance.id, id: found.id, state: "open" },
    data: {
      state: input.upheld ? "upheld" : "rejected",
      answer: input.answer,
      answeredById: scope.actor.userId,
      answeredAt: scope.now,
      indicatorId: corrected ? (input.indicatorId ?? null) : null,
      valueBefore: corrected?.value.before ?? null,
      valueAfter: corrected?.value.after ?? null,
    },
  });
  if (corrected) await drawUp(tx, scope, held.round);
  await mailAnswer(tx, scope, held.round, {
    subjectId: held.subject.id,
    objectionId: found.id,
  });
  await tellSubject(scope, "answer_objection", held.subject.id, {
    objectionId: found.id,
    upheld: input.upheld,
  });
  return accept({ id: found.id, version: 1 });
}

/** What a subject is to mend, by a named person until a day: a task like every other one. */
export async function assignTask(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof assignTaskInput>,
): Promise<Result<Changed, "evaluation-wrong-state" | "resolution-over" | OwnerRefusal>> {
  const { round, subject } = await holdSubject(tx, scope, input.subjectId);
  if (!manages(scope)) return forbidden();
  if (round.state !== "published" && round.state !== "rectification") {
    return refuse("evaluation-wrong-state");
  }
  const { subjectId, ...task } = input;
  const made = await createTask(tx, scope, {
    ...task,
    ...(subject.organizationId && { organizationId: subject.organizationId }),
  });
  if (!made.ok) return made;
  await tx.evaluationTask.create({
    data: { allianceId: scope.alliance.id, subjectId, taskId: made.value.id },
  });
  await tellSubject(scope, "assign_task", subject.id, { taskId: made.value.id });
  return accept({ id: made.value.id, version: made.value.version });
}
