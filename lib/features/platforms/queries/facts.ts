import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayEditPlatform } from "../policy";

const key = (scope: TenantScope, id: string) => ({
  allianceId_id: { allianceId: scope.alliance.id, id },
});

/** Locked until the end of the transaction. @throws AppError not-found, stale */
export async function openPlatform(
  tx: Tx,
  scope: TenantScope,
  given: { platformId: string; version?: number },
) {
  await tx.$queryRaw`
    SELECT id FROM platforms WHERE id = ${given.platformId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const found = await tx.platform.findUnique({ where: key(scope, given.platformId) });
  if (!found) return notFound();
  if (given.version !== undefined && given.version !== found.version) throw new AppError("stale");
  return found;
}
export type OpenPlatform = Awaited<ReturnType<typeof openPlatform>>;

/** For those who keep its record. @throws AppError not-found, stale, forbidden */
export async function openForEdit(
  tx: Tx,
  scope: TenantScope,
  given: { platformId: string; version?: number },
): Promise<OpenPlatform> {
  const platform = await openPlatform(tx, scope, given);
  return mayEditPlatform(scope, platform) ? platform : forbidden();
}

/** What a record names must be known, and of this alliance where it belongs to one. */
export async function known(
  db: Db,
  scope: TenantScope,
  given: {
    organizationIds?: readonly (string | undefined)[];
    collegeId?: string | undefined;
    fileId?: string | undefined;
  },
): Promise<void> {
  const ids = [...new Set((given.organizationIds ?? []).filter((id) => id !== undefined))];
  const { collegeId, fileId } = given;
  const found = [
    ids.length === 0 ||
      (await db.organization.count({ where: { id: { in: ids }, status: "active" } })) ===
        ids.length,
    !collegeId || (await db.college.findUnique({ where: key(scope, collegeId) })) !== null,
    !fileId || (await db.storedFile.findUnique({ where: key(scope, fileId) })) !== null,
  ];
  if (found.includes(false)) notFound();
}
