import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayManage } from "../policy";
import { leads } from "../rules";
import type { addPathwayInput, doneOutput, removePathwayInput } from "../schema";
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

/** Registered by mistake; one that an agreement is about stays. */
export async function removePathway(
  tx: Tx,
  scope: TenantScope,
  { pathwayId }: z.output<typeof removePathwayInput>,
): Promise<Result<Done, "pathway-in-agreement">> {
  const found = await holdPathway(tx, scope, pathwayId);
  const named = { allianceId: scope.alliance.id, pathwayId };
  if ((await tx.agreementLink.count({ where: named })) > 0) return refuse("pathway-in-agreement");
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
