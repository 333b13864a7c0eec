import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { mayFor } from "../policy";
import { overfill, roomFor } from "../rules/heads";
import { isOnMarket, matchAfter } from "../rules/states";
import type {
  agreeMatchInput,
  contactMatchInput,
  dropMatchInput,
  MovedMatch,
  recordResultInput,
  suggestMatchInput,
} from "../schema/supply";
import type { MatchStep } from "../types";
import { holdDemand, noteDemand, settleDemand, shownOf } from "./demand-move";

type Answer<R extends string = never> = Promise<Result<MovedMatch, R>>;
type Overfilled = "demand-overfilled" | "supply-overfilled";

/** Locks the demand, then the supply, in the order of the database's own counting. */
async function lockSides(tx: Tx, demandId: string, supplyId: string) {
  await tx.$queryRaw`SELECT id FROM talent_demands WHERE id = ${demandId}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM talent_supplies WHERE id = ${supplyId}::uuid FOR UPDATE`;
}

/** Heads and graduates that are left, and which of the two a number would overfill. */
async function overfillFault(
  tx: Tx,
  scope: TenantScope,
  given: { demandId: string; supplyId: string; quantity: number },
): Promise<Result<never, Overfilled> | undefined> {
  const demand = await holdDemand(tx, scope, given.demandId);
  const supply = await tx.talentSupply.findUniqueOrThrow({ where: { id: given.supplyId } });
  const room = roomFor(demand, supply);
  const full = overfill(given.quantity, room);
  return full && refuse(`${full}-overfilled` as const, { free: Math.max(0, room[full]) });
}

/** The alliance brings an open demand and published graduates together. */
export async function suggestMatch(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof suggestMatchInput>,
): Answer<"demand-not-open" | "supply-not-published" | "match-exists" | Overfilled> {
  const allianceId = scope.alliance.id;
  const { demandId, supplyId, quantity } = input;
  const demand = await holdDemand(tx, scope, demandId);
  const where = { allianceId_id: { allianceId, id: supplyId } };
  const supply = (await tx.talentSupply.findUnique({ where })) ?? notFound();
  if (!isOnMarket(shownOf(demand, scope.today))) return refuse("demand-not-open");
  if (supply.state !== "published") return refuse("supply-not-published");
  await lockSides(tx, demandId, supplyId);
  const live = { in: ["suggested" as const, "contacted" as const, "agreed" as const] };
  const same = await tx.talentMatch.count({
    where: { allianceId, demandId, supplyId, state: live },
  });
  if (same > 0) return refuse("match-exists");
  const full = await overfillFault(tx, scope, input);
  if (full) return full;
  const { id, version } = await tx.talentMatch.create({
    data: { allianceId, demandId, supplyId, quantity, createdById: scope.actor.userId },
  });
  await noteDemand(tx, scope, { demandId, matchId: id, step: "suggest", quantity });
  await scope.audit({
    action: "match.suggest",
    subjectType: "match",
    subjectId: id,
    details: { demandId, supplyId, quantity },
  });
  return accept({ id, state: "suggested", version });
}

async function holdMatch(tx: Tx, scope: TenantScope, id: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const include = {
    demand: { select: { organizationId: true } },
    supply: {
      select: { offering: { select: { offering: { select: { organizationId: true } } } } },
    },
  } as const;
  const held = (await tx.talentMatch.findUnique({ where, include })) ?? notFound();
  const enterprise = mayFor(scope, "match.act", held.demand.organizationId);
  const schoolId = held.supply.offering.offering.organizationId;
  const school = mayFor(scope, "match.act", schoolId);
  // Others do not know of it.
  if (!enterprise && !school) notFound();
  return { ...held, enterprise, school, schoolId };
}
type Held = Awaited<ReturnType<typeof holdMatch>>;

type Move = {
  step: MatchStep;
  version: number;
  text?: string | undefined;
  quantity?: number;
  data?: Prisma.TalentMatchUncheckedUpdateManyInput;
};

async function moveMatch(
  tx: Tx,
  scope: TenantScope,
  held: Held,
  move: Move,
): Answer<"wrong-state"> {
  const next = matchAfter(held.state, move.step);
  if (!next) return refuse("wrong-state");
  const { count } = await tx.talentMatch.updateMany({
    where: { allianceId: scope.alliance.id, id: held.id, state: held.state, version: move.version },
    data: { ...move.data, state: next, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await noteDemand(tx, scope, {
    demandId: held.demandId,
    matchId: held.id,
    step: move.step,
    text: move.text,
    ...(move.quantity !== undefined && { quantity: move.quantity }),
  });
  await settleDemand(tx, scope, held.demandId);
  await scope.audit({
    action: `match.${move.step}`,
    subjectType: "match",
    subjectId: held.id,
    details: { from: held.state, to: next, quantity: move.quantity ?? null },
  });
  return accept({ id: held.id, state: next, version: move.version + 1 });
}

/** The school has spoken with the enterprise. */
export async function contactMatch(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof contactMatchInput>,
): Answer<"wrong-state"> {
  const held = await holdMatch(tx, scope, input.matchId);
  if (!held.school) forbidden();
  return moveMatch(tx, scope, held, { step: "contact", version: input.version, text: input.text });
}

/** The enterprise agrees on a number and a form; from here the heads and the graduates are taken. */
export async function agreeMatch(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof agreeMatchInput>,
): Answer<"wrong-state" | "demand-not-open" | "class-of-another-school" | Overfilled> {
  const held = await holdMatch(tx, scope, input.matchId);
  if (!held.enterprise) forbidden();
  const { quantity, form, classId = null } = input;
  await lockSides(tx, held.demandId, held.supplyId);
  if (held.state === "contacted") {
    const demand = await holdDemand(tx, scope, held.demandId);
    if (!isOnMarket(shownOf(demand, scope.today))) return refuse("demand-not-open");
    const full = await overfillFault(tx, scope, { ...held, quantity });
    if (full) return full;
  }
  if (classId && !(await isClassOf(tx, scope, classId, held.schoolId))) {
    return refuse("class-of-another-school");
  }
  return moveMatch(tx, scope, held, {
    step: "agree",
    version: input.version,
    text: input.text,
    quantity,
    data: { quantity, form, classId },
  });
}

const isClassOf = async (tx: Tx, scope: TenantScope, id: string, organizationId: string) =>
  (await tx.trainingClass.count({
    where: { allianceId: scope.alliance.id, id, organizationId },
  })) === 1;

/** How many came; the heads that nobody came for are free again. */
export async function recordResult(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordResultInput>,
): Answer<"wrong-state" | "more-than-agreed"> {
  const held = await holdMatch(tx, scope, input.matchId);
  if (!held.enterprise) forbidden();
  const { hired, version, text } = input;
  await lockSides(tx, held.demandId, held.supplyId);
  if (held.state === "agreed" && hired > held.quantity) {
    return refuse("more-than-agreed", { agreed: held.quantity });
  }
  const data = { hired };
  return moveMatch(tx, scope, held, {
    step: "record_result",
    version,
    text,
    quantity: hired,
    data,
  });
}

/** Either side may end what has no result, with a reason. */
export async function dropMatch(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof dropMatchInput>,
): Answer<"wrong-state"> {
  const held = await holdMatch(tx, scope, input.matchId);
  await lockSides(tx, held.demandId, held.supplyId);
  return moveMatch(tx, scope, held, { step: "drop", version: input.version, text: input.text });
}
