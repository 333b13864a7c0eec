import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { duplicateLikelihood, titleSimilarity } from "../rules/duplicates";
import { joinable } from "../rules/states";
import type { similarProjectSchema, similarProjectsSchema } from "../schema/projects";
import type { ProjectState } from "../types";
import { namesOf } from "./facts";
import { visible } from "./list";

type Candidate = {
  id: string;
  code: string | null;
  title: string;
  state: ProjectState;
  startsOn: string;
  endsOn: string;
  leadId: string;
  leadName: string;
  organizationIds: string[];
  contractNo: string | null;
  slug: string;
  allianceName: string;
  own: boolean;
};

/**
 * Is this project registered already? Among what the reader may see of this alliance, living or done, and among what other
 * published alliances show of theirs: with two of the parties and overlapping dates, or of the same contract. The rule
 * weighs the titles. Whose organization is not a party there is offered to join.
 */
export async function similarProjects(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof similarProjectsSchema>,
): Promise<{ items: z.input<typeof similarProjectSchema>[] }> {
  const candidates = await db.$queryRaw<Candidate[]>`
    SELECT p.id, project_code(p.code_year, p.code_number) AS code, p.title, p.state::text AS state,
      p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", p.lead_id AS "leadId", l.name AS "leadName",
      ARRAY(SELECT y.organization_id::text FROM project_parties y WHERE y.project_id = p.id) AS "organizationIds",
      p.contract_no AS "contractNo", a.slug, a.name AS "allianceName", p.alliance_id = ${scope.alliance.id}::uuid AS own
    FROM projects p JOIN organizations l ON l.id = p.lead_id JOIN alliances a ON a.id = p.alliance_id
    WHERE ((p.alliance_id = ${scope.alliance.id}::uuid AND ${visible(scope) ?? Prisma.sql`true`})
        OR (p.alliance_id <> ${scope.alliance.id}::uuid AND a.published_at <= ${scope.now} AND p.code_number IS NOT NULL))
      AND p.state NOT IN ('rejected', 'withdrawn')
      AND ((p.starts_on <= ${input.endsOn}::date AND p.ends_on >= ${input.startsOn}::date
          AND p.id IN (SELECT y.project_id FROM project_parties y WHERE y.organization_id = ANY(${input.organizationIds}::uuid[])
            GROUP BY y.project_id HAVING count(*) >= 2))
        OR p.contract_no = ${input.contractNo ?? null})
    ORDER BY p.created_at DESC, p.id DESC LIMIT 200`;
  const own = await namesOf(db, scope.reach.organizationIds);
  const weighed = candidates.map((candidate) => ({
    ...candidate,
    lead: { id: candidate.leadId, name: candidate.leadName },
    alliance: candidate.own ? null : { slug: candidate.slug, name: candidate.allianceName },
    joinFor:
      candidate.own && joinable.includes(candidate.state)
        ? own.filter((one) => !candidate.organizationIds.includes(one.id))
        : [],
    likelihood:
      input.contractNo && candidate.contractNo === input.contractNo
        ? ("same" as const)
        : duplicateLikelihood(input, candidate),
    similarity: titleSimilarity(input.title, candidate.title),
  }));
  const items = weighed
    .flatMap(({ likelihood, ...rest }) => (likelihood === "none" ? [] : [{ ...rest, likelihood }]))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 5);
  return { items };
}
