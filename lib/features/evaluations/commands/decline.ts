import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { holdRound } from "../queries/facts";
import { standing } from "../queries/progress";
import { declinedBy } from "../queries/resolutions";
import { mayGoBack } from "../rules/states";
import type { sendBackInput } from "../schema/rounds";
import { type Changed, moveTo, tellRound } from "./move";
import { computeValues } from "./results";

export const sendBackRefusals = [
  "evaluation-wrong-state",
  "evaluation-objections-open",
  "evaluation-motion-unfit",
] as const;

/**
 * The council did not pass the result: it goes back to be verified again, by the motion that failed. Values are counted
 * anew as of now, marks and confirmed vetoes stand, and the result is drawn up, told and voted on once more.
 */
export async function sendBack(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof sendBackInput>,
): Promise<Result<Changed, (typeof sendBackRefusals)[number]>> {
  const round = await holdRound(tx, scope, input);
  if (!mayGoBack(round.state)) return refuse("evaluation-wrong-state");
  const { openObjections } = await standing(tx, scope, round);
  if (openObjections > 0) return refuse("evaluation-objections-open", { count: openObjections });
  const motions = await declinedBy(tx, scope, round);
  if (!motions.some(({ id }) => id === input.motionId)) {
    return refuse("evaluation-motion-unfit", { title: round.title });
  }
  await computeValues(tx, scope, round);
  await tx.evaluationSubject.updateMany({
    where: { allianceId: scope.alliance.id, roundId: round.id },
    data: { total: null, grade: null, rank: null, vetoed: false, version: { increment: 1 } },
  });
  const result = await moveTo(tx, scope, round, "data_verified", {
    data: {
      declinedMotionId: input.motionId,
      measuredAt: scope.now,
      objectionUntil: null,
      draftedById: null,
      draftedAt: null,
    },
    note: input.reason,
  });
  await tellRound(scope, "send_back", round.id, { motionId: input.motionId });
  return accept(result);
}
