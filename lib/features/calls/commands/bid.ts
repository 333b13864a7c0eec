import { createHash } from "node:crypto";
import type { z } from "zod";
import { checkMembers } from "@/lib/features/projects/commands/guards";
import { parseYuan } from "@/lib/kernel/money";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { sealBytes } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { HeldCall } from "../queries/facts";
import { tiesOf } from "../queries/ties";
import { affiliationOf } from "../rules/affiliation";
import type { bidAnswer, SealedContent, submitBidInput, withdrawBidInput } from "../schema/bids";
import { holdCall } from "./hold";
import { bidderOf, inTime, sealOf } from "./in-time";
import { oddAmount, sizeRefusals } from "./plausible";

type Input = z.output<typeof submitBidInput>;

export const bidRefusals = [
  "call-wrong-state",
  "bid-late",
  "bid-own-call",
  "bid-needs-undertaking",
  "bid-affiliated",
  "bid-above-budget",
  "bid-dates-outside",
  ...sizeRefusals,
  "bid-file-not-yours",
  "not-a-member",
] as const;
type BidRefusal = (typeof bidRefusals)[number];

/** Whoever is tied to the poster does not bid. */
async function tiesFault(tx: Tx, scope: TenantScope, call: HeldCall, bidderId: string) {
  const [poster, bidder] = await tiesOf(tx, scope, [call.posterId, bidderId]);
  return poster && bidder && affiliationOf(poster, bidder) ? refuse("bid-affiliated") : undefined;
}

async function filesFault(tx: Tx, scope: TenantScope, input: Input, organizationId: string) {
  const ids = [input.fileId, input.secondFileId].filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  const found = await tx.bidFile.count({
    where: { allianceId: scope.alliance.id, callId: input.callId, organizationId, id: { in: ids } },
  });
  return found === new Set(ids).size ? undefined : refuse("bid-file-not-yours");
}

async function faultOf(tx: Tx, scope: TenantScope, call: HeldCall, input: Input, own: string) {
  if (call.secrecy === "restricted" && !call.undertaken.includes(own)) {
    return refuse("bid-needs-undertaking");
  }
  const members = await checkMembers(tx, scope, [own]);
  if (!members.ok) return members;
  if ((parseYuan(input.quote) ?? 0n) > (parseYuan(call.budget) ?? 0n)) {
    return refuse("bid-above-budget", { budget: call.budget });
  }
  const { neededOn: until } = call;
  if (input.milestones.some(({ dueOn }) => dueOn <= scope.today || dueOn > until)) {
    return refuse("bid-dates-outside", { until });
  }
  const odd = oddAmount({ ...input, amount: input.quote }, call.budget, "quote");
  if (odd) return odd;
  return (await tiesFault(tx, scope, call, own)) ?? (await filesFault(tx, scope, input, own));
}

const PAGE = 4096;

/** Filled up to whole pages, so that the length of a seal tells nothing about what is in it. */
function pagesOf(content: SealedContent): Buffer {
  const bytes = Buffer.from(JSON.stringify(content), "utf8");
  const whole = Buffer.alloc(Math.ceil(bytes.byteLength / PAGE) * PAGE, " ");
  bytes.copy(whole);
  return whole;
}

/** Seals a bid, or replaces one: from then on nobody reads it until two people have opened it after the deadline. */
export async function submitBid(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<z.input<typeof bidAnswer>, BidRefusal>> {
  const call = await holdCall(tx, scope, input.callId);
  const bidder = bidderOf(scope, call, input.organizationId);
  if (!bidder.ok) return bidder;
  const timely = inTime(scope, call);
  if (!timely.ok) return timely;
  const organizationId = bidder.value;
  const fault = await faultOf(tx, scope, call, input, organizationId);
  if (fault) return fault;
  const { publicKey } = await sealOf(tx, scope, call);
  const { amountIsRight: _, ...said } = input;
  const content = { ...said, organizationId, round: call.round };
  const sealed = sealBytes(publicKey, pagesOf(content));
  const sha256 = createHash("sha256").update(sealed).digest("hex");
  const seal = {
    state: "sealed" as const,
    sealed: Uint8Array.from(sealed),
    sha256,
    submittedAt: call.at,
    submittedById: scope.actor.userId,
  };
  const key = { callId: call.id, round: call.round, organizationId };
  const bid = await tx.bid.upsert({
    where: { callId_round_organizationId: key },
    create: { ...key, ...seal, allianceId: scope.alliance.id },
    update: { ...seal, replacements: { increment: 1 } },
    select: { id: true, submittedAt: true },
  });
  // The chain tells that a seal was put down and which; nothing of what is in it.
  await scope.audit({
    action: "bid.submit",
    subjectType: "bid",
    subjectId: bid.id,
    details: { callId: call.id, sha256 },
  });
  const submittedAt = bid.submittedAt.toISOString();
  return accept({ id: bid.id, callId: call.id, sha256, submittedAt });
}

/** A team takes its bid back before the deadline; its seal is emptied. */
export async function withdrawBid(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawBidInput>,
): Promise<
  Result<
    { id: string; callId: string },
    "call-wrong-state" | "bid-late" | "bid-own-call" | "bid-none"
  >
> {
  const call = await holdCall(tx, scope, input.callId);
  const bidder = bidderOf(scope, call, input.organizationId);
  if (!bidder.ok) return bidder;
  const timely = inTime(scope, call);
  if (!timely.ok) return timely;
  const key = { callId: call.id, round: call.round, organizationId: bidder.value };
  const bid = await tx.bid.findUnique({
    where: { callId_round_organizationId: key },
    select: { id: true, state: true },
  });
  if (bid?.state !== "sealed") return refuse("bid-none");
  const { count } = await tx.bid.updateMany({
    where: { allianceId: scope.alliance.id, id: bid.id, state: "sealed" },
    data: { state: "withdrawn", sealed: null },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "bid.withdraw",
    subjectType: "bid",
    subjectId: bid.id,
    details: { callId: call.id },
  });
  return accept({ id: bid.id, callId: call.id });
}
