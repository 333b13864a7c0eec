import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { agreementsAbout } from "../../agreements/queries/about";
import { mayManage } from "../policy";
import type { ClassView, getClassInput } from "../schema";

const named = { select: { id: true, name: true } } as const;

export async function getClass(
  db: Db,
  scope: TenantScope,
  { classId }: z.output<typeof getClassInput>,
): Promise<ClassView> {
  const row =
    (await db.trainingClass.findUnique({
      where: { allianceId_id: { allianceId: scope.alliance.id, id: classId } },
      include: {
        organization: named,
        college: named,
        offering: { include: { offering: { include: { programme: { select: { name: true } } } } } },
        stages: { orderBy: { ordinal: "asc" } },
        partners: {
          include: { organization: named },
          orderBy: { organization: { pinyin: "asc" } },
        },
        years: { orderBy: { academicYear: "desc" } },
      },
    })) ?? notFound();
  const { organization, offering, partners, ...rest } = row;
  return {
    ...rest,
    school: organization,
    offering: offering && { id: offering.offeringId, programme: offering.offering.programme.name },
    agreements: await agreementsAbout(db, scope, { classId }),
    partners: partners.map(({ organization: partner, mentors }) => ({ ...partner, mentors })),
    mayManage: mayManage(scope, organization.id),
  };
}
