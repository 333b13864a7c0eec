import type { z } from "zod";
import { isMemberToday } from "@/lib/features/programmes/commands/offerings";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayManage } from "../policy";
import { type StageFault, stageFault } from "../rules";
import type { classOutput, createClassInput } from "../schema";

type Input = z.output<typeof createClassInput>;
type Answer = Promise<
  Result<
    z.output<typeof classOutput>,
    | StageFault
    | "organization-not-member"
    | "name-taken"
    | "offering-of-another-school"
    | "college-of-another-school"
  >
>;

async function offeringFits(tx: Tx, scope: TenantScope, input: Input): Promise<boolean> {
  const { offeringId, organizationId } = input;
  if (!offeringId) return true;
  const row = await tx.allianceOffering.findUnique({
    where: { allianceId_offeringId: { allianceId: scope.alliance.id, offeringId } },
    select: { offering: { select: { organizationId: true } } },
  });
  return (row ?? notFound()).offering.organizationId === organizationId;
}

/** A college of another alliance is no college; the school runs it, or is one of its parties. */
async function collegeFits(tx: Tx, scope: TenantScope, input: Input): Promise<boolean> {
  const { collegeId, organizationId } = input;
  if (!collegeId) return true;
  const found = await tx.college.findFirst({
    where: { allianceId: scope.alliance.id, id: collegeId },
    select: { schoolId: true, _count: { select: { parties: { where: { organizationId } } } } },
  });
  const { schoolId, _count } = found ?? notFound();
  return schoolId === organizationId || _count.parties > 0;
}

/** @throws AppError malformed when a partner is named twice or is on no register */
async function checkPartners(tx: Tx, { partners }: Input): Promise<void> {
  const ids = partners.map(({ organizationId }) => organizationId);
  const known = await tx.organization.findMany({
    where: { id: { in: ids }, status: { not: "merged" } },
    select: { id: true },
  });
  const issues = ids.flatMap((one, place) => {
    const path = `partners.${place}.organizationId`;
    if (ids.indexOf(one) !== place) return [{ path, message: "twice" }];
    return known.some(({ id }) => id === one) ? [] : [{ path, message: "not-an-id" }];
  });
  if (issues.length > 0) throw new AppError("malformed", { issues });
}

/** A class with its stages and who orders it; heads are entered by academic year. */
export async function createClass(tx: Tx, scope: TenantScope, input: Input): Answer {
  const allianceId = scope.alliance.id;
  const { organizationId, name, stages, partners } = input;
  const fits = await offeringFits(tx, scope, input);
  const ofCollege = await collegeFits(tx, scope, input);
  if (!(await isMemberToday(tx, scope, organizationId))) return refuse("organization-not-member");
  if (!mayManage(scope, organizationId)) forbidden();
  if (!fits) return refuse("offering-of-another-school");
  if (!ofCollege) return refuse("college-of-another-school", { field: "collegeId" });
  const fault = stageFault(input.kind, input.months, stages);
  if (fault) return refuse(fault);
  await checkPartners(tx, input);
  const { count } = await tx.trainingClass.createMany({
    data: [
      {
        allianceId,
        organizationId,
        offeringId: input.offeringId ?? null,
        collegeId: input.collegeId ?? null,
        kind: input.kind,
        name,
        startYear: input.startYear ?? null,
        months: input.months ?? null,
        note: input.note ?? null,
        createdById: scope.actor.userId,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return refuse("name-taken");
  const { id, version } = await tx.trainingClass.findFirstOrThrow({
    where: { allianceId, organizationId, name },
  });
  await tx.trainingStage.createMany({
    data: stages.map((stage, place) => ({ ...stage, allianceId, classId: id, ordinal: place + 1 })),
  });
  await tx.trainingClassPartner.createMany({
    data: partners.map((partner) => ({ ...partner, allianceId, classId: id })),
  });
  await scope.audit({
    action: "class.create",
    subjectType: "class",
    subjectId: id,
    details: { organizationId, kind: input.kind, name },
  });
  return accept({ id, version });
}
