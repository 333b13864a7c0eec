import type { z } from "zod";
import { sixNumbers, sixTexts } from "@/lib/features/funds/queries/six";
import type { MemberPosition } from "@/lib/features/memberships/types";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import type { Standing, standingInput, standingOutput } from "../schema";
import { evidenceOf } from "./evidence";
import { owedBy } from "./owed";

type Counted = Pick<Standing, "people" | "problems" | "training" | "projects">;

async function countedOf(db: Db, scope: TenantScope, organizationId: string): Promise<Counted> {
  const alliance = scope.alliance.id;
  const rows = await db.$queryRaw<Counted[]>`
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
          'persons', coalesce(sum(r.quantity + r.adjustment) FILTER (WHERE r.metric_code = 'M40'), 0)::text,
          'personDays', coalesce(sum(r.quantity + r.adjustment) FILTER (WHERE r.metric_code = 'M41'), 0)::text)
        FROM outcome_records r WHERE r.alliance_id = ${alliance}::uuid AND r.organization_id = ${organizationId}::uuid
          AND r.metric_code IN ('M39', 'M40', 'M41') AND r.state IN ('verified', 'published')) AS training,
      (SELECT json_build_object('all', count(*)::int, 'running', (count(*) FILTER (WHERE p.state = 'running'))::int)
        FROM project_parties x JOIN projects p ON p.alliance_id = x.alliance_id AND p.id = x.project_id
        WHERE x.alliance_id = ${alliance}::uuid AND x.organization_id = ${organizationId}::uuid AND x.state = 'confirmed'
          AND p.state NOT IN ('draft', 'rejected', 'withdrawn')) AS projects`;
  const [counted] = rows;
  if (!counted) throw new Error("an aggregate without its row");
  return counted;
}

async function membershipOf(db: Db, scope: TenantScope, organizationId: string) {
  const rows = await db.$queryRaw<{ number: number; position: MemberPosition; since: string }[]>`
    SELECT m.number, p.position::text AS position,
      (SELECT min(q.valid_from) FROM membership_periods q WHERE q.alliance_id = m.alliance_id AND q.membership_id = m.id)::text AS since
    FROM memberships m JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid AND m.organization_id = ${organizationId}::uuid
      AND ${scope.today}::date BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')
    ORDER BY p.valid_from DESC LIMIT 1`;
  return rows[0] ?? null;
}

/**
 * What the alliance was for one enterprise, and what it owes. Private: its own people and the secretariat read it, nobody
 * else, whatever is public elsewhere (behaviour 3, feature 25).
 */
export async function enterpriseStanding(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof standingInput>,
): Promise<z.input<typeof standingOutput>> {
  const organizationId = input.organization ?? scope.reach.organizationIds[0];
  if (!organizationId) return notFound();
  const names = await db.organization.findMany({
    where: { id: { in: [...new Set([organizationId, ...scope.reach.organizationIds])] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const organization = names.find(({ id }) => id === organizationId);
  const member = await membershipOf(db, scope, organizationId);
  // The secretariat's right ends at the organizations that its alliance has to do with.
  if (!organization || !(member || (await involved(db, scope, organizationId)))) return notFound();
  if (!reaches(scope.reach, organizationId)) return forbidden();
  const [counted, six, owed, papers] = await Promise.all([
    countedOf(db, scope, organizationId),
    sixNumbers(db, scope.alliance.id, { organizationId }),
    owedBy(db, scope, organizationId),
    evidenceOf(db, scope, { organizationId, year: input.year }),
  ]);
  return {
    organization,
    own: names.filter(({ id }) => scope.reach.organizationIds.includes(id)),
    member,
    ...counted,
    money: sixTexts(six),
    owed,
    evidence: papers.evidence,
    evidenceCount: papers.count,
    years: papers.years,
  };
}

/** Not a member today, but once one, or party to a project of this alliance. */
async function involved(db: Db, scope: TenantScope, organizationId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ known: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM memberships WHERE alliance_id = ${scope.alliance.id}::uuid AND organization_id = ${organizationId}::uuid)
      OR EXISTS (SELECT 1 FROM project_parties WHERE alliance_id = ${scope.alliance.id}::uuid AND organization_id = ${organizationId}::uuid) AS known`;
  return rows[0]?.known ?? false;
}
