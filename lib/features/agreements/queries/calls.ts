import { knows, visible } from "@/lib/features/calls/queries/list";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { Prisma } from "@/prisma/generated/client";

/**
 * May the reader know call c by its own title? The parties of an agreement would tell who posted a restricted call, so to
 * everybody else the two have nothing to do with each other.
 */
export const knownCall = (scope: TenantScope): Prisma.Sql =>
  Prisma.sql`(${visible(scope)} AND ${knows(scope)})`;

/** Whoever writes an agreement names no call that he may not know. */
export async function mayLinkCall(db: Db, scope: TenantScope, callId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT c.id FROM calls c
    WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.id = ${callId}::uuid AND ${knownCall(scope)}`;
  return rows.length > 0;
}
