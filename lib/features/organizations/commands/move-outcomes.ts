import type { Tx } from "@/lib/platform/db/transaction";
import { keys } from "./moved";

/**
 * Results and the parts of them go over to the surviving row. Of one result owned by both rows the parts become one, and
 * an open co-claim between the two has no other side any more. An open correction asks for the row that stays.
 */
export async function moveOutcomes(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE outcome_co_claims c SET state = 'withdrawn', version = c.version + 1 FROM outcome_records r
    WHERE r.id = c.record_id AND c.state IN ('proposed', 'refused') AND c.organization_id IN (${survivor}::uuid, ${absorbed}::uuid)
      AND (r.organization_id IN (${survivor}::uuid, ${absorbed}::uuid)
        OR EXISTS (SELECT 1 FROM outcome_shares s WHERE s.record_id = r.id
          AND s.organization_id IN (${survivor}::uuid, ${absorbed}::uuid))
        OR c.organization_id = ${absorbed}::uuid AND EXISTS (
          SELECT 1 FROM outcome_co_claims k WHERE k.record_id = c.record_id AND k.organization_id = ${survivor}::uuid
            AND k.state IN ('proposed', 'refused')))`;
  await tx.$executeRaw`
    UPDATE outcome_co_claims SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid`;
  await tx.$executeRaw`
    UPDATE outcome_shares s SET share = s.share + a.share FROM outcome_shares a
    WHERE a.record_id = s.record_id AND a.organization_id = ${absorbed}::uuid AND s.organization_id = ${survivor}::uuid`;
  await tx.$executeRaw`
    DELETE FROM outcome_shares a USING outcome_shares s WHERE a.record_id = s.record_id
      AND a.organization_id = ${absorbed}::uuid AND s.organization_id = ${survivor}::uuid`;
  await tx.$executeRaw`
    UPDATE outcome_shares SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid`;
  await tx.$executeRaw`
    UPDATE correction_cases SET new_organization_id = ${survivor}::uuid
    WHERE new_organization_id = ${absorbed}::uuid AND state IN ('requested', 'endorsed')`;
  await tx.$executeRaw`
    UPDATE site_visits SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid`;
  return keys(
    tx.$queryRaw`UPDATE outcome_records SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
  );
}

/** Trainings go over with their results; one that the two gave together was given by one. */
export async function moveTrainings(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  const both = [survivor, absorbed];
  await tx.$executeRaw`
    UPDATE training_batches SET partner_id = NULL
    WHERE partner_id = ANY(${both}::uuid[]) AND organization_id = ANY(${both}::uuid[])`;
  return keys(tx.$queryRaw`
    UPDATE training_batches SET organization_id = CASE WHEN organization_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE organization_id END,
      partner_id = CASE WHEN partner_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE partner_id END
    WHERE ${absorbed}::uuid IN (organization_id, partner_id) RETURNING id`);
}
