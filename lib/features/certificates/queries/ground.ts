import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { mayRead } from "../policy";
import { type Claim, type ClaimFault, faultOf, isCertified, leftOf, limitOf } from "../rules";
import { amountsOf, restingOn } from "./get";

/** The certificate that a result names, held until the result is written: two at once come one after the other. */
export async function groundFor(tx: Tx, scope: TenantScope, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM benefit_certificates WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.benefitCertificate.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: { enterprise: { select: { name: true, names: { select: { name: true } } } } },
  });
  return found ?? notFound();
}
type Ground = Awaited<ReturnType<typeof groundFor>>;

/** Only who may read it names it; to everybody else it is not there. */
export const mayName = (scope: TenantScope, ground: Ground): boolean => mayRead(scope, ground);

/** What a result resting on it is known by; to whoever may not read it, it is not there. */
export async function certificateKey(db: Db, scope: TenantScope, id: string) {
  const found = await db.benefitCertificate.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: { enterprise: { select: { name: true } } },
  });
  if (!found || !mayRead(scope, found)) return notFound();
  return { enterprise: found.enterprise.name, projectId: found.projectId };
}

/** Names under which the enterprise is known. */
export const namesOf = ({ enterprise }: Ground): string[] => [
  enterprise.name,
  ...enterprise.names.map(({ name }) => name),
];

/** What is wrong with a result that rests on this certificate, and how much is left of it. */
export async function claimFault(
  tx: Tx,
  scope: TenantScope,
  ground: Ground,
  claim: Claim & { recordId?: string | undefined },
): Promise<{ fault: ClaimFault; left: string } | undefined> {
  const resting = await restingOn(tx, scope, { id: ground.id, except: claim.recordId });
  const taken = resting[claim.metricCode] ?? "0";
  const amounts = amountsOf(ground);
  const fault = faultOf(claim, { ...ground, amounts, resting: taken });
  if (!fault) return undefined;
  const limit = isCertified(claim.metricCode) ? limitOf(claim.metricCode, amounts) : "0";
  return { fault, left: leftOf(limit, taken) };
}
