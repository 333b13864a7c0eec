import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { mayPrepare } from "../policy";
import type { YearPlan, yearPlanInput } from "../schema/live";

type Row = Omit<YearPlan["bodies"][number], "minimum"> & { kind: string };

/** Domain 3.4: at least one meeting a year; committees one per half-year of study. */
const minimumOf = (kind: string): number => (kind === "cooperation_committee" ? 2 : 1);

/** What the bodies with votes have held and planned in a year, against what they must. */
export async function yearPlan(
  db: Db,
  scope: TenantScope,
  { year }: z.output<typeof yearPlanInput>,
): Promise<YearPlan> {
  const drafts = mayPrepare(scope.actor, scope.alliance.id);
  const rows = await db.$queryRaw<Row[]>`
    SELECT b.id, b.kind::text AS kind, b.name, b.name_en AS "nameEn", m.held, m.planned, m.meetings
    FROM governance_bodies b
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE g.state IN ('closed', 'archived', 'adjourned'))::int AS held,
        count(*) FILTER (WHERE g.state IN ('draft', 'noticed', 'check_in', 'open', 'suspended', 'postponed'))::int AS planned,
        coalesce(json_agg(json_build_object('id', g.id, 'title', g.title, 'state', g.state,
          'heldAt', to_char(g.scheduled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          ORDER BY g.scheduled_at, g.id) FILTER (WHERE g.id IS NOT NULL), '[]') AS meetings
      FROM meetings g
      WHERE g.alliance_id = b.alliance_id AND g.body_id = b.id AND g.state <> 'cancelled'
        AND (${drafts} OR g.state <> 'draft')
        AND date_part('year', g.scheduled_at AT TIME ZONE ${scope.alliance.timeZone}) = ${year}) m
    WHERE b.alliance_id = ${scope.alliance.id}::uuid
      AND EXISTS (SELECT 1 FROM seats s WHERE s.body_id = b.id AND s.alliance_id = b.alliance_id AND s.voting)
    ORDER BY b.sort_order, b.id`;
  return { year, bodies: rows.map(({ kind, ...row }) => ({ ...row, minimum: minimumOf(kind) })) };
}
