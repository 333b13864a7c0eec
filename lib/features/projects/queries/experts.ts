import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { expertsSchema, expertsViewSchema } from "../schema/panels";

type Expert = { userId: string; name: string; title: string | null; conflict: boolean };

/**
 * The experts of the alliance. One has a conflict who holds a right for a party, its group or its sponsor, represents one,
 * or has declared an interest in one (domain 3.6).
 */
export const expertsFor = (db: Db, scope: TenantScope, projectId: string): Promise<Expert[]> =>
  db.$queryRaw<Expert[]>`
    WITH parties AS (
      SELECT o.id, o.parent_id FROM project_parties y JOIN organizations o ON o.id = y.organization_id
      WHERE y.alliance_id = ${scope.alliance.id}::uuid AND y.project_id = ${projectId}::uuid
    ), near AS (
      SELECT id FROM parties UNION SELECT parent_id FROM parties WHERE parent_id IS NOT NULL
      UNION SELECT o.id FROM organizations o WHERE o.parent_id IN (SELECT id FROM parties UNION SELECT parent_id FROM parties)
    )
    SELECT u.id AS "userId", n.name, n.title, (
      EXISTS (SELECT 1 FROM role_grants r WHERE r.user_id = u.id AND r.organization_id IN (SELECT id FROM near)
        AND ${scope.today}::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity'))
      OR EXISTS (SELECT 1 FROM representatives s JOIN memberships m ON m.id = s.membership_id
        WHERE s.person_id = n.id AND s.valid_to IS NULL AND m.organization_id IN (SELECT id FROM near))
      OR EXISTS (SELECT 1 FROM interests i WHERE i.alliance_id = ${scope.alliance.id}::uuid AND i.person_id = n.id
        AND coalesce(i.valid_to, 'infinity') >= ${scope.today}::date AND i.counterpart_id IN (SELECT id FROM near))
    ) AS conflict
    FROM users u JOIN people n ON n.id = u.person_id
    WHERE u.disabled_at IS NULL AND EXISTS (SELECT 1 FROM role_grants r WHERE r.user_id = u.id AND r.role = 'expert'
      AND r.alliance_id = ${scope.alliance.id}::uuid
      AND ${scope.today}::date BETWEEN r.valid_from AND coalesce(r.valid_to, 'infinity'))
    ORDER BY n.name, u.id LIMIT 500`;

export async function listExperts(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof expertsSchema>,
): Promise<z.input<typeof expertsViewSchema>> {
  const there = await db.project.count({ where: { allianceId: scope.alliance.id, id: input.id } });
  if (there === 0) return notFound();
  return { items: await expertsFor(db, scope, input.id) };
}
