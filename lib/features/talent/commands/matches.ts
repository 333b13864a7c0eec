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
import { lockDemand, noteDemand, settleDemand, shownOf } from "./demand-move";
import { lockSupply } from "./supplies";

type Answer<R extends string = never> = Promise<Result<MovedMatch, R>>;
type Closed = "demand-not-open" | "supply-not-published";
type Overfilled = "demand-overfilled" | "supply-overfilled";

type Sides = { demandId: string; supplyId: string };

/** Both sides as they are now, locked until this is done: the demand first, which is the order of the database's counting. */
async function lockSides(tx: Tx, scope: TenantScope, { demandId, supplyId }: Sides) {
  const demand = await lockDemand(tx, scope, demandId);
  await lockSupply(tx, scope, supplyId);
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: supplyId } };
  return { demand, supply: (await tx.talentSupply.findUnique({ where })) ?? notFound() };
}
type Locked = Awaited<ReturnType<typeof lockSides>>;

/** Heads are promised between an open demand and published graduates: either may have been taken back meanwhile. */
function closedFault(scope: TenantScope, { demand, supply }: Locked) {
  if (!isOnMarket(shownOf(demand, scope.today))) return refuse("demand-not-open");
  return supply.state === "published" ? undefined : refuse("supply-not-published");
}

/** Heads and graduates that are left, and which of the two a number would overfill. */
function overfillFault(quantity: number, { demand, supply }: Locked) {
  const room = roomFor(demand, supply);
  const full = overfill(quantity, room);
  return full && refuse(`${full}-overfilled` as const, { free: Math.max(0, room[full]) });
}

/** The alliance brings an open demand and published graduates together. */
export async function suggestMatch(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof suggestMatchInput>,
): Answer<Closed | "match-exists" | Overfilled> {
  const allianceId = scope.alliance.id;
  const { demandId, supplyId, quantity } = input;
  const sides = await lockSides(tx, scope, input);
  const closed = closedFault(scope, sides);
  if (closed) return closed;
  const live = { in: ["suggested" as const, "contacted" as const, "agreed" as const] };
  const same = await tx.talentMatch.count({
    where: { allianceId, demandId, supplyId, state: live },
  });
  if (same > 0) return refuse("match-exists");
  const full = overfillFault(quantity, sides);
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
): Answer<"wrong-state" | Closed | "class-of-another-school" | Overfilled> {
  const held = await holdMatch(tx, scope, input.matchId);
  if (!held.enterprise) forbidden();
  const { quantity, form, classId = null } = input;
  const sides = await lockSides(tx, scope, held);
  if (held.state === "contacted") {
    const fault = closedFault(scope, sides) ?? overfillFault(quantity, sides);
    if (fault) return fault;
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
  await lockSides(tx, scope, held);
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
  await lockSides(tx, scope, held);
  return moveMatch(tx, scope, held, { step: "drop", version: input.version, text: input.text });
}
