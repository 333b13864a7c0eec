import { clockIn, dayIn } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { newSeal } from "@/lib/platform/auth/seal";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import { biddersOf } from "../policy";
import type { HeldCall } from "../queries/facts";
import { unitOf } from "./hold";

/** To the second, in the zone of the alliance. */
const timeOf = (at: Date, zone: string): string =>
  `${dayIn(at, zone)} ${clockIn(at, zone)}:${String(at.getUTCSeconds()).padStart(2, "0")}`;

/** Is the call open for bids? One second late is late, and is told the time. */
export function inTime(
  scope: TenantScope,
  call: HeldCall,
): Result<null, "call-wrong-state" | "bid-late"> {
  if (!call.overdue) return call.state === "bidding" ? accept(null) : refuse("call-wrong-state");
  const zone = scope.alliance.timeZone;
  return refuse("bid-late", {
    closed: call.closesAt ? timeOf(call.closesAt, zone) : "",
    now: timeOf(call.at, zone),
  });
}

/** For whom the caller bids: not for the one that posted. */
export function bidderOf(
  scope: TenantScope,
  call: HeldCall,
  named: string | undefined,
): Result<string, "bid-own-call"> {
  const units = biddersOf(scope, call);
  const isPoster = scope.reach.organizationIds.includes(call.posterId);
  if (named && !scope.reach.organizationIds.includes(named)) return forbidden();
  if (named === call.posterId && isPoster) return refuse("bid-own-call");
  if (units.length === 0 && isPoster) return refuse("bid-own-call");
  return accept(unitOf("organizationId", units, named));
}

/** The keys of a call. Made at its publication; a call that came by another way gets them with its first bid. */
export async function sealOf(
  tx: Tx,
  scope: TenantScope,
  call: HeldCall,
): Promise<{ publicKey: Uint8Array }> {
  if (call.sealPublicKey) return { publicKey: call.sealPublicKey };
  const { publicKey, lockedKey } = newSeal();
  await tx.call.updateMany({
    where: { allianceId: scope.alliance.id, id: call.id, sealKey: null },
    data: { sealPublicKey: Uint8Array.from(publicKey), sealKey: Uint8Array.from(lockedKey) },
  });
  return { publicKey };
}
