import type { z } from "zod";
import { sixNumbers } from "@/lib/features/funds/queries/six";
import { dayOf } from "@/lib/kernel/dates";
import { yuanText } from "@/lib/kernel/money";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { type HeldCall, sealedCount } from "../queries/facts";
import type { Moved, officeStepInput, posterStepInput } from "../schema/needs";
import { holdFor, lapseBids, moveTo } from "./hold";
import { concludeRefusals, writeRanking } from "./score";

/** A draft that came out of a list lacks what a list does not ask for. */
async function incomplete(tx: Tx, scope: TenantScope, call: HeldCall) {
  const row = await tx.call.findUniqueOrThrow({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: call.id } },
    select: { moneySource: true, neededOn: true, _count: { select: { indicators: true } } },
  });
  if (row.moneySource === "" || row._count.indicators === 0) return refuse("call-incomplete");
  return dayOf(row.neededOn) <= scope.today ? refuse("call-needed-too-soon") : undefined;
}

/** What the enterprise says: it sends its problem, agrees to the terms or not, or takes the call back. */
export async function posterStep(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof posterStepInput>,
): Promise<Result<Moved, "call-wrong-state" | "call-incomplete" | "call-needed-too-soon">> {
  const held = await holdFor(tx, scope, input.step, input);
  if (!held.ok) return held;
  const call = held.value;
  const fault = input.step === "submit" ? await incomplete(tx, scope, call) : undefined;
  if (fault) return fault;
  if (input.step === "cancel") await lapseBids(tx, scope, call.id);
  return moveTo(tx, scope, call, {
    move: input.step,
    reason: input.reason,
    ...(input.step === "agree" && {
      data: {
        agreedById: scope.actor.userId,
        agreedAt: call.at,
        listVersion: { increment: 1 },
      },
    }),
  });
}

export const officeRefusals = [
  "call-wrong-state",
  "call-not-closed",
  "enough-bids",
  "call-notice-runs",
  "objection-open",
  "accept-own-signature",
  "indicator-unmet",
  "call-unpaid",
  ...concludeRefusals,
] as const;
type OfficeRefusal = (typeof officeRefusals)[number];
type Guarded = Result<null, OfficeRefusal>;
type Guard = (
  tx: Tx,
  scope: TenantScope,
  call: HeldCall,
  reason: string | undefined,
) => Promise<Guarded>;

const noBid: Guard = async (tx, _scope, call) => {
  if (!call.overdue) return refuse("call-not-closed");
  const count = await sealedCount(tx, call);
  return count >= call.leastBids ? refuse("enough-bids", { count }) : accept(null);
};

const noticeOver: Guard = async (tx, scope, call) => {
  const until = call.noticeUntil ?? scope.today;
  if (scope.today <= until) return refuse("call-notice-runs", { day: until });
  const open = { allianceId: scope.alliance.id, callId: call.id, state: "open" as const };
  const count = await tx.callObjection.count({ where: open });
  return count > 0 ? refuse("objection-open", { count }) : accept(null);
};

/** The panel comes second and is another person; an indicator that was missed is accepted with a reason alone. */
const acceptable: Guard = async (tx, scope, call, reason) => {
  if (call.signedById === scope.actor.userId) return refuse("accept-own-signature");
  const missed = { allianceId: scope.alliance.id, callId: call.id, NOT: { met: true } };
  const count = await tx.callIndicator.count({ where: missed });
  return count > 0 && !reason ? refuse("indicator-unmet", { count }) : accept(null);
};

/** What the contract promised has come, as the funds tell it. */
const paid: Guard = async (tx, scope, call) => {
  const projectIds = call.projectId ? [call.projectId] : [];
  const { promised, received } = await sixNumbers(tx, scope.alliance.id, { projectIds });
  return received.cash < promised.cash
    ? refuse("call-unpaid", {
        promised: yuanText(promised.cash),
        received: yuanText(received.cash),
      })
    : accept(null);
};

const guards: Partial<Record<z.output<typeof officeStepInput>["step"], Guard>> = {
  declare_no_bid: noBid,
  conclude: writeRanking,
  end_notice: noticeOver,
  accept: acceptable,
  archive: paid,
};

/** What the office says where there is no more to tell than a reason. */
export async function officeStep(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof officeStepInput>,
): Promise<Result<Moved, OfficeRefusal>> {
  const held = await holdFor(tx, scope, input.step, input);
  if (!held.ok) return held;
  const call = held.value;
  const guarded = (await guards[input.step]?.(tx, scope, call, input.reason)) ?? accept(null);
  if (!guarded.ok) return guarded;
  if (input.step === "cancel" || input.step === "fail") await lapseBids(tx, scope, call.id);
  return moveTo(tx, scope, call, {
    move: input.step,
    reason: input.reason,
    ...(input.step === "accept" && {
      data: { acceptedById: scope.actor.userId, acceptedAt: call.at },
    }),
    ...(input.step === "rework" && { data: { signedById: null, signedAt: null } }),
  });
}
