import type { Tx } from "@/lib/platform/db/transaction";
import { keys } from "./moved";

/** What the surviving row aims at stands; a number of the duplicate for the same thing gives way to it and stays readable. */
export async function moveTargets(tx: Tx, survivor: string, absorbed: string): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE metric_targets a SET version = version + 1, state_since = now(),
      state = (CASE a.state WHEN 'in_force' THEN 'superseded' ELSE 'withdrawn' END)::target_state
    WHERE a.organization_id = ${absorbed}::uuid AND a.state IN ('in_force', 'proposed') AND EXISTS (
      SELECT 1 FROM metric_targets s WHERE s.organization_id = ${survivor}::uuid AND s.alliance_id = a.alliance_id
        AND s.metric_code = a.metric_code AND s.year = a.year AND s.state = a.state)`;
  return keys(
    tx.$queryRaw`UPDATE metric_targets SET organization_id = ${survivor}::uuid WHERE organization_id = ${absorbed}::uuid RETURNING id`,
  );
}
