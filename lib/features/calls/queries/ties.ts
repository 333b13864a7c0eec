import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { Ties } from "../rules/affiliation";

/** Groups, sponsors and declared interests of some organizations, as they are today. */
export const tiesOf = (db: Db, scope: TenantScope, ids: readonly string[]): Promise<Ties[]> =>
  db.$queryRaw<Ties[]>`
    WITH RECURSIVE up (id, parent_id) AS (
      SELECT id, parent_id FROM organizations WHERE id = ANY(${[...ids]}::uuid[])
      UNION
      SELECT u.id, p.parent_id FROM up u JOIN organizations p ON p.id = u.parent_id
    )
    SELECT o.id, o.credit_code AS "creditCode", o.merged_into_id AS "mergedIntoId", o.sponsor_id AS "sponsorId",
      ARRAY(SELECT u.parent_id FROM up u WHERE u.id = o.id AND u.parent_id IS NOT NULL) AS parents,
      ARRAY(SELECT CASE i.organization_id WHEN o.id THEN i.counterpart_id ELSE i.organization_id END FROM interests i
        WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.organization_id IS NOT NULL
          AND o.id IN (i.organization_id, i.counterpart_id) AND i.valid_from <= ${scope.today}::date
          AND coalesce(i.valid_to, 'infinity') >= ${scope.today}::date) AS declared
    FROM organizations o WHERE o.id = ANY(${[...ids]}::uuid[])`;

export type PersonTie = { personId: string; organizationId: string; name: string };

/** Persons who act for, represent, or have declared an interest in one of some organizations. */
export const personTies = (
  db: Db,
  scope: TenantScope,
  personIds: readonly string[],
  organizationIds: readonly string[],
): Promise<PersonTie[]> => db.$queryRaw<PersonTie[]>`
    SELECT DISTINCT t.person_id AS "personId", o.id AS "organizationId", o.name FROM (
      SELECT u.person_id, g.organization_id FROM role_grants g JOIN users u ON u.id = g.user_id
      WHERE g.organization_id IS NOT NULL AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
      UNION ALL
      SELECT r.person_id, m.organization_id FROM representatives r JOIN memberships m ON m.id = r.membership_id
      WHERE coalesce(r.valid_to, 'infinity') >= ${scope.today}::date
      UNION ALL
      SELECT i.person_id, i.counterpart_id FROM interests i
      WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.person_id IS NOT NULL
        AND coalesce(i.valid_to, 'infinity') >= ${scope.today}::date
    ) t JOIN organizations o ON o.id = t.organization_id
    WHERE t.person_id = ANY(${[...personIds]}::uuid[]) AND o.id = ANY(${[...organizationIds]}::uuid[])`;
