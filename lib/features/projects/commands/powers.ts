import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { decidePowersSchema, proposePowersSchema } from "../schema/powers";

type Answer<R extends string> = Promise<Result<{ id: string }, R>>;

/** One person writes the next table of powers; it holds when another agrees. */
export async function proposePowers(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof proposePowersSchema>,
): Answer<"powers-already-proposed"> {
  const allianceId = scope.alliance.id;
  // The alliance's row is the queue: two proposals at once do not get one number.
  await tx.$queryRaw`SELECT id FROM alliances WHERE id = ${allianceId}::uuid FOR UPDATE`;
  const open = await tx.decisionPowers.count({ where: { allianceId, state: "proposed" } });
  if (open > 0) return refuse("powers-already-proposed");
  const last = await tx.decisionPowers.aggregate({ where: { allianceId }, _max: { number: true } });
  const { id } = await tx.decisionPowers.create({
    data: {
      ...input,
      allianceId,
      number: (last._max.number ?? 0) + 1,
      proposedById: scope.actor.userId,
      proposedAt: scope.now,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "powers.propose",
    subjectType: "alliance",
    subjectId: allianceId,
    details: { ...input },
  });
  return accept({ id });
}

/** The second person adopts or drops it; the table before is replaced in the same moment. */
export async function decidePowers(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof decidePowersSchema>,
): Answer<"second-person-needed" | "already-decided"> {
  const allianceId = scope.alliance.id;
  await tx.$queryRaw`SELECT id FROM alliances WHERE id = ${allianceId}::uuid FOR UPDATE`;
  const found =
    (await tx.decisionPowers.findFirst({
      where: { allianceId, id: input.id },
      select: { state: true, proposedById: true },
    })) ?? notFound();
  if (found.state !== "proposed") return refuse("already-decided");
  if (found.proposedById === scope.actor.userId) return refuse("second-person-needed");
  const adopts = input.verdict === "approve";
  if (adopts) {
    await tx.decisionPowers.updateMany({
      where: { allianceId, state: "in_force" },
      data: { state: "replaced" },
    });
  }
  const { count } = await tx.decisionPowers.updateMany({
    where: { allianceId, id: input.id, state: "proposed" },
    data: {
      state: adopts ? "in_force" : "dropped",
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
    },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: adopts ? "powers.adopt" : "powers.drop",
    subjectType: "alliance",
    subjectId: allianceId,
    details: { version: input.id },
  });
  return accept({ id: input.id });
}
