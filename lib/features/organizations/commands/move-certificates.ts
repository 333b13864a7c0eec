import type { Tx } from "@/lib/platform/db/transaction";
import { keys } from "./moved";

/**
 * What both rows sealed for the same year and project is sealed once: the duplicate's is withdrawn, and what rests on it
 * says that its evidence is gone. A claimant that became the enterprise is none.
 */
export async function moveCertificates(
  tx: Tx,
  survivor: string,
  absorbed: string,
): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE benefit_certificates a SET state = 'withdrawn', state_since = now(), version = version + 1
    WHERE a.enterprise_id = ${absorbed}::uuid AND a.state = 'sealed' AND EXISTS (
      SELECT 1 FROM benefit_certificates s WHERE s.enterprise_id = ${survivor}::uuid AND s.alliance_id = a.alliance_id
        AND s.year = a.year AND s.project_id IS NOT DISTINCT FROM a.project_id AND s.state = 'sealed')`;
  return keys(tx.$queryRaw`
    UPDATE benefit_certificates SET
      enterprise_id = CASE enterprise_id WHEN ${absorbed}::uuid THEN ${survivor}::uuid ELSE enterprise_id END,
      claimant_id = CASE WHEN ${survivor}::uuid IN (enterprise_id, claimant_id) AND enterprise_id IN (${survivor}::uuid, ${absorbed}::uuid)
          AND claimant_id IN (${survivor}::uuid, ${absorbed}::uuid) THEN NULL
        WHEN claimant_id = ${absorbed}::uuid THEN ${survivor}::uuid ELSE claimant_id END
    WHERE ${absorbed}::uuid IN (enterprise_id, claimant_id) RETURNING id`);
}
