import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { isDisputed, isOpen } from "../rules/co-claims";
import type { CoClaimState } from "../types";
import { visible } from "./visible";

/** The record with its people, file, project and owners; undefined when the caller may not know of it. */
async function findOutcome(db: Db, scope: TenantScope, id: string) {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM outcome_records o
    WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.id = ${id}::uuid AND ${visible(scope)}`;
  return rows[0] && withOwners(db, scope, id);
}

/** Who may own a part before long. */
export const claimantsOf = (
  claims: readonly { state: CoClaimState; organizationId: string }[],
): string[] => claims.filter(({ state }) => isOpen(state)).map((one) => one.organizationId);

/** The same, whoever asks. */
export async function withOwners(db: Db, scope: TenantScope, id: string) {
  const found = await db.outcomeRecord.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: {
      metric: true,
      organization: true,
      project: true,
      file: { include: { evidenceEnd: true } },
      certificate: { include: { enterprise: { select: { name: true } } } },
      shares: { include: { organization: { select: { name: true } } } },
      coClaims: { select: { state: true, organizationId: true } },
    },
  });
  return (
    found && {
      ...found,
      coOwnerIds: found.shares.map(({ organizationId }) => organizationId),
      claimantIds: claimantsOf(found.coClaims),
      provisional: found.coClaims.some(({ state }) => isDisputed(state)),
    }
  );
}

/** The record that a command is about, with the facts that decide; not found for what the caller may not see. */
export async function getOutcomeForChange(db: Db, scope: TenantScope, id: string) {
  return (await findOutcome(db, scope, id)) ?? notFound();
}
