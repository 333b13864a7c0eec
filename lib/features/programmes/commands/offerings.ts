import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayManage } from "../policy";
import type { addedOutput, addOfferingInput, placeOfferingInput } from "../schema";
import type { ProgrammeLevel } from "../types";

type Added = z.output<typeof addedOutput>;

/** Is the organization a member today? Offerings of others are not counted here. */
export async function isMemberToday(
  tx: Tx,
  scope: TenantScope,
  organizationId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM memberships m JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
      WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.organization_id = ${organizationId}::uuid
        AND ${scope.today}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')) AS found`;
  return rows[0]?.found === true;
}

/** The offering of a school as the alliance counts it: catalogue entry, point of teaching and its place, each made where it is missing. */
export async function openOffering(
  tx: Tx,
  scope: TenantScope,
  given: { organizationId: string; programmeId: string },
): Promise<{ id: string; fresh: boolean }> {
  const { organizationId, programmeId } = given;
  await tx.programmeOffering.createMany({
    data: [{ organizationId, programmeId }],
    skipDuplicates: true,
  });
  const { id } = await tx.programmeOffering.findUniqueOrThrow({
    where: { organizationId_programmeId: { organizationId, programmeId } },
    select: { id: true },
  });
  const { count } = await tx.allianceOffering.createMany({
    data: [{ allianceId: scope.alliance.id, offeringId: id }],
    skipDuplicates: true,
  });
  return { id, fresh: count === 1 };
}

async function catalogueEntry(
  tx: Tx,
  given: { name: string; level: ProgrammeLevel; code?: string | undefined },
): Promise<string> {
  const { name, level } = given;
  await tx.programme.createMany({
    data: [{ name, level, code: given.code ?? null, synthetic: name.startsWith("示例") }],
    skipDuplicates: true,
  });
  const { id } = await tx.programme.findUniqueOrThrow({
    where: { name_level: { name, level } },
    select: { id: true },
  });
  return id;
}

/** Registers what a school teaches already; new ones are opened by an adjustment that names a demand. */
export async function addOffering(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof addOfferingInput>,
): Promise<Result<Added, "organization-not-member" | "offering-exists">> {
  const { organizationId } = input;
  if (!(await isMemberToday(tx, scope, organizationId))) return refuse("organization-not-member");
  if (!mayManage(scope, organizationId)) forbidden();
  const programmeId = await catalogueEntry(tx, input);
  const { id, fresh } = await openOffering(tx, scope, { organizationId, programmeId });
  if (!fresh) return refuse("offering-exists");
  await scope.audit({
    action: "offering.add",
    subjectType: "offering",
    subjectId: id,
    details: { organizationId, programmeId },
  });
  return accept({ id, version: 1 });
}

async function holdOffering(tx: Tx, scope: TenantScope, offeringId: string) {
  const where = { allianceId_offeringId: { allianceId: scope.alliance.id, offeringId } };
  const include = { offering: { select: { organizationId: true } } } as const;
  const row = (await tx.allianceOffering.findUnique({ where, include })) ?? notFound();
  if (!mayManage(scope, row.offering.organizationId)) forbidden();
  return row;
}

type Placed = z.output<typeof placeOfferingInput>;

/** What it is placed into must be of this alliance, and the group one of the same school. */
async function checkPlaces(tx: Tx, scope: TenantScope, input: Placed, organizationId: string) {
  const allianceId = scope.alliance.id;
  const { industryId, groupId, nodeIds } = input;
  const industries = industryId
    ? await tx.industry.count({ where: { allianceId, id: industryId } })
    : 1;
  const groups = groupId
    ? await tx.programmeGroup.count({ where: { allianceId, id: groupId, organizationId } })
    : 1;
  const nodes = await tx.chainNode.count({ where: { allianceId, id: { in: nodeIds } } });
  if (industries !== 1 || groups !== 1 || nodes !== new Set(nodeIds).size) notFound();
}

/** Which industry, group and links of the chain an offering serves. */
export async function placeOffering(
  tx: Tx,
  scope: TenantScope,
  input: Placed,
): Promise<Result<Added, never>> {
  const allianceId = scope.alliance.id;
  const { offeringId, industryId = null, groupId = null } = input;
  const held = await holdOffering(tx, scope, offeringId);
  await checkPlaces(tx, scope, input, held.offering.organizationId);
  const { count } = await tx.allianceOffering.updateMany({
    where: { allianceId, offeringId, version: input.version },
    data: { industryId, groupId, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await tx.offeringChainNode.deleteMany({ where: { allianceId, offeringId } });
  const nodes = [...new Set(input.nodeIds)];
  await tx.offeringChainNode.createMany({
    data: nodes.map((chainNodeId) => ({ allianceId, offeringId, chainNodeId })),
  });
  await scope.audit({
    action: "offering.place",
    subjectType: "offering",
    subjectId: offeringId,
    details: { from: held.industryId, to: industryId, groupId, nodes },
  });
  return accept({ id: offeringId, version: input.version + 1 });
}

/** Where an offering stands and on which level. */
export async function offeringOf(tx: Tx, scope: TenantScope, offeringId: string) {
  const where = { allianceId_offeringId: { allianceId: scope.alliance.id, offeringId } };
  const row = await tx.allianceOffering.findUnique({
    where,
    include: { offering: { include: { programme: { select: { level: true } } } } },
  });
  const { offering } = row ?? notFound();
  return {
    id: offering.id,
    organizationId: offering.organizationId,
    level: offering.programme.level,
  };
}
