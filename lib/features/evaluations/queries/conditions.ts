import type { z } from "zod";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { Prisma } from "@/prisma/generated/client";
import { ownUnits, readsAll } from "../policy";
import type { listRoundsInput } from "../schema/rounds";

/** Published rounds are everybody's; the others belong to those inside: readers of all, own units, experts with a seat. */
export function visible(scope: TenantScope): Prisma.Sql {
  if (readsAll(scope)) return Prisma.sql`true`;
  return Prisma.sql`(r.state >= 'published' OR EXISTS (SELECT 1 FROM evaluation_subjects s WHERE s.round_id = r.id
    AND (s.organization_id = ANY(${[...ownUnits(scope)]}::uuid[]) OR EXISTS (SELECT 1 FROM evaluation_seats e
      WHERE e.subject_id = s.id AND e.person_id = ${scope.actor.personId}::uuid))))`;
}

/** A self-evaluation that can still be handed in, of the unit named or of one's own. */
const waitsForSelf = (scope: TenantScope, organization: string | undefined): Prisma.Sql => {
  const units = organization ? [organization] : [...ownUnits(scope)];
  return Prisma.sql`r.state = 'self_evaluation' AND r.self_due_on >= ${scope.today}::date
    AND EXISTS (SELECT 1 FROM evaluation_subjects s WHERE s.round_id = r.id AND s.submitted_at IS NULL
      AND s.organization_id = ANY(${units}::uuid[]))`;
};

/**
 * Published with a veto that this reader sees, and no newer one of the same scheme is published: the next result takes it
 * back.
 */
const vetoed = (
  scope: TenantScope,
  organization: string | undefined,
): Prisma.Sql => Prisma.sql`r.state >= 'published'
  AND EXISTS (SELECT 1 FROM evaluation_subjects s JOIN evaluation_schemes c ON c.id = r.scheme_id
    WHERE s.round_id = r.id AND s.vetoed
    AND (${readsAll(scope)} OR c.public_grades OR s.organization_id = ANY(${[...ownUnits(scope)]}::uuid[]))
    AND (${organization ?? null}::uuid IS NULL OR s.organization_id = ${organization ?? null}::uuid))
  AND NOT EXISTS (SELECT 1 FROM evaluation_rounds n JOIN evaluation_schemes a ON a.id = n.scheme_id
    JOIN evaluation_schemes b ON b.id = r.scheme_id
    WHERE n.alliance_id = r.alliance_id AND a.series_id = b.series_id AND n.year > r.year AND n.state >= 'published')`;

/** What the list shows under its filter; first screens count their lines by the same. */
export function conditions(
  scope: TenantScope,
  input: Omit<z.output<typeof listRoundsInput>, "page" | "pageSize">,
) {
  const { organization, waits } = input;
  return Prisma.join(
    [
      Prisma.sql`r.alliance_id = ${scope.alliance.id}::uuid`,
      visible(scope),
      ...(input.state ? [Prisma.sql`r.state = ${input.state}::evaluation_state`] : []),
      ...(input.year ? [Prisma.sql`r.year = ${input.year}`] : []),
      ...(waits === "self" ? [waitsForSelf(scope, organization)] : []),
      ...(waits === "vetoed" ? [vetoed(scope, organization)] : []),
      ...(waits === "running" ? [Prisma.sql`r.state <> 'follow_up'`] : []),
      ...(organization
        ? [
            Prisma.sql`EXISTS (SELECT 1 FROM evaluation_subjects s WHERE s.round_id = r.id
              AND s.organization_id = ${organization}::uuid)`,
          ]
        : []),
    ],
    " AND ",
  );
}
