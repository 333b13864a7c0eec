import { randomUUID } from "node:crypto";
import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Prisma } from "@/prisma/generated/client";

type Given<T> = Partial<T> & { allianceId: string };

/** An agreement between these organizations; sealed ones get their seals, their day and a number. */
export async function createAgreementRow(
  db: Tx,
  given: Given<Prisma.AgreementUncheckedCreateInput> & {
    organizationIds: readonly string[];
    collegeId?: string;
  },
) {
  const { organizationIds, collegeId, ...columns } = given;
  const isSealed = ["sealed", "in_force", "renewed"].includes(columns.state ?? "draft");
  const agreement = await db.agreement.create({
    data: {
      title: `示例协议 ${randomUUID().slice(0, 8)}`,
      kind: "strategic",
      validFrom: dateOf("2026-01-01"),
      validTo: dateOf("2029-12-31"),
      ...(isSealed && { signedOn: dateOf("2026-01-01"), codeYear: 2026 }),
      ...(isSealed && { codeNumber: 1000 + Math.floor(Math.random() * 1e8) }),
      ...columns,
    },
  });
  const own = { allianceId: columns.allianceId, agreementId: agreement.id };
  await db.agreementParty.createMany({
    data: organizationIds.map((organizationId) => ({
      ...own,
      organizationId,
      ...(isSealed && { sealedOn: dateOf("2026-01-01") }),
    })),
  });
  if (collegeId) await db.agreementLink.create({ data: { ...own, collegeId } });
  return agreement;
}

export const createPlatformRow = (db: Tx, given: Given<Prisma.PlatformUncheckedCreateInput>) =>
  db.platform.create({
    data: { name: `示例平台 ${randomUUID()}`, kind: "training_base", ...given },
  });

/** A college of the first organization, a school, with the others as enterprises. */
export async function createCollegeRow(
  db: Tx,
  given: Given<Prisma.CollegeUncheckedCreateInput> & { organizationIds: readonly string[] },
) {
  const { organizationIds, ...columns } = given;
  const [schoolId = "", ...others] = organizationIds;
  const college = await db.college.create({
    data: { name: `示例产业学院 ${randomUUID()}`, kind: "modern_industry", schoolId, ...columns },
  });
  const own = { allianceId: columns.allianceId, collegeId: college.id };
  await db.collegeParty.createMany({
    data: [
      { ...own, organizationId: schoolId, role: "school_body" as const },
      ...others.map((organizationId) => ({
        ...own,
        organizationId,
        role: "enterprise_body" as const,
      })),
    ],
  });
  return college;
}
