import type { z } from "zod";
import { mailWords } from "@/lib/i18n/mail";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { undertakeInput, undertakenAnswer } from "../schema/bids";
import { holdCall, note } from "./hold";
import { bidderOf } from "./in-time";

/** 保密承诺: signed once for a unit, in words that are kept as they stood. */
export async function undertake(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof undertakeInput>,
): Promise<
  Result<
    z.input<typeof undertakenAnswer>,
    "call-wrong-state" | "bid-own-call" | "call-not-restricted"
  >
> {
  const call = await holdCall(tx, scope, input.callId);
  const bidder = bidderOf(scope, call, input.organizationId);
  if (!bidder.ok) return bidder;
  if (call.secrecy !== "restricted") return refuse("call-not-restricted");
  if (call.state !== "bidding") return refuse("call-wrong-state");
  const key = { callId: call.id, organizationId: bidder.value };
  const { count } = await tx.callUndertaking.createMany({
    data: [
      {
        ...key,
        allianceId: scope.alliance.id,
        signedById: scope.actor.userId ?? "",
        text: mailWords("zh-CN", ({ calls }) => calls.undertaking.text, {}),
        signedAt: scope.now,
      },
    ],
    skipDuplicates: true,
  });
  const { signedAt } = await tx.callUndertaking.findUniqueOrThrow({
    where: { callId_organizationId: key },
    select: { signedAt: true },
  });
  // Signed before: the answer is that signature.
  if (count === 1) await note(tx, scope, call.id, "undertaking");
  await scope.audit({
    action: "call.undertake",
    subjectType: "call",
    subjectId: call.id,
    details: { organizationId: bidder.value, first: count === 1 },
  });
  return accept({ callId: call.id, signedAt: signedAt.toISOString() });
}
