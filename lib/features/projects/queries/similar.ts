import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";
import { duplicateLikelihood, titleSimilarity } from "../rules/duplicates";
import type { similarProjectSchema, similarProjectsSchema } from "../schema";
import type { ProjectState } from "../types";
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
};

/**
 * Is this project registered already? Among what the reader may see: of this alliance, living or done, with two of the
 * parties and overlapping dates. The rule weighs the titles.
 */
export async function similarProjects(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof similarProjectsSchema>,
): Promise<{ items: z.input<typeof similarProjectSchema>[] }> {
  const candidates = await db.$queryRaw<Candidate[]>`
    SELECT p.id, project_code(p.code_year, p.code_number) AS code, p.title, p.state::text AS state,
      p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", p.lead_id AS "leadId", l.name AS "leadName",
      ARRAY(SELECT y.organization_id::text FROM project_parties y WHERE y.project_id = p.id) AS "organizationIds"
    FROM projects p JOIN organizations l ON l.id = p.lead_id
    WHERE p.alliance_id = ${scope.alliance.id}::uuid AND ${visible(scope) ?? Prisma.sql`true`}
      AND p.state NOT IN ('rejected', 'withdrawn')
      AND p.starts_on <= ${input.endsOn}::date AND p.ends_on >= ${input.startsOn}::date
      AND p.id IN (SELECT y.project_id FROM project_parties y WHERE y.organization_id = ANY(${input.organizationIds}::uuid[])
        GROUP BY y.project_id HAVING count(*) >= 2)
    ORDER BY p.created_at DESC, p.id DESC LIMIT 200`;
  const weighed = candidates.map((candidate) => ({
    ...candidate,
    lead: { id: candidate.leadId, name: candidate.leadName },
    likelihood: duplicateLikelihood(input, candidate),
    similarity: titleSimilarity(input.title, candidate.title),
  }));
  const items = weighed
    .flatMap(({ likelihood, ...rest }) => (likelihood === "none" ? [] : [{ ...rest, likelihood }]))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 5);
  return { items };
}
