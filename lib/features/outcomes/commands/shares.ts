import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { withOwners } from "../queries/facts";
import { type Share, withCoOwner } from "../rules/shares";
import { isApproved } from "../rules/states";

/** Whoever changes the owners or the state of a record comes one after the other. */
export async function lockRecord(tx: Tx, scope: TenantScope, ...ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT id FROM outcome_records
    WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}

/**
 * A verification by somebody whose own organization now owns a part was not independent: it is void, and the record waits
 * for another verifier (behaviour 4.4, "Verifier's organisation joins as co-claimer later").
 */
export async function voidVerification(
  tx: Tx,
  scope: TenantScope,
  id: string,
  verifiedById: string,
): Promise<void> {
  const voided = await tx.$executeRaw`
    UPDATE outcome_records SET state = 'submitted', state_since = ${scope.now}, verified_by_id = NULL, verified_at = NULL,
      approved_by_id = NULL, approved_at = NULL, version = version + 1
    WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid
      AND outcome_verifier_is_party(id, organization_id, verified_by_id, verified_at)`;
  if (voided === 0) return voidApproval(tx, scope, id);
  await scope.audit({
    action: "figure.void_verification",
    subjectType: "outcome",
    subjectId: id,
    details: { verifiedById },
  });
}

/** Of the second person the same holds: the result goes back to the step before, to be published by another one. */
async function voidApproval(tx: Tx, scope: TenantScope, id: string): Promise<void> {
  const voided = await tx.$executeRaw`
    UPDATE outcome_records SET state = 'verified', state_since = ${scope.now}, approved_by_id = NULL, approved_at = NULL,
      version = version + 1
    WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid AND state = 'published'
      AND outcome_verifier_is_party(id, organization_id, approved_by_id, approved_at)`;
  if (voided === 0) return;
  await scope.audit({
    action: "figure.void_approval",
    subjectType: "outcome",
    subjectId: id,
    details: { from: "published", to: "verified" },
  });
}

/** A further owner: the parts are written anew, and the database keeps their sum whole. */
export async function shareWith(
  tx: Tx,
  scope: TenantScope,
  recordId: string,
  added: Share,
): Promise<Result<null, "share-too-large" | "shares-already">> {
  const record = (await withOwners(tx, scope, recordId)) ?? notFound();
  const shares = withCoOwner(
    record.organizationId,
    record.shares.map(({ organizationId, share }) => ({ organizationId, share })),
    added,
  );
  if (!shares.ok) return shares;
  const allianceId = scope.alliance.id;
  await tx.outcomeShare.deleteMany({ where: { allianceId, recordId } });
  await tx.outcomeShare.createMany({
    data: shares.value.map((one) => ({ ...one, allianceId, recordId, createdAt: scope.now })),
  });
  if (record.verifiedById && isApproved(record.state)) {
    await voidVerification(tx, scope, recordId, record.verifiedById);
  }
  return accept(null);
}
