import { leaveToUndo } from "@/lib/features/resolutions/commands/undo";
import { dateOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { HeldVote } from "./hold";

type EventKind = "under_review" | "review_ended" | "repealed";

/** What becomes of the resolution that the vote made, if it made one. */
export async function noteOnResolution(
  tx: Tx,
  scope: TenantScope,
  vote: HeldVote,
  given: { kind: EventKind; reason: string },
): Promise<void> {
  if (!vote.motionId) return;
  const allianceId = scope.alliance.id;
  const where = { allianceId, motionId: vote.motionId };
  const resolution = await tx.resolution.findFirst({ where, select: { id: true } });
  if (!resolution) return;
  await tx.resolutionEvent.create({
    data: {
      allianceId,
      resolutionId: resolution.id,
      kind: given.kind,
      on: dateOf(scope.today),
      reason: given.reason,
      recordedById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  if (given.kind === "repealed") await leaveToUndo(tx, scope, resolution.id);
}
