import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { canDecide, isIndependent } from "../policy";
import { getOutcomeForChange } from "../queries/facts";
import { stateAfter } from "../rules/states";
import type { returnOutcomeSchema, verifyOutcomeSchema } from "../schema/records";
import { keepReading, type ReadingRefusal } from "./reading";
import { lockRecord } from "./shares";

type Decision =
  | { move: "return"; reason: string }
  | { move: "verify"; read: z.output<typeof verifyOutcomeSchema> };
type Refusal = "wrong-state" | "own-figure" | "co-claim-disputed";

async function decide(
  tx: Tx,
  scope: TenantScope,
  input: { id: string; version: number },
  decision: Decision,
): Promise<Result<{ id: string; version: number }, Refusal | ReadingRefusal>> {
  // A co-claim that is refused at this moment waits here, or is seen below.
  await lockRecord(tx, scope, input.id);
  const found = await getOutcomeForChange(tx, scope, input.id);
  if (!isIndependent(scope, found)) return refuse("own-figure");
  if (!canDecide(scope, found)) forbidden();
  const state = stateAfter(found.state, decision.move);
  if (!state) return refuse("wrong-state");
  const verified = decision.move === "verify";
  if (verified && found.provisional) return refuse("co-claim-disputed");
  if (found.version !== input.version) throw new AppError("stale");
  if (decision.move === "verify") {
    const read = await keepReading(tx, scope, found, decision.read);
    if (!read.ok) return read;
  }
  const changed = await tx.outcomeRecord.updateMany({
    where: {
      id: input.id,
      allianceId: scope.alliance.id,
      state: found.state,
      version: input.version,
    },
    data: {
      state,
      stateSince: scope.now,
      version: { increment: 1 },
      ...(decision.move === "verify"
        ? { verifiedById: scope.actor.userId, verifiedAt: scope.now }
        : { returnReason: decision.reason, returns: { increment: 1 } }),
    },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: `figure.${decision.move}`,
    subjectType: "outcome",
    subjectId: input.id,
    details: {
      from: found.state,
      to: state,
      quantity: found.quantity.toFixed(2),
      fileId: found.fileId,
    },
  });
  return accept({ id: input.id, version: input.version + 1 });
}

/** The secretariat sends a result back; the reason is mandatory and shown to the reporter. */
export const returnOutcome = (
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnOutcomeSchema>,
) => decide(tx, scope, input, { move: "return", reason: input.reason });

/** The secretariat confirms a result against its evidence; it counts from this moment and never changes again. */
export const verifyOutcome = (
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof verifyOutcomeSchema>,
) => decide(tx, scope, input, { move: "verify", read: input });
