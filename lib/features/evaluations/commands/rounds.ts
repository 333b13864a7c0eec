import type { z } from "zod";
import { afterWorkingDays } from "@/lib/features/calls/rules/working-days";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { isSecondPerson } from "../policy";
import { holdRound, type RoundFacts } from "../queries/facts";
import { standing } from "../queries/progress";
import { resolutionsFor } from "../queries/resolutions";
import { mayBecome } from "../rules/states";
import type { openRoundInput, ratifyRoundInput, stepRoundInput } from "../schema/rounds";
import type { EvaluationState } from "../types";
import { mailStep } from "./mails";
import { type Changed, moveTo, note, tellRound } from "./move";
import { computeValues, drawUp } from "./results";
import { subjectsFor } from "./subjects";

/** Days in which a subject may object to its result. */
const OBJECTION_DAYS = 5;

export const openRefusals = [
  "scheme-not-published",
  "evaluation-year-ahead",
  "evaluation-due-past",
  "evaluation-exists",
  "evaluation-no-subjects",
] as const;

/** Opens the evaluation of a year by a published scheme; who is evaluated is fixed now. */
export async function openRound(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof openRoundInput>,
): Promise<Result<Changed, (typeof openRefusals)[number]>> {
  const of = { allianceId: scope.alliance.id };
  const scheme = await tx.evaluationScheme.findUnique({
    where: { allianceId_id: { ...of, id: input.schemeId } },
    select: { id: true, state: true, subjectKind: true },
  });
  if (!scheme) return notFound();
  if (scheme.state !== "published") return refuse("scheme-not-published");
  if (input.year > Number(scope.today.slice(0, 4))) return refuse("evaluation-year-ahead");
  if (input.selfDueOn < scope.today) return refuse("evaluation-due-past");
  const subjects = await subjectsFor(tx, scope, scheme.subjectKind, input.keyIds);
  if (subjects.length === 0) return refuse("evaluation-no-subjects");
  const id = newId(scope.now);
  const { count } = await tx.evaluationRound.createMany({
    data: [
      {
        ...of,
        id,
        schemeId: scheme.id,
        year: input.year,
        title: input.title,
        selfDueOn: dateOf(input.selfDueOn),
        openedById: scope.actor.userId,
        stateSince: scope.now,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("evaluation-exists", { year: String(input.year) });
  await tx.evaluationSubject.createMany({
    data: subjects.map((one) => ({ ...one, ...of, roundId: id })),
  });
  await note(tx, scope, id, "scheme_published");
  await tellRound(scope, "open_round", id, { year: input.year, subjects: subjects.length });
  return accept({ id, version: 1 });
}

export const stepRefusals = [
  "evaluation-wrong-state",
  "evaluation-self-open",
  "evaluation-unverified",
  "evaluation-experts-missing",
  "evaluation-sheets-missing",
  "evaluation-veto-open",
  "evaluation-tasks-missing",
  "evaluation-tasks-open",
  "evaluation-conclusion-missing",
] as const;
type StepRefusal = (typeof stepRefusals)[number];
type Step = z.output<typeof stepRoundInput>;

/** What must have come first; undefined: nothing is missing. */
async function whyNot(
  tx: Tx,
  scope: TenantScope,
  round: RoundFacts,
  input: Step,
): Promise<Result<never, StepRefusal> | undefined> {
  const now = await standing(tx, scope, round);
  const missing: Partial<Record<EvaluationState, [StepRefusal, number]>> = {
    // Before the last day everybody must have handed in; after it, who has not is evaluated by what is known.
    data_verified: [
      "evaluation-self-open",
      scope.today > dayOf(round.selfDueOn) ? 0 : now.unsubmitted,
    ],
    expert_scoring: ["evaluation-unverified", now.unverified],
    veto_check: ["evaluation-sheets-missing", now.sheetsMissing],
    draft_result: ["evaluation-veto-open", now.openVetoes],
    rectification: ["evaluation-tasks-missing", now.withoutTask],
    follow_up: ["evaluation-tasks-open", now.openTasks],
  };
  const [reason, count] = missing[input.to] ?? [];
  if (reason && count) return refuse(reason, { count });
  if (input.to === "veto_check" && now.fewestExperts < now.leastExperts) {
    return refuse("evaluation-experts-missing", { least: now.leastExperts });
  }
  return input.to === "follow_up" && !input.note
    ? refuse("evaluation-conclusion-missing")
    : undefined;
}

type Columns = {
  measuredAt?: Date;
  draftedById?: string | null;
  draftedAt?: Date;
  objectionUntil?: Date;
  publishedAt?: Date;
  conclusion?: string | null;
};

async function columnsFor(
  tx: Tx,
  scope: TenantScope,
  round: RoundFacts,
  input: Step,
): Promise<Columns> {
  switch (input.to) {
    case "data_verified":
      await computeValues(tx, scope, round);
      return { measuredAt: scope.now };
    case "draft_result":
      await drawUp(tx, scope, round);
      return { draftedById: scope.actor.userId, draftedAt: scope.now };
    case "objection":
      return { objectionUntil: dateOf(afterWorkingDays(scope.today, OBJECTION_DAYS)) };
    case "published":
      return { publishedAt: scope.now };
    case "follow_up":
      return { conclusion: input.note ?? null };
    default:
      return {};
  }
}

/** The next step of the chain, when what it needs is there. */
export async function stepRound(
  tx: Tx,
  scope: TenantScope,
  input: Step,
): Promise<Result<Changed, StepRefusal>> {
  const round = await holdRound(tx, scope, input);
  if (!mayBecome(round.state, input.to)) return refuse("evaluation-wrong-state");
  const refused = await whyNot(tx, scope, round, input);
  if (refused) return refused;
  const data = await columnsFor(tx, scope, round, input);
  const result = await moveTo(tx, scope, round, input.to, {
    data,
    ...(input.note && { note: input.note }),
  });
  await mailStep(tx, scope, { ...round, objectionUntil: data.objectionUntil ?? null }, input.to);
  await tellRound(scope, "step", round.id, { from: round.state, to: input.to });
  return accept(result);
}

export const ratifyRefusals = [
  "evaluation-wrong-state",
  "evaluation-same-person",
  "evaluation-objections-run",
  "evaluation-objections-open",
  "evaluation-resolution-unfit",
] as const;

/** The council ratifies: by a resolution of its own that names this evaluation and has ratified nothing else. */
export async function ratifyRound(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof ratifyRoundInput>,
): Promise<Result<Changed, (typeof ratifyRefusals)[number]>> {
  const round = await holdRound(tx, scope, input);
  if (!mayBecome(round.state, "council_ratified")) return refuse("evaluation-wrong-state");
  if (!isSecondPerson(round.draftedById, scope.actor.userId)) {
    return refuse("evaluation-same-person");
  }
  const last = round.objectionUntil && dayOf(round.objectionUntil);
  if (!last || scope.today <= last) return refuse("evaluation-objections-run", { day: last ?? "" });
  const { openObjections } = await standing(tx, scope, round);
  if (openObjections > 0) return refuse("evaluation-objections-open", { count: openObjections });
  const fitting = await resolutionsFor(tx, scope, round);
  if (!fitting.some(({ id }) => id === input.resolutionId)) {
    return refuse("evaluation-resolution-unfit", { title: round.title });
  }
  const result = await moveTo(tx, scope, round, "council_ratified", {
    data: { resolutionId: input.resolutionId, ratifiedById: scope.actor.userId },
  });
  await tellRound(scope, "ratify", round.id, { resolutionId: input.resolutionId });
  return accept(result);
}
