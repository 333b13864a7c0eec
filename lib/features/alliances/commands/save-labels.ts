import type { z } from "zod";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { memberPositions } from "../../memberships/types";
import type { saveLabelsInput } from "../schema";

/** The alliance's own words for positions; a position without both words goes back to the usual ones. */
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
