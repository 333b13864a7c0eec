import { memberMetrics, moneyMetrics } from "@/lib/features/metrics/types";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { Dashboard, DashboardFilter } from "../schema";
import { standingMetrics } from "../types";
import { countedStates, membersToday, type Stretch } from "./sums";
import { metricValues } from "./values";

type Frame = {
  members: number;
  reported: number;
  organization: { id: string; name: string } | null;
  own: { id: string; name: string }[] | null;
  published: Dashboard["published"] | null;
};

/** Members, how many of them have an approved record in the stretch, and the names that the switch needs. */
async function readFrame(db: Db, scope: TenantScope, stretch: Stretch): Promise<Frame> {
  const own = scope.actor.roles
    .filter((held) => held.allianceId === scope.alliance.id && held.organizationId !== null)
    .map((held) => held.organizationId);
  const rows = await db.$queryRaw<Frame[]>`
    WITH members AS (${membersToday(scope, stretch.kind)})
    SELECT (SELECT count(*)::int FROM members) AS members,
      (SELECT count(DISTINCT r.organization_id)::int FROM outcome_rollups r JOIN members USING (organization_id)
        WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records > 0 AND r.state::text = ANY(${countedStates(scope)}::text[])
          AND r.year BETWEEN ${stretch.from} AND ${stretch.to}) AS reported,
      (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM organizations o
        WHERE o.id = ${stretch.organization ?? null}::uuid AND EXISTS (
          SELECT 1 FROM memberships m WHERE m.organization_id = o.id AND m.alliance_id = ${scope.alliance.id}::uuid)
      ) AS organization,
      (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.pinyin, o.id)
        FROM organizations o WHERE o.id = ANY(${own}::uuid[])) AS own,
      (SELECT jsonb_agg(jsonb_build_object('code', v.metric_code, 'label', jsonb_build_object('zh', v.label_zh, 'en', v.label_en),
          'value', trim_scale(v.value)::text, 'unit', jsonb_build_object('zh', v.unit_zh, 'en', v.unit_en),
          'qualifier', v.qualifier, 'period', v.period, 'source', v.source) ORDER BY v.sort_order, v.key)
        FROM metric_values v WHERE v.alliance_id = ${scope.alliance.id}::uuid AND v.state = 'published' AND v.organization_id IS NULL
          AND v.metric_code IS NOT NULL AND v.value IS NOT NULL AND v.part_of_key IS NULL) AS published`;
  return rows[0] ?? notFound();
}

/**
 * The alliance's or one member's numbers for a stretch of years, through the one reader of numbers. Money and results
 * come from roll-ups, so ten times the records cost the same.
 */
export async function getDashboard(
  db: Db,
  scope: TenantScope,
  input: DashboardFilter,
): Promise<Dashboard> {
  const thisYear = Number(scope.today.slice(0, 4));
  const years = { from: input.from ?? thisYear - 4, to: input.to ?? thisYear };
  const { organization, kind, status } = input;
  const filter = { ...years, organizationId: organization, kind, layer: status };
  const standing = [...standingMetrics, ...memberMetrics, ...moneyMetrics].map((one) =>
    typeof one === "string" ? one : one.code,
  );
  const [counted, outcomes, frame] = await Promise.all([
    metricValues(db, scope, { ...filter, codes: standing }),
    metricValues(db, scope, { ...filter, only: "outcomes" }),
    readFrame(db, scope, { ...years, organization, kind }),
  ]);
  if (organization && !frame.organization) notFound();
  return {
    allianceId: scope.alliance.id,
    asOf: scope.now.toISOString(),
    organization: frame.organization,
    ...years,
    status,
    numbers: [...counted, ...outcomes],
    coverage: { reported: frame.reported, members: frame.members },
    // One member's numbers stand beside no figure of the whole alliance.
    published: organization || kind ? [] : (frame.published ?? []),
    own: frame.own ?? [],
  };
}
