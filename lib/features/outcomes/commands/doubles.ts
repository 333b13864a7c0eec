import type { z } from "zod";
import { isKeyed } from "@/lib/features/metrics/rules";
import { dayOf } from "@/lib/kernel/dates";
import { fenOf, yuanText } from "@/lib/kernel/money";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { candidatesOf, candidatesWithin, getPair, mayJudge } from "../queries/doubles";
import { amountOff, type Comparable, doubtOf } from "../rules/doubles";
import type { judgePairSchema, scanPairsSchema } from "../schema/doubles";
import { lockRecord } from "./shares";

type Noted = { firstId: string; secondId: string; similarity: number; sameAmount: boolean };

async function notePairs(tx: Tx, scope: TenantScope, pairs: readonly Noted[]): Promise<number> {
  if (pairs.length === 0) return 0;
  const { count } = await tx.outcomePair.createMany({
    data: pairs.map((pair) => ({
      ...pair,
      allianceId: scope.alliance.id,
      createdAt: scope.now,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** What was just reported beside what was there: whatever may be the same lies on the desk. It stops nobody. */
export async function noteDoubles(tx: Tx, scope: TenantScope, id: string): Promise<void> {
  const record = await tx.outcomeRecord.findUniqueOrThrow({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: { metric: true },
  });
  const keyed = isKeyed(record.metric);
  const own: Comparable = {
    title: record.title,
    occurredOn: dayOf(record.occurredOn),
    quantity: record.quantity.toFixed(2),
    keyed,
  };
  const candidates = await candidatesOf(tx, scope, { ...own, id, metricCode: record.metricCode });
  const pairs = candidates.flatMap((other) => {
    const doubt = doubtOf(own, { ...other, keyed });
    return doubt ? [{ ...doubt, firstId: other.id, secondId: id }] : [];
  });
  await notePairs(tx, scope, pairs);
}

/** The secretariat looks through one metric and year, for what came in before the desk was there, or by import. */
export async function scanPairs(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof scanPairsSchema>,
): Promise<Result<{ found: number }>> {
  const both = await candidatesWithin(tx, scope, input);
  const pairs = both.flatMap(({ first, second, keyed }) => {
    const doubt = doubtOf({ ...first, keyed }, { ...second, keyed });
    return doubt ? [{ ...doubt, firstId: first.id, secondId: second.id }] : [];
  });
  const found = await notePairs(tx, scope, pairs);
  await scope.audit({
    action: "figure.scan",
    subjectType: "alliance",
    subjectId: scope.alliance.id,
    details: { metric: input.metricCode, year: input.year, found },
  });
  return accept({ found });
}

type Refusal =
  | "wrong-state"
  | "own-figure"
  | "pair-one-thing"
  | "pair-amount-missing"
  | "pair-amount-too-large"
  | "pair-counts-nothing";

/**
 * Same, different or partly: what counts already is taken off the later record by a row of its own; what was reported stays
 * as it was. The totals follow in this transaction.
 */
export async function judgePair(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof judgePairSchema>,
): Promise<Result<{ id: string; version: number }, Refusal>> {
  const asked = await getPair(tx, scope, input.id);
  await lockRecord(tx, scope, asked.secondId);
  const pair = await getPair(tx, scope, input.id);
  if (!mayJudge(scope, pair)) return refuse("own-figure");
  if (pair.state !== "open") return refuse("wrong-state");
  const { second } = pair;
  if (input.judgement === "partly" && isKeyed(second.metric)) return refuse("pair-one-thing");
  const counted = fenOf(second.quantity.plus(second.adjustment).toFixed(2));
  const part = input.amount === undefined ? undefined : fenOf(input.amount);
  const off = amountOff(input.judgement, counted, part);
  if (!off.ok) return off;
  const changed = await tx.outcomePair.updateMany({
    where: { id: input.id, allianceId: scope.alliance.id, state: "open", version: input.version },
    data: {
      state: input.judgement,
      reason: input.reason,
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) throw new AppError("stale");
  if (input.judgement !== "different") {
    await tx.outcomeAdjustment.create({
      data: {
        allianceId: scope.alliance.id,
        recordId: pair.secondId,
        againstId: pair.firstId,
        kind: input.judgement,
        amount: yuanText(-off.value),
        reason: input.reason,
        madeById: scope.actor.userId,
        createdAt: scope.now,
      },
    });
  }
  await scope.audit({
    action: "figure.judge_pair",
    subjectType: "outcome",
    subjectId: pair.secondId,
    details: { against: pair.firstId, judgement: input.judgement, off: yuanText(off.value) },
  });
  return accept({ id: input.id, version: input.version + 1 });
}
