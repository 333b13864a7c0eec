import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { findsVetoes, isSecondPerson, manages } from "../policy";
import { holdSubject } from "../queries/facts";
import { sitsClear } from "../queries/part";
import type { decideVetoInput, findVetoInput, recordVisitInput } from "../schema/rounds";
import { type Changed, tellSubject } from "./move";

/** What was seen on the spot: by the office, or by an expert without a conflict. */
async function mayVisit(tx: Tx, scope: TenantScope, subjectId: string): Promise<boolean> {
  if (manages(scope)) return true;
  return sitsClear(tx, scope, subjectId);
}

export async function recordVisit(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordVisitInput>,
): Promise<Result<Changed, "evaluation-wrong-state" | "day-in-future">> {
  const { round, subject } = await holdSubject(tx, scope, input.subjectId);
  if (!(await mayVisit(tx, scope, subject.id))) return notFound();
  if (round.state !== "expert_scoring" && round.state !== "data_verified") {
    return refuse("evaluation-wrong-state");
  }
  if (input.on > scope.today) return refuse("day-in-future");
  const id = newId(scope.now);
  await tx.evaluationVisit.create({
    data: {
      ...input,
      id,
      on: dateOf(input.on),
      allianceId: scope.alliance.id,
      recordedById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await tellSubject(scope, "visit", subject.id, { on: input.on });
  return accept({ id, version: 1 });
}

/** One person finds it; nothing follows before another one has looked. */
export async function findVeto(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof findVetoInput>,
): Promise<Result<Changed, "evaluation-wrong-state" | "evaluation-veto-there">> {
  const { round, subject } = await holdSubject(tx, scope, input.subjectId);
  if (!findsVetoes(scope, subject)) return forbidden();
  const of = { allianceId: scope.alliance.id };
  const indicator = await tx.evaluationIndicator.count({
    where: { ...of, schemeId: round.schemeId, id: input.indicatorId, kind: "veto" },
  });
  if (indicator === 0) return notFound();
  if (round.state !== "veto_check") return refuse("evaluation-wrong-state");
  const there = await tx.evaluationVeto.count({
    where: {
      ...of,
      subjectId: subject.id,
      indicatorId: input.indicatorId,
      state: { not: "dismissed" },
    },
  });
  if (there > 0) return refuse("evaluation-veto-there");
  const id = newId(scope.now);
  await tx.evaluationVeto.create({
    data: { ...input, ...of, id, foundById: scope.actor.userId, createdAt: scope.now },
  });
  await tellSubject(scope, "find_veto", subject.id, { vetoId: id });
  return accept({ id, version: 1 });
}

/** Another person confirms it, or lays it aside with a note. */
export async function decideVeto(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decideVetoInput>,
): Promise<Result<Changed, "evaluation-wrong-state" | "evaluation-same-person">> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.vetoId } };
  const found = (await tx.evaluationVeto.findUnique({ where })) ?? notFound();
  const { round, subject } = await holdSubject(tx, scope, found.subjectId);
  if (!findsVetoes(scope, subject)) return forbidden();
  if (round.state !== "veto_check") return refuse("evaluation-wrong-state");
  if (!isSecondPerson(found.foundById, scope.actor.userId)) return refuse("evaluation-same-person");
  const { count } = await tx.evaluationVeto.updateMany({
    where: { allianceId: scope.alliance.id, id: found.id, state: "found" },
    data: {
      state: input.confirmed ? "confirmed" : "dismissed",
      note: input.note ?? null,
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
    },
  });
  if (count === 0) throw new AppError("stale");
  await tellSubject(scope, "decide_veto", subject.id, {
    vetoId: found.id,
    confirmed: input.confirmed,
  });
  return accept({ id: found.id, version: 1 });
}
