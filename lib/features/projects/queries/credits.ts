import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { actsForAll } from "../policy";
import type { creditedViewSchema } from "../schema/life";

type Credit = { slug: string; name: string; share: number; own: boolean; confirmedAt: Date | null };

/** To which alliances a project counts; none written down means: wholly to its own. */
export async function creditsOf(db: Db, scope: TenantScope, projectId: string) {
  const rows = await db.$queryRaw<Credit[]>`
    SELECT a.slug, a.name, c.share, c.credited_id = c.alliance_id AS own, c.confirmed_at AS "confirmedAt"
    FROM project_credits c JOIN alliances a ON a.id = c.credited_id
    WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.project_id = ${projectId}::uuid
    ORDER BY own DESC, a.name`;
  return rows.map(({ slug, name, ...rest }) => ({ ...rest, alliance: { slug, name } }));
}

type Credited = {
  projectId: string;
  code: string | null;
  title: string;
  slug: string;
  name: string;
  share: number;
  confirmedAt: Date | null;
};

/** Projects of other alliances that count here in part: what the public knows of them, and the share. */
export async function creditedProjects(
  db: Db,
  scope: TenantScope,
): Promise<z.input<typeof creditedViewSchema>> {
  const rows = await db.$queryRaw<Credited[]>`
    SELECT p.id AS "projectId", project_code(p.code_year, p.code_number) AS code, p.title, a.slug, a.name, c.share,
      c.confirmed_at AS "confirmedAt"
    FROM project_credits c JOIN projects p ON p.id = c.project_id JOIN alliances a ON a.id = c.alliance_id
    WHERE c.credited_id = ${scope.alliance.id}::uuid AND c.alliance_id <> c.credited_id AND p.code_number IS NOT NULL
      AND a.published_at <= ${scope.now}
    ORDER BY c.confirmed_at IS NOT NULL, p.title, p.id LIMIT 200`;
  const mayConfirm = actsForAll(scope, "project.credit");
  return {
    items: rows.map(({ slug, name, ...row }) => ({
      ...row,
      owner: { slug, name },
      mayConfirm: mayConfirm && row.confirmedAt === null,
    })),
  };
}
