import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";

/** Tells every open screen of a meeting that something changed; they hear of it when the transaction has committed. */
export async function touchMeeting(tx: Tx, scope: TenantScope, meetingId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE meetings SET revision = revision + 1
    WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${meetingId}::uuid`;
}
