import { personTies } from "@/lib/features/calls/queries/ties";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";

/** The experts of the alliance today. */
export const expertsHere = (db: Db, scope: TenantScope) =>
  db.$queryRaw<{ personId: string; name: string }[]>`
    SELECT DISTINCT p.id AS "personId", p.name
    FROM role_grants g JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL JOIN people p ON p.id = u.person_id
    WHERE g.alliance_id = ${scope.alliance.id}::uuid AND g.role = 'expert'
      AND g.valid_from <= ${scope.today}::date AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
    ORDER BY p.name, p.id`;

type Party = { id: string; organizationId: string | null; collegeId: string | null };

/** Subjects that something ties a person to: the unit itself, and every party of a college. */
export async function tiedSubjects(
  db: Db,
  scope: TenantScope,
  personId: string,
  subjects: readonly Party[],
): Promise<Set<string>> {
  const colleges = subjects.flatMap(({ collegeId }) => collegeId ?? []);
  const parties =
    colleges.length === 0
      ? []
      : await db.collegeParty.findMany({
          where: { allianceId: scope.alliance.id, collegeId: { in: colleges } },
          select: { collegeId: true, organizationId: true },
        });
  const unitsOf = (subject: Party): string[] => [
    ...(subject.organizationId ? [subject.organizationId] : []),
    ...parties
      .filter(({ collegeId }) => collegeId === subject.collegeId)
      .map(({ organizationId }) => organizationId),
  ];
  const ties = await personTies(db, scope, [personId], [...new Set(subjects.flatMap(unitsOf))]);
  const tied = new Set(ties.map(({ organizationId }) => organizationId));
  return new Set(
    subjects.filter((one) => unitsOf(one).some((id) => tied.has(id))).map(({ id }) => id),
  );
}
