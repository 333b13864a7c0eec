import { reachOf } from "@/lib/features/access/policy";
import { marksStatement } from "@/lib/features/corrections/queries/marks";
import type { CorrectionMark } from "@/lib/features/corrections/schema";
import { memberMetrics, moneyMetrics } from "@/lib/features/metrics/types";
import { mayReadTargets, maySetTargets } from "@/lib/features/targets/policy";
import { type TargetOf, targetsStatement } from "@/lib/features/targets/queries/of";
import { dayIn, pastDay } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { Prisma } from "@/prisma/generated/client";
import type { Dashboard, DashboardFilter } from "../schema";
import { standingMetrics } from "../types";
import { countedStates, isMember, membersTotal, rollupsOf, type Stretch } from "./sums";
import { metricValues } from "./values";

type Frame = {
  members: number;
  reported: number;
  organization: { id: string; name: string } | null;
  own: { id: string; name: string }[] | null;
  published: Dashboard["published"] | null;
  firstDay: string | null;
  marks: CorrectionMark[] | null;
  targets: TargetOf[] | null;
};

/** Members, how many of them have an approved record in the stretch, and the names that the switch needs. */
async function readFrame(db: Db, scope: TenantScope, stretch: Stretch): Promise<Frame> {
  const own = scope.actor.roles
    .filter((held) => held.allianceId === scope.alliance.id && held.organizationId !== null)
    .map((held) => held.organizationId);
  const approved = reachOf("figure.read_approved", scope.actor.roles, scope.alliance.id);
  const marks = marksStatement(scope.alliance.id, {
    years: stretch,
    organizationId: stretch.organization,
    kind: stretch.kind,
    publishedOnly: !approved?.whole,
  });
  const targets = targetsStatement(scope.alliance.id, {
    years: [stretch.to],
    organizationId: stretch.organization,
  });
  const rows = await db.$queryRaw<Frame[]>`
    SELECT (${membersTotal(scope, stretch)}) AS members,
      (SELECT count(*)::int FROM (SELECT DISTINCT r.organization_id FROM ${rollupsOf(scope, stretch)} r
        WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.records > 0 AND r.state::text = ANY(${countedStates(scope)}::text[])
          AND r.year BETWEEN ${stretch.from} AND ${stretch.to}) w
        WHERE ${isMember(scope, stretch, Prisma.sql`w.organization_id`)}) AS reported,
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
          AND v.metric_code IS NOT NULL AND v.value IS NOT NULL AND v.part_of_key IS NULL) AS published,
      (SELECT min(d.day)::text FROM outcome_rollup_days d WHERE d.alliance_id = ${scope.alliance.id}::uuid) AS "firstDay",
      (SELECT jsonb_agg(to_jsonb(x)) FROM (${marks}) x) AS marks,
      (SELECT jsonb_agg(to_jsonb(y)) FROM (${targets}) y) AS targets`;
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
  const past = pastDay(input.asOf, scope.today);
  const today = past ?? scope.today;
  const thisYear = Number(today.slice(0, 4));
  const years = { from: input.from ?? thisYear - 4, to: input.to ?? thisYear };
  const { organization, kind, status } = input;
  const filter = { ...years, organizationId: organization, kind, layer: status, asOf: past };
  const standing = [...standingMetrics, ...memberMetrics, ...moneyMetrics].map((one) =>
    typeof one === "string" ? one : one.code,
  );
  const [counted, outcomes, frame] = await Promise.all([
    metricValues(db, scope, { ...filter, codes: standing }),
    metricValues(db, scope, { ...filter, only: "outcomes" }),
    readFrame(db, scope, { ...years, organization, kind, asOf: past }),
  ]);
  if (organization && !frame.organization) notFound();
  return {
    allianceId: scope.alliance.id,
    alliance: scope.alliance.name,
    asOf: scope.now.toISOString(),
    today,
    past: past ? { day: past, firstDay: frame.firstDay } : null,
    organization: frame.organization,
    kind: kind ?? null,
    ...years,
    status,
    numbers: [...counted, ...outcomes],
    coverage: { reported: frame.reported, members: frame.members },
    // One member's numbers stand beside no figure of the whole alliance, and those of a past day beside none of today.
    published: organization || kind || past ? [] : (frame.published ?? []),
    targets:
      kind || past || !mayReadTargets(scope, organization)
        ? null
        : { year: years.to, maySet: maySetTargets(scope), items: frame.targets ?? [] },
    marks: (frame.marks ?? []).map(({ metricCode, year, number, appliedAt }) => ({
      code: metricCode,
      year,
      number,
      later: dayIn(new Date(appliedAt), scope.alliance.timeZone) > today,
    })),
    own: frame.own ?? [],
  };
}
