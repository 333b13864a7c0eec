import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { isExpert, isOffice } from "../policy";
import { stageOf, unitsOf } from "../queries/experts";
import type { HeldCall } from "../queries/facts";
import { personTies } from "../queries/ties";
import type {
  assignExpertInput,
  declareInput,
  opineInput,
  releaseExpertInput,
} from "../schema/assess";
import { holdCall, note } from "./hold";

type Named = { id: string; callId: string };

async function tiedTo(tx: Tx, scope: TenantScope, call: HeldCall, personId: string) {
  const units = await unitsOf(tx, call, stageOf(call) ?? "need");
  return (await personTies(tx, scope, [personId], units)).map(({ name }) => name);
}

const isExpertHere = (tx: Tx, scope: TenantScope, personId: string): Promise<number> =>
  tx.roleGrant.count({
    where: {
      allianceId: scope.alliance.id,
      role: "expert",
      user: { personId, disabledAt: null },
      validFrom: { lte: dateOf(scope.today) },
      OR: [{ validTo: null }, { validTo: { gte: dateOf(scope.today) } }],
    },
  });

export const assignRefusals = [
  "call-wrong-state",
  "expert-conflicted",
  "expert-assigned-already",
] as const;

/** Asks an expert of the alliance, unless something ties him to one of the units. */
export async function assignExpert(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof assignExpertInput>,
): Promise<Result<Named, (typeof assignRefusals)[number]>> {
  const call = await holdCall(tx, scope, input.id);
  const stage = stageOf(call);
  if (!stage) return refuse("call-wrong-state");
  if ((await isExpertHere(tx, scope, input.personId)) === 0) return notFound();
  const ties = await tiedTo(tx, scope, call, input.personId);
  if (ties.length > 0) return refuse("expert-conflicted", { names: ties.join("、") });
  const round = stage === "bids" ? call.round : 1;
  const key = { callId: call.id, stage, round, personId: input.personId };
  if ((await tx.callExpert.count({ where: key })) > 0) return refuse("expert-assigned-already");
  const { id } = await tx.callExpert.create({
    data: {
      ...key,
      allianceId: scope.alliance.id,
      assignedById: scope.actor.userId,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await note(tx, scope, call.id, "assigned");
  await scope.audit({
    action: "call.assign_expert",
    subjectType: "call",
    subjectId: call.id,
    details: { personId: input.personId, stage },
  });
  return accept({ id, callId: call.id });
}

/** Lets an expert go who has given no sheet as yet, with the reason. */
export async function releaseExpert(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof releaseExpertInput>,
): Promise<Result<Named, "expert-has-judged">> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.expertId } };
  const found = (await tx.callExpert.findUnique({ where })) ?? notFound();
  const call = await holdCall(tx, scope, found.callId);
  if (!isOffice(scope)) return forbidden();
  // He is out already: the reason that he gave, or that was given first, stays.
  if (found.state === "recused") return accept({ id: found.id, callId: call.id });
  const judged = { allianceId: scope.alliance.id, expertId: found.id };
  const given =
    (await tx.bidScore.count({ where: judged })) + (await tx.needOpinion.count({ where: judged }));
  if (given > 0) return refuse("expert-has-judged");
  await tx.callExpert.updateMany({
    where: { allianceId: scope.alliance.id, id: found.id },
    data: { state: "recused", reason: input.reason, declaredAt: scope.now },
  });
  await note(tx, scope, call.id, "recused", input.reason);
  await scope.audit({
    action: "call.release_expert",
    subjectType: "call",
    subjectId: call.id,
    details: { expertId: found.id, reason: input.reason },
  });
  return accept({ id: found.id, callId: call.id });
}

/** The caller's own part in what is judged now. */
export async function ownPart(tx: Tx, scope: TenantScope, call: HeldCall) {
  const stage = stageOf(call);
  const personId = scope.actor.personId;
  if (!stage || !personId) return undefined;
  return tx.callExpert.findUnique({
    where: {
      callId_stage_round_personId: {
        callId: call.id,
        stage,
        round: stage === "bids" ? call.round : 1,
        personId,
      },
    },
  });
}

/** Before an expert sees anything he says whether something ties him to the units; one who says so is out. */
export async function declare(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof declareInput>,
): Promise<Result<Named, "call-wrong-state" | "expert-declared-already" | "expert-conflicted">> {
  const call = await holdCall(tx, scope, input.id);
  if (!isExpert(scope, call)) return forbidden();
  const part = await ownPart(tx, scope, call);
  if (!part) return refuse("call-wrong-state");
  if (part.state !== "assigned") return refuse("expert-declared-already");
  const clear = input.answer === "clear";
  const ties = clear ? await tiedTo(tx, scope, call, part.personId) : [];
  if (ties.length > 0) return refuse("expert-conflicted", { names: ties.join("、") });
  const { count } = await tx.callExpert.updateMany({
    where: { allianceId: scope.alliance.id, id: part.id, state: "assigned" },
    data: clear
      ? { state: "clear", declaredAt: scope.now }
      : { state: "recused", declaredAt: scope.now, reason: input.reason ?? null },
  });
  if (count === 0) throw new AppError("stale");
  await note(tx, scope, call.id, clear ? "declared" : "recused");
  await scope.audit({
    action: "call.declare",
    subjectType: "call",
    subjectId: call.id,
    details: { expertId: part.id, clear },
  });
  return accept({ id: part.id, callId: call.id });
}

/** Four sides of a need and four questions, once. */
export async function opine(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof opineInput>,
): Promise<Result<Named, "call-wrong-state" | "expert-not-clear" | "expert-has-judged">> {
  const call = await holdCall(tx, scope, input.id);
  if (!isExpert(scope, call)) return forbidden();
  const part = await ownPart(tx, scope, call);
  if (part?.stage !== "need") return refuse("call-wrong-state");
  if (part.state !== "clear") return refuse("expert-not-clear");
  const { id: _, ...opinion } = input;
  const { count } = await tx.needOpinion.createMany({
    data: [
      {
        ...opinion,
        allianceId: scope.alliance.id,
        expertId: part.id,
        createdAt: scope.now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("expert-has-judged");
  await note(tx, scope, call.id, "opinion");
  await scope.audit({
    action: "call.opine",
    subjectType: "call",
    subjectId: call.id,
    details: { expertId: part.id, recommended: input.recommended },
  });
  return accept({ id: part.id, callId: call.id });
}
