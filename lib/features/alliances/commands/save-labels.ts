import type { z } from "zod";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { memberPositions } from "../../memberships/types";
import type { saveLabelsInput } from "../schema/alliances";

/**
 * The alliance's own words for positions; a position without both words goes back to the usual ones. All of them are
 * replaced, so a form that a colleague's words overtook is stale.
 */
export async function saveLabels(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveLabelsInput>,
): Promise<Result<{ saved: number }, never>> {
  const allianceId = scope.alliance.id;
  const wanted = memberPositions.flatMap((position) => {
    const { zh, en } = input.labels[position] ?? {};
    return zh && en ? [{ allianceId, position, zh, en }] : [];
  });
  const { count } = await tx.alliance.updateMany({
    where: { id: allianceId, version: input.version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await tx.$executeRaw`DELETE FROM position_labels WHERE alliance_id = ${allianceId}::uuid`;
  await tx.positionLabel.createMany({ data: wanted });
  await scope.audit({
    action: "alliance.update_profile",
    subjectType: "alliance",
    subjectId: allianceId,
    details: { labels: wanted.map(({ position, zh, en }) => ({ position, zh, en })) },
  });
  return accept({ saved: wanted.length });
}
