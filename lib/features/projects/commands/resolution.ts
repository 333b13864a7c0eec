import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { resolutionsFor } from "../queries/resolutions";
import { authorityOfBody, standsAtLeast } from "../rules/powers";
import type { Authority } from "../types";

/** A resolution that answers, and how high the body stands that adopted it. */
export type Claimed = { id: string; authority: Authority };

/**
 * A decision that is above the office is claimed by a resolution about this very project that has answered nothing yet, by
 * a body that stands high enough. The project is locked, so nothing else claims it meanwhile.
 */
export async function claimResolution(
  tx: Tx,
  scope: TenantScope,
  claim: { projectId: string; resolutionId: string | undefined; authority: Authority },
): Promise<Result<Claimed | null, "resolution-needed" | "resolution-does-not-fit">> {
  const { authority, resolutionId: id, projectId } = claim;
  const own = authority === "lead" || authority === "secretariat";
  if (id === undefined) return own ? accept(null) : refuse("resolution-needed");
  const [found] = await resolutionsFor(tx, scope.alliance.id, projectId, id);
  const adopted = found && authorityOfBody(found.bodyKind);
  return adopted && standsAtLeast(adopted, authority)
    ? accept({ id, authority: adopted })
    : refuse("resolution-does-not-fit");
}
