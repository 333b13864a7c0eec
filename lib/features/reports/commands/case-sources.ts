import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { knownSubjects, linksOf, type Subjects } from "../queries/case-links";

/** Every cited result is approved, and of the unit whose case it is. */
export async function cite(
  tx: Tx,
  scope: TenantScope,
  one: { id: string; organizationId: string | null },
  given: readonly string[],
): Promise<Result<number, "case-source-not-approved">> {
  const recordIds = [...new Set(given)];
  const allianceId = scope.alliance.id;
  const found = await tx.outcomeRecord.count({
    where: {
      allianceId,
      id: { in: recordIds },
      state: { in: ["verified", "published"] },
      ...(one.organizationId && { organizationId: one.organizationId }),
    },
  });
  if (found !== recordIds.length) return refuse("case-source-not-approved");
  await tx.caseSource.deleteMany({ where: { allianceId, caseId: one.id } });
  await tx.caseSource.createMany({
    data: recordIds.map((recordId) => ({ allianceId, caseId: one.id, recordId })),
  });
  return accept(recordIds.length);
}

/**
 * What a case tells of: what its writer may know of. What the writer does not see stays, because the form that was sent could
 * not name it.
 */
export async function tellOf(
  tx: Tx,
  scope: TenantScope,
  caseId: string,
  given: Subjects,
): Promise<number> {
  const allianceId = scope.alliance.id;
  const subjects = await knownSubjects(tx, scope, given);
  if (subjects.length !== Object.values(given).filter((id) => id !== undefined).length) notFound();
  const seen = await linksOf(tx, scope, [caseId]);
  await tx.caseLink.deleteMany({
    where: { allianceId, caseId, id: { in: seen.map(({ linkId }) => linkId) } },
  });
  await tx.caseLink.createMany({
    data: subjects.map(({ kind, id }) => ({ allianceId, caseId, [`${kind}Id`]: id })),
  });
  return subjects.length;
}

/** Results and names as they are now stay with the edition; false where a result is not approved any more. */
export async function freezeSources(tx: Tx, scope: TenantScope, caseId: string): Promise<boolean> {
  const allianceId = scope.alliance.id;
  const [cited, frozen] = await Promise.all([
    tx.caseSource.count({ where: { allianceId, caseId } }),
    tx.$executeRaw`
      UPDATE typical_case_sources s SET title = o.title, metric_code = o.metric_code, year = o.year, quantity = o.quantity,
        unit_zh = m.unit_zh, frozen_at = ${scope.now}
      FROM outcome_records o JOIN metric_definitions m ON m.code = o.metric_code
      WHERE s.alliance_id = ${allianceId}::uuid AND s.case_id = ${caseId}::uuid AND o.alliance_id = s.alliance_id
        AND o.id = s.record_id AND o.state IN ('verified', 'published')`,
    tx.$executeRaw`
      UPDATE typical_case_links l SET frozen_at = ${scope.now}, name = coalesce(
        (SELECT p.title FROM projects p WHERE p.alliance_id = l.alliance_id AND p.id = l.project_id),
        (SELECT c.name FROM colleges c WHERE c.alliance_id = l.alliance_id AND c.id = l.college_id),
        (SELECT f.name FROM platforms f WHERE f.alliance_id = l.alliance_id AND f.id = l.platform_id),
        (SELECT t.name FROM training_classes t WHERE t.alliance_id = l.alliance_id AND t.id = l.class_id))
      WHERE l.alliance_id = ${allianceId}::uuid AND l.case_id = ${caseId}::uuid`,
  ]);
  return cited === frozen;
}

/** Out of the edition: they are again as they are. */
export async function thawSources(tx: Tx, scope: TenantScope, caseId: string): Promise<void> {
  const allianceId = scope.alliance.id;
  await tx.$executeRaw`
    UPDATE typical_case_sources SET title = NULL, metric_code = NULL, year = NULL, quantity = NULL, unit_zh = NULL, frozen_at = NULL
    WHERE alliance_id = ${allianceId}::uuid AND case_id = ${caseId}::uuid`;
  await tx.$executeRaw`
    UPDATE typical_case_links SET name = NULL, frozen_at = NULL
    WHERE alliance_id = ${allianceId}::uuid AND case_id = ${caseId}::uuid`;
}
