import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { seesAgreement } from "../policy";

type About = { classId: string } | { pathwayId: { in: string[] } };

/** The agreements about one thing, or several, that the reader may know, with what each is about. */
export async function agreementsAbout(db: Db, scope: TenantScope, about: About) {
  const links = await db.agreementLink.findMany({
    where: { allianceId: scope.alliance.id, ...about },
    orderBy: { id: "asc" },
    select: {
      pathwayId: true,
      agreement: {
        select: { id: true, title: true, parties: { select: { organizationId: true } } },
      },
    },
  });
  return links
    .filter(({ agreement }) =>
      seesAgreement(
        scope,
        agreement.parties.map(({ organizationId }) => organizationId),
      ),
    )
    .map(({ pathwayId, agreement: { id, title } }) => ({ id, title, pathwayId }));
}
