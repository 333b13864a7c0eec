import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { scores } from "../policy";
import { expertsHere, tiedSubjects } from "../queries/experts";
import { holdRound, holdSubject, leavesOfScheme } from "../queries/facts";
import type {
  assignExpertInput,
  declareSeatInput,
  releaseExpertInput,
  scoreInput,
} from "../schema/rounds";
import { type Changed, tellRound, tellSubject } from "./move";

export const assignRefusals = [
  "evaluation-wrong-state",
  "evaluation-expert-tied",
  "evaluation-expert-there",
] as const;

/** Asks an expert about every subject that nothing ties him to. */
export async function assignExpert(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof assignExpertInput>,
): Promise<Result<Changed, (typeof assignRefusals)[number]>> {
  const round = await holdRound(tx, scope, input);
  const experts = await expertsHere(tx, scope);
  if (!experts.some(({ personId }) => personId === input.personId)) return notFound();
  if (round.state !== "data_verified" && round.state !== "expert_scoring") {
    return refuse("evaluation-wrong-state");
  }
  const of = { allianceId: scope.alliance.id };
  const subjects = await tx.evaluationSubject.findMany({
    where: { ...of, roundId: round.id },
    select: { id: true, organizationId: true, collegeId: true },
  });
  const tied = await tiedSubjects(tx, scope, input.personId, subjects);
  const free = subjects.filter(({ id }) => !tied.has(id));
  if (free.length === 0) return refuse("evaluation-expert-tied");
  const { count } = await tx.evaluationSeat.createMany({
    data: free.map(({ id }) => ({
      ...of,
      subjectId: id,
      personId: input.personId,
      assignedById: scope.actor.userId,
    })),
    skipDuplicates: true,
  });
  if (count === 0) return refuse("evaluation-expert-there");
  await tellRound(scope, "assign_expert", round.id, {
    personId: input.personId,
    subjects: count,
    tied: tied.size,
  });
  return accept({ id: round.id, version: round.version });
}

export const releaseRefusals = ["evaluation-wrong-state", "evaluation-expert-done"] as const;

/** An expert who gives no sheet holds up nobody: the office takes him off what is open, with a reason; his sheets stay. */
export async function releaseExpert(
  tx: Tx,
  scope: TenantScope,
  { personId, reason, ...key }: z.output<typeof releaseExpertInput>,
): Promise<Result<Changed, (typeof releaseRefusals)[number]>> {
  const round = await holdRound(tx, scope, key);
  const own = { allianceId: scope.alliance.id, personId, subject: { roundId: round.id } };
  if ((await tx.evaluationSeat.count({ where: own })) === 0) return notFound();
  if (round.state !== "data_verified" && round.state !== "expert_scoring") {
    return refuse("evaluation-wrong-state");
  }
  const { count } = await tx.evaluationSeat.updateMany({
    where: { ...own, state: { not: "recused" }, submittedAt: null },
    data: { state: "recused", reason, declaredAt: scope.now },
  });
  if (count === 0) return refuse("evaluation-expert-done");
  await tellRound(scope, "release_expert", round.id, { personId, subjects: count, reason });
  return accept({ id: round.id, version: round.version });
}

/** The caller's own seat, with its round locked. @throws AppError not-found, forbidden */
async function ownSeat(tx: Tx, scope: TenantScope, seatId: string) {
  if (!scores(scope)) return forbidden();
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: seatId } };
  const found = await tx.evaluationSeat.findUnique({ where, select: { subjectId: true } });
  if (!found) return notFound();
  const { round, subject } = await holdSubject(tx, scope, found.subjectId);
  // Read again inside the lock.
  const seat = await tx.evaluationSeat.findUniqueOrThrow({ where });
  if (seat.personId !== scope.actor.personId) return notFound();
  return { round, subject, seat };
}

export const declareRefusals = [
  "evaluation-wrong-state",
  "evaluation-declared",
  "evaluation-expert-tied",
] as const;

/** Before anything opens: nothing ties me to this subject, or what does. Later found, it ends the work before a sheet is given. */
export async function declareSeat(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof declareSeatInput>,
): Promise<Result<Changed, (typeof declareRefusals)[number]>> {
  const { round, subject, seat } = await ownSeat(tx, scope, input.seatId);
  if (round.state !== "data_verified" && round.state !== "expert_scoring") {
    return refuse("evaluation-wrong-state");
  }
  const clear = input.answer === "clear";
  const again = seat.state !== "assigned" && (clear || seat.state === "recused");
  if (again || seat.submittedAt) return refuse("evaluation-declared");
  if (clear && (await tiedSubjects(tx, scope, seat.personId, [subject])).size > 0) {
    return refuse("evaluation-expert-tied");
  }
  const { count } = await tx.evaluationSeat.updateMany({
    where: { allianceId: scope.alliance.id, id: seat.id, state: seat.state, submittedAt: null },
    data: {
      state: clear ? "clear" : "recused",
      declaredAt: scope.now,
      reason: clear ? null : (input.reason ?? null),
    },
  });
  if (count === 0) throw new AppError("stale");
  await tellSubject(scope, "declare", subject.id, { seatId: seat.id, clear });
  return accept({ id: seat.id, version: 1 });
}

export const scoreRefusals = [
  "evaluation-wrong-state",
  "evaluation-not-clear",
  "evaluation-scored",
  "evaluation-sheet-incomplete",
  "evaluation-expert-tied",
] as const;

/** One expert's sheet for one subject: every criterion, blind, once and for good. */
export async function scoreSubject(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof scoreInput>,
): Promise<Result<Changed, (typeof scoreRefusals)[number]>> {
  const { round, subject, seat } = await ownSeat(tx, scope, input.seatId);
  if (round.state !== "expert_scoring") return refuse("evaluation-wrong-state");
  if (seat.state !== "clear") return refuse("evaluation-not-clear");
  if (seat.submittedAt) return refuse("evaluation-scored");
  // A tie can have come about, or come to light, since the declaration.
  if ((await tiedSubjects(tx, scope, seat.personId, [subject])).size > 0) {
    return refuse("evaluation-expert-tied");
  }
  const leaves = await leavesOfScheme(tx, scope, round.schemeId);
  const wanted = leaves.filter(({ kind }) => kind === "expert").map(({ id }) => id);
  const given = input.marks.map(({ indicatorId }) => indicatorId);
  if (wanted.toSorted().join() !== given.toSorted().join()) {
    return refuse("evaluation-sheet-incomplete");
  }
  const of = { allianceId: scope.alliance.id };
  await tx.evaluationScore.createMany({
    data: input.marks.map((mark) => ({ ...mark, ...of, seatId: seat.id })),
  });
  const { count } = await tx.evaluationSeat.updateMany({
    where: { ...of, id: seat.id, state: "clear", submittedAt: null },
    data: { submittedAt: scope.now, comment: input.comment },
  });
  if (count === 0) throw new AppError("stale");
  // The chain does not say what was given: it is blind until scoring is over.
  await tellSubject(scope, "score", subject.id, { seatId: seat.id });
  return accept({ id: seat.id, version: 1 });
}
