import type { z } from "zod";
import { hashSecret } from "@/lib/platform/auth/secret";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { byLinkSchema, byLinkView } from "../schema/life";

type Link = {
  id: string;
  projectId: string;
  organizationId: string;
  usedAt: Date | null;
  expiresAt: Date;
};

/** A link that was made here and has not run out; of any other there is nothing to know. */
export async function findLink(
  db: Db,
  scope: TenantScope,
  token: string,
): Promise<Link | undefined> {
  const rows = await db.$queryRaw<Link[]>`
    SELECT l.id, y.project_id AS "projectId", y.organization_id AS "organizationId", l.used_at AS "usedAt",
      l.expires_at AS "expiresAt"
    FROM project_party_links l JOIN project_parties y ON y.alliance_id = l.alliance_id AND y.id = l.party_id
    WHERE l.alliance_id = ${scope.alliance.id}::uuid AND l.secret_hash = ${hashSecret(token)}
      AND (l.expires_at > ${scope.now} OR l.used_at IS NOT NULL)`;
  return rows[0];
}

type Row = Omit<z.input<typeof byLinkView>, "answered" | "expiresAt"> & { state: string };

/** What the representative reads before answering: what the project is and who takes part. */
export async function readByLink(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof byLinkSchema>,
): Promise<z.input<typeof byLinkView>> {
  const link = (await findLink(db, scope, input.token)) ?? notFound();
  const [row] = await db.$queryRaw<Row[]>`
    SELECT p.title, p.type::text AS type, p.summary, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
      l.name AS lead, o.name AS organization, y.role::text AS role, y.duty, p.state::text AS state,
      ARRAY(SELECT x.name FROM project_parties z JOIN organizations x ON x.id = z.organization_id
        WHERE z.project_id = p.id ORDER BY z.role <> 'lead', z.id) AS partners
    FROM projects p JOIN organizations l ON l.id = p.lead_id
    JOIN project_parties y ON y.project_id = p.id AND y.organization_id = ${link.organizationId}::uuid
    JOIN organizations o ON o.id = y.organization_id
    WHERE p.alliance_id = ${scope.alliance.id}::uuid AND p.id = ${link.projectId}::uuid`;
  if (!row) return notFound();
  return {
    ...row,
    expiresAt: link.expiresAt,
    answered: link.usedAt !== null || row.state !== "partners_confirming",
  };
}
