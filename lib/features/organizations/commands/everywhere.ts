import { type AuditEvent, PLATFORM_CHAIN, recordAudit } from "@/lib/platform/audit";
import type { Scope, TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";

const ownChain = (scope: Scope | TenantScope): string =>
  "alliance" in scope ? scope.alliance.id : PLATFORM_CHAIN;

/**
 * One event in the chain of every alliance that it touches, and in the caller's own. In one order, so that two of them
 * at once wait for each other instead of locking each other out.
 * @param ownDetails what belongs into the caller's chain alone
 */
export async function noteEverywhere(
  tx: Tx,
  scope: Scope | TenantScope,
  alliances: readonly string[],
  event: AuditEvent,
  ownDetails: AuditEvent["details"] = {},
): Promise<void> {
  const own = ownChain(scope);
  const context = { actorId: scope.actor.userId, requestId: scope.requestId };
  for (const chain of [...new Set([...alliances, own])].sort()) {
    const details = chain === own ? { ...event.details, ...ownDetails } : event.details;
    await recordAudit(tx, { ...context, chain }, { ...event, ...(details && { details }) });
  }
}
