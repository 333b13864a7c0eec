import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { frameOutput } from "../schema/alliances";

/** What the frame around every page of an alliance needs: one statement, because each page pays for it. */
export async function getFrame(db: Db, scope: TenantScope): Promise<z.input<typeof frameOutput>> {
  const own = scope.actor.roles.flatMap(({ allianceId }) => allianceId ?? []);
  const rows = await db.$queryRaw<z.input<typeof frameOutput>[]>`
    SELECT a.id, a.slug, a.name, a.name_en AS "nameEn", coalesce((
      SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'nameEn', o.name_en) ORDER BY o.name, o.id)
      FROM alliances o WHERE o.id = ANY(${own}::uuid[])), '[]'::jsonb) AS own,
      coalesce((SELECT jsonb_agg(jsonb_build_object('position', l.position, 'zh', l.zh, 'en', l.en))
        FROM position_labels l WHERE l.alliance_id = a.id), '[]'::jsonb) AS "positionLabels",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en, 'position', c.position)
          ORDER BY c.position, c.sort_order)
        FROM chain_nodes c WHERE c.alliance_id = a.id), '[]'::jsonb) AS "chainNodes"
    FROM alliances a WHERE a.id = ${scope.alliance.id}::uuid`;
  return rows[0] ?? notFound();
}
