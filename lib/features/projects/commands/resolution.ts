import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { authorityOfBody, standsAtLeast } from "../rules/powers";
import type { Authority } from "../types";

type Found = { kind: string; repealed: boolean; used: boolean };

/**
 * A decision that is above the office is claimed by a resolution: carried (the database knows no other), about this very
 * project, by a body that stands high enough, still in force, and used for one decision only.
 */
export async function claimResolution(
  tx: Tx,
  scope: TenantScope,
  claim: { projectId: string; resolutionId: string | undefined; authority: Authority },
): Promise<Result<string | null, "resolution-needed" | "resolution-does-not-fit">> {
  const { authority, resolutionId, projectId } = claim;
  const own = authority === "lead" || authority === "secretariat";
  if (resolutionId === undefined) return own ? accept(null) : refuse("resolution-needed");
  const rows = await tx.$queryRaw<Found[]>`
    SELECT b.kind::text AS kind,
      EXISTS (SELECT 1 FROM resolution_events e WHERE e.resolution_id = r.id AND e.kind IN ('superseded', 'repealed')) AS repealed,
      EXISTS (SELECT 1 FROM project_decisions d WHERE d.resolution_id = r.id)
        OR EXISTS (SELECT 1 FROM project_changes c WHERE c.resolution_id = r.id) AS used
    FROM resolutions r JOIN motions m ON m.id = r.motion_id JOIN agenda_items i ON i.id = m.agenda_item_id
    JOIN governance_bodies b ON b.id = r.body_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND r.id = ${resolutionId}::uuid
      AND i.project_id = ${projectId}::uuid`;
  const [found] = rows;
  const fits =
    found &&
    !found.repealed &&
    !found.used &&
    standsAtLeast(authorityOfBody(found.kind), authority);
  return fits ? accept(resolutionId) : refuse("resolution-does-not-fit");
}
