import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayManage } from "../policy";
import type {
  addedOutput,
  createGroupInput,
  doneOutput,
  recordEmploymentInput,
  saveIndustryInput,
} from "../schema";
import { isMemberToday, offeringOf } from "./offerings";

type Added = z.output<typeof addedOutput>;
type Done = z.output<typeof doneOutput>;

/** 专业群: several offerings of one school. */
export async function createGroup(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createGroupInput>,
): Promise<Result<Added, "organization-not-member" | "name-taken" | "offering-of-another-school">> {
  const allianceId = scope.alliance.id;
  const { organizationId, name, leadOfferingId } = input;
  if (leadOfferingId) {
    const lead = await offeringOf(tx, scope, leadOfferingId);
    if (lead.organizationId !== organizationId) return refuse("offering-of-another-school");
  }
  if (!(await isMemberToday(tx, scope, organizationId))) return refuse("organization-not-member");
  if (!mayManage(scope, organizationId)) forbidden();
  const { count } = await tx.programmeGroup.createMany({
    data: [{ allianceId, organizationId, name, leadOfferingId: leadOfferingId ?? null }],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("name-taken");
  const { id, version } = await tx.programmeGroup.findFirstOrThrow({
    where: { allianceId, organizationId, name },
  });
  if (leadOfferingId) {
    await tx.allianceOffering.updateMany({
      where: { allianceId, offeringId: leadOfferingId },
      data: { groupId: id, version: { increment: 1 } },
    });
  }
  await scope.audit({
    action: "programme_group.create",
    subjectType: "programme-group",
    subjectId: id,
    details: { organizationId, name },
  });
  return accept({ id, version });
}

/** An industry of the region; whether it is a key one decides the fit of every offering that serves it. */
export async function saveIndustry(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveIndustryInput>,
): Promise<Result<Added, "name-taken">> {
  const allianceId = scope.alliance.id;
  const { industryId, name, nameEn = null, key } = input;
  const same = await tx.industry.findFirst({
    where: { allianceId, name, ...(industryId && { id: { not: industryId } }) },
    select: { id: true },
  });
  if (same) return refuse("name-taken");
  const saved = industryId
    ? await changeIndustry(tx, scope, industryId, input)
    : await tx.industry.create({ data: { allianceId, name, nameEn, key } });
  await scope.audit({
    action: "industry.save",
    subjectType: "industry",
    subjectId: saved.id,
    details: { name, key },
  });
  return accept({ id: saved.id, version: saved.version });
}

async function changeIndustry(
  tx: Tx,
  scope: TenantScope,
  id: string,
  input: z.output<typeof saveIndustryInput>,
): Promise<Added> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id } };
  const held = (await tx.industry.findUnique({ where })) ?? notFound();
  const version = input.version ?? held.version;
  const { count } = await tx.industry.updateMany({
    where: { allianceId, id, version },
    data: {
      name: input.name,
      nameEn: input.nameEn ?? null,
      key: input.key,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new AppError("stale");
  return { id, version: version + 1 };
}

/** People employed in a year, with who says so; the same year again is a better number. */
export async function recordEmployment(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordEmploymentInput>,
): Promise<Result<Done, never>> {
  const allianceId = scope.alliance.id;
  const { industryId, year, employed, source } = input;
  const known = await tx.industry.count({ where: { allianceId, id: industryId } });
  if (known === 0) notFound();
  await tx.industryYear.upsert({
    where: { industryId_year: { industryId, year } },
    create: { allianceId, industryId, year, employed, source },
    update: { employed, source },
  });
  await scope.audit({
    action: "industry.record_employment",
    subjectType: "industry",
    subjectId: industryId,
    details: { year, employed, source },
  });
  return accept({ id: industryId });
}
