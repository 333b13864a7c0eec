import "server-only";
import { database } from "../db/client";

/** Where somebody begins who asked for no page: the platform, the first screen of the one alliance, or the alliances. */
export async function landingOf(userId: string): Promise<string> {
  const rows = await database().$queryRaw<{ slug: string | null }[]>`
    SELECT DISTINCT a.slug FROM role_grants g LEFT JOIN alliances a ON a.id = g.alliance_id
    WHERE g.user_id = ${userId}::uuid
      AND alliance_today(g.alliance_id) BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity')
    LIMIT 2`;
  const [only, more] = rows;
  if (!only || more) return "/";
  return only.slug ? `/a/${only.slug}/home` : "/admin";
}
