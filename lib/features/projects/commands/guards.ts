import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { seesWholeRegister } from "../../organizations/policy";
import { activeMembersAmong, knownAmong, namesOf } from "../queries/facts";

export type Partner = { organizationId: string; role: string };

/** The lead is not its own partner. */
export function checkPartners(leadId: string, partners: readonly Partner[]): void {
  const at = partners.findIndex((partner) => partner.organizationId === leadId);
  if (at < 0) return;
  throw new AppError("malformed", {
    issues: [{ path: `partners.${at}.organizationId`, message: "twice" }],
  });
}

/**
 * Who takes part is a member today; those who are not are named, so that the secretariat can be asked. A unit that the
 * caller may not know of is not named: an id, wherever it came from, must not turn into a name.
 */
export async function checkMembers(
  tx: Tx,
  scope: TenantScope,
  organizationIds: readonly string[],
): Promise<Result<null, "not-a-member">> {
  const members = await activeMembersAmong(tx, scope.alliance.id, organizationIds, scope.today);
  const outside = organizationIds.filter((id) => !members.has(id));
  if (outside.length === 0) return accept(null);
  const known = seesWholeRegister(scope.actor.roles, scope.alliance.id)
    ? outside
    : await knownAmong(tx, scope, outside);
  const names = (await namesOf(tx, known)).map((organization) => organization.name);
  return refuse("not-a-member", { names: names.join("、") || "?" });
}

/** A park is one of the register. */
export async function checkPark(tx: Tx, parkId: string | undefined): Promise<void> {
  if (parkId === undefined) return;
  const found = await tx.organization.count({
    where: { id: parkId, kind: "park", status: { not: "merged" } },
  });
  if (found === 0) {
    throw new AppError("malformed", { issues: [{ path: "parkId", message: "not-an-id" }] });
  }
}

/** A file that the caller has uploaded here; another's file is no one's business. */
export async function checkFile(tx: Tx, scope: TenantScope, fileId: string | undefined) {
  if (fileId === undefined) return;
  const file = await tx.storedFile.findFirst({
    where: { allianceId: scope.alliance.id, id: fileId, uploadedById: scope.actor.userId },
    select: { id: true },
  });
  if (!file) {
    throw new AppError("malformed", { issues: [{ path: "fileId", message: "not-an-id" }] });
  }
}
