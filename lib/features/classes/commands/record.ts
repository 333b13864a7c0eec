import type { z } from "zod";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayManage } from "../policy";
import type { classOutput, recordYearInput, setPartnerInput } from "../schema";

type Saved = z.output<typeof classOutput>;

async function holdClass(tx: Tx, scope: TenantScope, classId: string) {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: classId } };
  const held = (await tx.trainingClass.findUnique({ where })) ?? notFound();
  if (!mayManage(scope, held.organizationId)) forbidden();
  return held;
}

/** Heads of one academic year; entered again with the version that was seen, so that nobody overwrites another's. */
export async function recordYear(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordYearInput>,
): Promise<Result<Saved, never>> {
  const { classId, academicYear, yearVersion, ...numbers } = input;
  const held = await holdClass(tx, scope, classId);
  const allianceId = scope.alliance.id;
  const entered = { ...numbers, enteredById: scope.actor.userId, enteredAt: scope.now };
  const { count } = yearVersion
    ? await tx.trainingClassYear.updateMany({
        where: { allianceId, classId, academicYear, version: yearVersion },
        data: { ...entered, version: { increment: 1 } },
      })
    : await tx.trainingClassYear.createMany({
        data: [{ allianceId, classId, academicYear, ...entered }],
        skipDuplicates: true,
      });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "class.record_year",
    subjectType: "class",
    subjectId: classId,
    details: { academicYear, ...numbers },
  });
  return accept({ id: classId, version: held.version });
}

/** Who orders the class, with how many masters. */
export async function setPartner(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof setPartnerInput>,
): Promise<Result<Saved, never>> {
  const { classId, organizationId, mentors } = input;
  await holdClass(tx, scope, classId);
  const known = await tx.organization.count({
    where: { id: organizationId, status: { not: "merged" } },
  });
  if (known === 0) {
    const issues = [{ path: "organizationId", message: "not-an-id" }];
    throw new AppError("malformed", { issues });
  }
  const allianceId = scope.alliance.id;
  const { count } = await tx.trainingClass.updateMany({
    where: { allianceId, id: classId, version: input.version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await tx.trainingClassPartner.upsert({
    where: { classId_organizationId: { classId, organizationId } },
    create: { allianceId, classId, organizationId, mentors },
    update: { mentors },
  });
  await scope.audit({
    action: "class.set_partner",
    subjectType: "class",
    subjectId: classId,
    details: { organizationId, mentors },
  });
  return accept({ id: classId, version: input.version + 1 });
}
