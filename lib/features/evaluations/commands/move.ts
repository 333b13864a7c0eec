import type { AuditAction } from "@/lib/features/audit/types/actions";
import type { subjectTypes } from "@/lib/features/audit/types/subjects";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { RoundFacts } from "../queries/facts";
import type { EvaluationState } from "../types";

export type Changed = { id: string; version: number };

/** What has its words in the chain, and nothing else. */
type Told<A = AuditAction> = A extends `evaluation.${infer Verb}` ? Verb : never;

const telling =
  (subjectType: Extract<(typeof subjectTypes)[number], "evaluation" | "evaluation-subject">) =>
  (scope: TenantScope, action: Told, id: string, details = {}) =>
    scope.audit({ action: `evaluation.${action}`, subjectType, subjectId: id, details });

export const tellRound = telling("evaluation");
export const tellSubject = telling("evaluation-subject");

export async function note(
  tx: Tx,
  scope: TenantScope,
  roundId: string,
  state: EvaluationState,
  text?: string,
): Promise<void> {
  await tx.evaluationEvent.create({
    data: {
      allianceId: scope.alliance.id,
      roundId,
      state,
      note: text ?? null,
      actorId: scope.actor.userId,
      createdAt: scope.now,
    },
  });
}

/** Writes the new state over exactly the state and version that was read. */
export async function moveTo(
  tx: Tx,
  scope: TenantScope,
  round: RoundFacts,
  to: EvaluationState,
  more: { data?: Parameters<Tx["evaluationRound"]["updateMany"]>[0]["data"]; note?: string } = {},
): Promise<Changed> {
  const { count } = await tx.evaluationRound.updateMany({
    where: {
      allianceId: scope.alliance.id,
      id: round.id,
      state: round.state,
      version: round.version,
    },
    data: { ...more.data, state: to, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await note(tx, scope, round.id, to, more.note);
  return { id: round.id, version: round.version + 1 };
}
