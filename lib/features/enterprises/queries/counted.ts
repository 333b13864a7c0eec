import { listedCounts, listedPeople } from "@/lib/features/people/queries";
import { type Listed, peopleCounted } from "@/lib/features/people/rules";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import type { Standing } from "../schema";

type Counted = Pick<Standing, "people" | "problems" | "training" | "projects">;
type Row = Omit<Counted, "training"> & {
  training: Pick<Standing["training"], "personTimes" | "personDays"> & {
    all: string;
    records: number;
  };
  known: Listed | null;
};

/** Heads, problems, verified trainings and projects of one enterprise. */
export async function countedOf(
  db: Db,
  scope: TenantScope,
  organizationId: string,
): Promise<Counted> {
  const alliance = scope.alliance.id;
  const rows = await db.$queryRaw<Row[]>`
    SELECT
      (SELECT json_build_object('wanted', coalesce(sum(t.headcount), 0)::int, 'hired', coalesce(sum(t.hired), 0)::int,
          'classes', (SELECT count(*)::int FROM training_class_partners x WHERE x.alliance_id = ${alliance}::uuid AND x.organization_id = ${organizationId}::uuid),
          'mentors', (SELECT coalesce(sum(x.mentors), 0)::int FROM training_class_partners x WHERE x.alliance_id = ${alliance}::uuid AND x.organization_id = ${organizationId}::uuid),
          'learners', (SELECT coalesce(sum(y.current), 0)::int FROM training_class_partners x
            JOIN LATERAL (SELECT z.current FROM training_class_years z WHERE z.alliance_id = x.alliance_id AND z.class_id = x.class_id
              ORDER BY z.academic_year DESC LIMIT 1) y ON true
            WHERE x.alliance_id = ${alliance}::uuid AND x.organization_id = ${organizationId}::uuid))
        FROM talent_demands t WHERE t.alliance_id = ${alliance}::uuid AND t.organization_id = ${organizationId}::uuid
          AND t.state IN ('confirmed', 'open', 'partly_matched', 'filled')) AS people,
      (SELECT json_build_object('posted', count(*)::int,
          'running', (count(*) FILTER (WHERE k.state IN ('contract', 'executing', 'accepting')))::int,
          'solved', (count(*) FILTER (WHERE k.state IN ('accepted', 'archived')))::int)
        FROM calls k WHERE k.alliance_id = ${alliance}::uuid AND k.poster_id = ${organizationId}::uuid AND k.state <> 'draft') AS problems,
      (SELECT json_build_object('personTimes', coalesce(sum(r.quantity + r.adjustment) FILTER (WHERE r.metric_code = 'M39'), 0)::text,
          'all', coalesce(sum(r.quantity + r.adjustment) FILTER (WHERE r.metric_code = 'M40'), 0)::text,
          'records', (count(*) FILTER (WHERE r.metric_code = 'M40'))::int,
          'personDays', coalesce(sum(r.quantity + r.adjustment) FILTER (WHERE r.metric_code = 'M41'), 0)::text)
        FROM outcome_records r WHERE r.alliance_id = ${alliance}::uuid AND r.organization_id = ${organizationId}::uuid
          AND r.metric_code IN ('M39', 'M40', 'M41') AND r.state IN ('verified', 'published')) AS training,
      (SELECT to_jsonb(q) FROM (SELECT ${listedCounts} FROM ${listedPeople} r WHERE r.alliance_id = ${alliance}::uuid
          AND r.organization_id = ${organizationId}::uuid AND r.state IN ('verified', 'published')) q) AS known,
      (SELECT json_build_object('all', count(*)::int, 'running', (count(*) FILTER (WHERE p.state = 'running'))::int)
        FROM project_parties x JOIN projects p ON p.alliance_id = x.alliance_id AND p.id = x.project_id
        WHERE x.alliance_id = ${alliance}::uuid AND x.organization_id = ${organizationId}::uuid AND x.state = 'confirmed'
          AND p.state NOT IN ('draft', 'rejected', 'withdrawn')) AS projects`;
  const [counted] = rows;
  if (!counted) throw new Error("an aggregate without its row");
  const { training, known, ...rest } = counted;
  const { personTimes, personDays, all, records } = training;
  const { value, atMost } = peopleCounted({ records, total: all }, known);
  return { ...rest, training: { personTimes, persons: value, atMost, personDays } };
}
