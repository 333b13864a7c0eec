import type { z } from "zod";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { allianceRow, listAlliancesInput, listAlliancesOutput } from "../schema/alliances";

type Row = z.input<typeof allianceRow> & { total: number };

const literal = (text: string) => `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;

/** Alliances that the reader may know of: the published ones, and those in which a role is held. */
export async function listAlliances(
  db: Db,
  scope: Scope,
  input: z.output<typeof listAlliancesInput>,
): Promise<z.input<typeof listAlliancesOutput>> {
  const mine = scope.actor.roles.flatMap(({ allianceId }) => (allianceId ? [allianceId] : []));
  const q = input.q ? literal(input.q) : null;
  const today = dayIn(scope.now, homeZone);
  const rows = await db.$queryRaw<Row[]>`
    WITH visible AS (
      SELECT a.*, coalesce(a.published_at <= now(), false) AS published, a.id = ANY(${mine}::uuid[]) AS mine
      FROM alliances a
      WHERE (${scope.reach.whole} OR a.published_at <= now() OR a.id = ANY(${mine}::uuid[]))
        AND (${input.type ?? null}::text IS NULL OR a.type::text = ${input.type ?? null})
        AND (${input.level ?? null}::text IS NULL OR a.level::text = ${input.level ?? null})
        AND (${input.mine ?? null}::text IS NULL OR a.id = ANY(${mine}::uuid[]))
        AND (${q}::text IS NULL OR a.name ILIKE ${q} OR a.short_name ILIKE ${q} OR a.name_en ILIKE ${q})
    )
    SELECT a.slug, a.name, a.name_en AS "nameEn", a.short_name AS "shortName", a.type::text AS type,
      a.level::text AS level, a.status::text AS status, a.region_code AS "regionCode", o.name AS "baseParkName",
      a.published, a.mine,
      (SELECT count(*)::int FROM membership_periods p WHERE p.alliance_id = a.id AND p.valid_from <= ${today}::date
        AND coalesce(p.valid_to, 'infinity') >= ${today}::date) AS members,
      (SELECT count(*)::int FROM visible) AS total
    FROM visible a LEFT JOIN organizations o ON o.id = a.base_park_id
    ORDER BY a.mine DESC, a.type, a.created_at, a.id
    LIMIT ${input.pageSize} OFFSET ${(input.page - 1) * input.pageSize}`;
  return {
    items: rows,
    // A page behind the last one has no row that could carry the total; the first one has.
    total: rows[0]?.total ?? (input.page === 1 ? 0 : await firstPageTotal(db, scope, input)),
    page: input.page,
    pageSize: input.pageSize,
  };
}

const firstPageTotal = async (db: Db, scope: Scope, input: z.output<typeof listAlliancesInput>) =>
  (await listAlliances(db, scope, { ...input, page: 1, pageSize: 1 })).total;
