import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db/transaction";
import type { Tenant } from "./use-case";

/** The form of alliances.slug; anything else is no address, and need not reach the database. */
const SLUG = /^[a-z0-9-]{1,60}$/;

/** What a request found under the alliance's slug of its address, if anything. */
export type Found = { tenant: Tenant | undefined };

/** The alliance of a slug as one value, so that it can come along with another question. */
export const tenantBySlug = (slug: string | undefined): Prisma.Sql =>
  Prisma.sql`(SELECT jsonb_build_object('id', a.id, 'slug', a.slug, 'name', a.name, 'timeZone', a.time_zone,
      'status', a.status, 'published', coalesce(a.published_at <= now(), false))
    FROM alliances a WHERE a.slug = ${slug !== undefined && SLUG.test(slug) ? slug : null})`;

export async function findTenant(db: Db, slug: string): Promise<Tenant | undefined> {
  if (!SLUG.test(slug)) return undefined;
  const rows = await db.$queryRaw<{ tenant: Tenant | null }[]>`
    SELECT ${tenantBySlug(slug)} AS tenant`;
  return rows[0]?.tenant ?? undefined;
}
