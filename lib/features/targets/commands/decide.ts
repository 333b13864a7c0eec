import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { citable } from "../queries/list";
import { stateAfter } from "../rules";
import type {
  adoptTargetInput,
  declineTargetInput,
  stepTargetInput,
  targetAnswer,
} from "../schema";
import type { TargetStep } from "../types";

type Answer = z.input<typeof targetAnswer>;
type At = { targetId: string; version: number };
type Held = Awaited<ReturnType<typeof held>>;

async function held(tx: Tx, scope: TenantScope, targetId: string) {
  await tx.$queryRaw`SELECT 1 FROM alliances WHERE id = ${scope.alliance.id}::uuid FOR NO KEY UPDATE`;
  return (
    (await tx.metricTarget.findUnique({
      where: { allianceId_id: { allianceId: scope.alliance.id, id: targetId } },
    })) ?? notFound()
  );
}

type Move = {
  step: Exclude<TargetStep, "supersede">;
  data?: {
    decidedById?: string;
    reason?: string;
    resolutionId?: string;
    supersedesId?: string | null;
  };
};

/** One edge, named with the state and the version that the form was opened with; the database knows the edges too. */
async function move(
  tx: Tx,
  scope: TenantScope,
  at: { found: Held; version: number },
  { step, data = {} }: Move,
): Promise<Result<Answer, "target-decided">> {
  const { found } = at;
  const state = stateAfter(found.state, step);
  if (!state) return refuse("target-decided");
  const { count } = await tx.metricTarget.updateMany({
    where: { id: found.id, allianceId: scope.alliance.id, state: found.state, version: at.version },
    data: { state, ...data, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `target.${step}`,
    subjectType: "target",
    subjectId: found.id,
    details: { metricCode: found.metricCode, year: found.year, ...data },
  });
  return accept({ id: found.id, version: at.version + 1, state });
}

/** The number before makes room in the same transaction: two in force never stand beside each other. */
async function takePlace(
  tx: Tx,
  scope: TenantScope,
  { id, ...found }: Held,
): Promise<string | null> {
  const before = await tx.metricTarget.findFirst({
    where: {
      allianceId: scope.alliance.id,
      metricCode: found.metricCode,
      year: found.year,
      organizationId: found.organizationId,
      state: "in_force",
      id: { not: id },
    },
    select: { id: true, version: true },
  });
  if (!before) return null;
  const { count } = await tx.metricTarget.updateMany({
    where: { ...before, allianceId: scope.alliance.id, state: "in_force" },
    data: { state: "superseded", stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return before.id;
}

/** Only a number that still waits makes the one before it leave its place. */
async function putInForce(
  tx: Tx,
  scope: TenantScope,
  at: { found: Held; version: number },
  { step, data }: { step: "agree" | "adopt"; data: NonNullable<Move["data"]> },
) {
  if (!stateAfter(at.found.state, step)) return refuse("target-decided");
  const supersedesId = await takePlace(tx, scope, at.found);
  return move(tx, scope, at, { step, data: { ...data, supersedesId } });
}

type Decided = Result<Answer, "target-decided" | "target-own-proposal">;

export async function agreeTarget(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepTargetInput>,
): Promise<Decided> {
  const found = await held(tx, scope, input.targetId);
  const decidedById = scope.actor.userId ?? forbidden();
  if (found.setById === decidedById) return refuse("target-own-proposal");
  return putInForce(tx, scope, at(found, input), { step: "agree", data: { decidedById } });
}

export async function declineTarget(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof declineTargetInput>,
): Promise<Decided> {
  const found = await held(tx, scope, input.targetId);
  const decidedById = scope.actor.userId ?? forbidden();
  if (found.setById === decidedById) return refuse("target-own-proposal");
  const data = { decidedById, reason: input.reason };
  return move(tx, scope, at(found, input), { step: "decline", data });
}

/** The council resolved it: the office cites the resolution, which still holds. */
export async function adoptTarget(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof adoptTargetInput>,
): Promise<Result<Answer, "target-decided" | "target-resolution-does-not-fit">> {
  const found = await held(tx, scope, input.targetId);
  const [resolution] = await citable(tx, scope.alliance.id, input.resolutionId);
  if (!resolution) return refuse("target-resolution-does-not-fit");
  const data = { resolutionId: resolution.id };
  return putInForce(tx, scope, at(found, input), { step: "adopt", data });
}

export async function withdrawTarget(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof stepTargetInput>,
): Promise<Result<Answer, "target-decided">> {
  const found = await held(tx, scope, input.targetId);
  return move(tx, scope, at(found, input), { step: "withdraw" });
}

const at = (found: Held, { version }: At) => ({ found, version });
