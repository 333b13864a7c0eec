import type { z } from "zod";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { instantIn } from "@/lib/kernel/dates";
import { type Result, refuse } from "@/lib/kernel/result";
import { newSeal } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { opinionsOf } from "../queries/experts";
import { callFacts, type HeldCall } from "../queries/facts";
import type { extendInput, Moved, proposeTermsInput, publishInput } from "../schema/needs";
import { holdFor, lapseBids, moveTo } from "./hold";

type Terms = z.output<typeof proposeTermsInput>;

/** Re-issues are counted: after the second round the call has failed. */
const ROUNDS = 2;

export const proposeRefusals = [
  "call-wrong-state",
  "call-without-opinion",
  "call-reissued-already",
] as const;

async function writeCriteria(tx: Tx, scope: TenantScope, callId: string, input: Terms) {
  const allianceId = scope.alliance.id;
  await tx.callCriterion.deleteMany({ where: { allianceId, callId } });
  await tx.callCriterion.createMany({
    data: input.criteria.map((one, index) => ({
      ...one,
      allianceId,
      callId,
      sortOrder: index + 1,
    })),
  });
}

/**
 * The terms that the enterprise is asked to agree to: after the experts' check, or changed after too few bids came (then
 * it is another round, and what was sealed in the last one is emptied).
 */
export async function proposeTerms(
  tx: Tx,
  scope: TenantScope,
  input: Terms,
): Promise<Result<Moved, (typeof proposeRefusals)[number]>> {
  const before = (await callFacts(tx, scope, input.id)) ?? notFound();
  const move = before.state === "no_bid" ? "reissue" : "propose";
  const held = await holdFor(tx, scope, move, input);
  if (!held.ok) return held;
  const call = held.value;
  if (move === "reissue" && call.round >= ROUNDS) return refuse("call-reissued-already");
  if (move === "propose" && (await opinionsOf(tx, scope, call.id)).length === 0) {
    return refuse("call-without-opinion");
  }
  await writeCriteria(tx, scope, call.id, input);
  if (move === "reissue") await lapseBids(tx, scope, call.id);
  const { leastBids, leastExperts, noticeDays } = input;
  return moveTo(tx, scope, call, {
    move,
    data: {
      leastBids,
      leastExperts,
      noticeDays,
      ...(move === "reissue" && { round: { increment: 1 }, closesAt: null }),
    },
    reason: input.reason,
    details: { leastBids, leastExperts, noticeDays, round: call.round },
  });
}

const closingOf = (
  scope: TenantScope,
  call: HeldCall,
  input: { closesOn: string; closesAt: string },
): Result<Date, "call-closes-in-past"> => {
  const at = instantIn(input.closesOn, input.closesAt, scope.alliance.timeZone);
  return at > call.at ? { ok: true, value: at } : refuse("call-closes-in-past");
};

/** 发榜: it gets its number, and a pair of keys of its own, one of which only opens after the deadline. */
export async function publishCall(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof publishInput>,
): Promise<Result<Moved, "call-wrong-state" | "call-closes-in-past">> {
  const held = await holdFor(tx, scope, "publish", input);
  if (!held.ok) return held;
  const call = held.value;
  const closing = closingOf(scope, call, input);
  if (!closing.ok) return closing;
  const year = Number(scope.today.slice(0, 4));
  const code = call.published
    ? {}
    : {
        codeYear: year,
        codeNumber: await takeNumber(tx, { allianceId: scope.alliance.id, name: "call", year }),
        publishedAt: call.at,
      };
  const seal = newSeal();
  return moveTo(tx, scope, call, {
    move: "publish",
    data: {
      ...code,
      closesAt: closing.value,
      sealPublicKey: Uint8Array.from(seal.publicKey),
      sealKey: Uint8Array.from(seal.lockedKey),
    },
    details: { closesAt: closing.value.toISOString(), round: call.round },
  });
}

/** Once, after too few bids came: what is sealed stays sealed and counts. */
export async function extendCall(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof extendInput>,
): Promise<Result<Moved, "call-wrong-state" | "call-closes-in-past" | "call-extended-already">> {
  const held = await holdFor(tx, scope, "extend", input);
  if (!held.ok) return held;
  if (held.value.extended) return refuse("call-extended-already");
  const closing = closingOf(scope, held.value, input);
  if (!closing.ok) return closing;
  return moveTo(tx, scope, held.value, {
    move: "extend",
    data: { closesAt: closing.value, extended: true },
    reason: input.reason,
    details: { closesAt: closing.value.toISOString() },
  });
}
