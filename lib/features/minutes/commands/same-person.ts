import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";

/** Two accounts of one person are one person. */
export async function samePerson(tx: Tx, scope: TenantScope, userId: string): Promise<boolean> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { personId: true } });
  return userId === scope.actor.userId || user?.personId === scope.actor.personId;
}
