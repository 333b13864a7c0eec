import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { fileSchema, getFileSchema } from "./schema";

/**
 * A file follows the right to its record: the whole alliance's readers, the one who uploaded it, members whose own record
 * it proves, and experts of a panel once they have declared no conflict. Everybody else finds nothing.
 */
export async function getFile(
  db: Db,
  scope: TenantScope,
  input: z.output<typeof getFileSchema>,
): Promise<z.input<typeof fileSchema>> {
  // Papers of a meeting are shut to a seat with a conflict, however far the right to files reaches.
  const seesPapers =
    reachOf("meeting.update", scope.actor.roles, scope.alliance.id)?.whole === true;
  // The scan of a ballot says what was chosen: before the result only those who read it in see it.
  const readsIn =
    reachOf("ballot.enter_paper", scope.actor.roles, scope.alliance.id)?.whole === true;
  const own = [...scope.reach.organizationIds];
  const rows = await db.$queryRaw<z.input<typeof fileSchema>[]>`
    SELECT f.id, f.name, f.size, f.media_type AS "mediaType", f.sha256
    FROM stored_files f
    WHERE f.alliance_id = ${scope.alliance.id}::uuid AND f.id = ${input.id}::uuid
      AND (${seesPapers} OR NOT paper_is_closed_to(f.id, ${scope.actor.personId}::uuid, ${scope.today}::date))
      AND (${readsIn} OR NOT EXISTS (SELECT 1 FROM ballots b JOIN votes v ON v.id = b.vote_id
        WHERE b.alliance_id = f.alliance_id AND b.paper_file_id = f.id AND v.state NOT IN ('declared', 'voided'))) AND (
      ${scope.reach.whole}
      OR f.uploaded_by_id = ${scope.actor.userId}::uuid
      OR EXISTS (SELECT 1 FROM outcome_records o WHERE o.file_id = f.id AND (o.organization_id = ANY(${own}::uuid[])
        OR EXISTS (SELECT 1 FROM outcome_shares s WHERE s.record_id = o.id AND s.organization_id = ANY(${own}::uuid[]))))
      OR EXISTS (SELECT 1 FROM benefit_certificates b WHERE b.alliance_id = f.alliance_id AND b.file_id = f.id
                 AND (b.enterprise_id = ANY(${own}::uuid[]) OR b.claimant_id = ANY(${own}::uuid[])))
      OR EXISTS (SELECT 1 FROM agreements g JOIN agreement_parties y ON y.agreement_id = g.id
                 WHERE g.file_id = f.id AND y.organization_id = ANY(${own}::uuid[]))
      OR EXISTS (SELECT 1 FROM college_parties y WHERE y.organization_id = ANY(${own}::uuid[]) AND y.alliance_id = f.alliance_id
        AND (EXISTS (SELECT 1 FROM college_contributions c WHERE c.college_id = y.college_id AND c.file_id = f.id)
          OR EXISTS (SELECT 1 FROM college_checks c WHERE c.college_id = y.college_id AND c.file_id = f.id)
          OR EXISTS (SELECT 1 FROM college_rectifications c JOIN college_reviews r ON r.id = c.review_id
                     WHERE r.college_id = y.college_id AND c.file_id = f.id)))
      OR EXISTS (SELECT 1 FROM evaluation_entries e JOIN evaluation_subjects v ON v.id = e.subject_id
                 WHERE e.alliance_id = f.alliance_id AND e.file_id = f.id AND (v.organization_id = ANY(${own}::uuid[])
                   OR EXISTS (SELECT 1 FROM evaluation_seats s WHERE s.subject_id = v.id AND s.state = 'clear'
                              AND s.person_id = ${scope.actor.personId}::uuid)))
      OR EXISTS (SELECT 1 FROM projects p JOIN project_parties y ON y.project_id = p.id
                 WHERE p.file_id = f.id AND y.organization_id = ANY(${own}::uuid[]))
      OR EXISTS (SELECT 1 FROM project_papers(f.id) j JOIN project_parties y ON y.project_id = j.project_id
                 WHERE y.organization_id = ANY(${own}::uuid[]))
      OR EXISTS (SELECT 1 FROM project_papers(f.id) j JOIN project_panels n ON n.project_id = j.project_id
                 JOIN project_panel_seats s ON s.panel_id = n.id AND s.user_id = ${scope.actor.userId}::uuid
                   AND s.declaration = 'none'))`;
  return rows[0] ?? notFound();
}
