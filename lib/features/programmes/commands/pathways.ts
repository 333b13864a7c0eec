import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayManage } from "../policy";
import { leads } from "../rules";
import type {
  addPathwayInput,
  doneOutput,
  recordTransitionInput,
  removePathwayInput,
} from "../schema";
import { offeringOf } from "./offerings";

type Done = z.output<typeof doneOutput>;

/** 中高本贯通: both schools' offerings are known here; the lower one or the secretariat registers it. */
export async function addPathway(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addPathwayInput>,
): Promise<Result<Done, "pathway-not-possible" | "pathway-exists">> {
  const allianceId = scope.alliance.id;
  const from = await offeringOf(tx, scope, input.fromOfferingId);
  const to = await offeringOf(tx, scope, input.toOfferingId);
  if (!mayManage(scope, from.organizationId) && !mayManage(scope, to.organizationId)) forbidden();
  if (!leads(input.model, from, to)) return refuse("pathway-not-possible");
  const { fromOfferingId, toOfferingId, model, academicYear, quota } = input;
  const key = { allianceId, fromOfferingId, toOfferingId, model, academicYear };
  const { count } = await tx.programmePathway.createMany({
    data: [{ ...key, quota, createdById: scope.actor.userId }],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("pathway-exists");
  const { id } = await tx.programmePathway.findFirstOrThrow({ where: key, select: { id: true } });
  await scope.audit({
    action: "pathway.add",
    subjectType: "pathway",
    subjectId: id,
    details: { fromOfferingId, toOfferingId, model, academicYear, quota },
  });
  return accept({ id });
}

/** One that the asker may change, locked: no agreement takes hold of it meanwhile. */
async function holdPathway(tx: Tx, scope: TenantScope, id: string) {
  await tx.$queryRaw`
    SELECT id FROM programme_pathways WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const found = (await tx.programmePathway.findUnique({ where })) ?? notFound();
  const ends = [
    await offeringOf(tx, scope, found.fromOfferingId),
    await offeringOf(tx, scope, found.toOfferingId),
  ];
  if (!ends.some((end) => mayManage(scope, end.organizationId))) forbidden();
  return found;
}

/** Registered by mistake; one that an agreement is about, or by which somebody went over, stays. */
export async function removePathway(
  tx: Tx,
  scope: TenantScope,
  { pathwayId }: z.output<typeof removePathwayInput>,
): Promise<Result<Done, "pathway-in-agreement" | "pathway-counted">> {
  const found = await holdPathway(tx, scope, pathwayId);
  const named = { allianceId: scope.alliance.id, pathwayId };
  if ((await tx.agreementLink.count({ where: named })) > 0) return refuse("pathway-in-agreement");
  if ((await tx.pathwayTransition.count({ where: named })) > 0) return refuse("pathway-counted");
  const { count } = await tx.programmePathway.deleteMany({
    where: { allianceId: scope.alliance.id, id: pathwayId },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "pathway.remove",
    subjectType: "pathway",
    subjectId: pathwayId,
    details: { model: found.model, academicYear: found.academicYear, quota: found.quota },
  });
  return accept({ id: pathwayId });
}

/** 转段: people of one year; entered again with the version that was seen, and the trail keeps the number before. */
export async function recordTransition(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordTransitionInput>,
): Promise<Result<Done, "pathway-above-quota" | "pathway-before-start" | "pathway-year-ahead">> {
  const { pathwayId, year, yearVersion, moved, evidence } = input;
  const pathway = await holdPathway(tx, scope, pathwayId);
  if (year > Number(scope.today.slice(0, 4))) return refuse("pathway-year-ahead");
  if (year < pathway.academicYear) return refuse("pathway-before-start");
  if (moved > pathway.quota) return refuse("pathway-above-quota");
  const key = { allianceId: scope.alliance.id, pathwayId, year };
  const before = await tx.pathwayTransition.findFirst({ where: key });
  const entered = { moved, evidence, enteredById: scope.actor.userId, enteredAt: scope.now };
  const { count } = yearVersion
    ? await tx.pathwayTransition.updateMany({
        where: { ...key, version: yearVersion },
        data: { ...entered, version: { increment: 1 } },
      })
    : await tx.pathwayTransition.createMany({
        data: [{ ...key, ...entered }],
        skipDuplicates: true,
      });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "pathway.record_transition",
    subjectType: "pathway",
    subjectId: pathwayId,
    details: { year, moved: before ? [before.moved, moved] : moved, evidence },
  });
  return accept({ id: pathwayId });
}
