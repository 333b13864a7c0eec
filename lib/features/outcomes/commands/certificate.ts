import {
  claimFault,
  groundFor,
  mayName,
  namesOf,
} from "@/lib/features/certificates/queries/ground";
import type { Claim, ClaimFault } from "@/lib/features/certificates/rules";
import { type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { keyKindOf, nameOfKey, normalKey } from "../rules/keys";

export const certificateRefusals = [
  "certificate-not-sealed",
  "certificate-other-metric",
  "certificate-not-yours",
  "certificate-other-year",
  "certificate-exceeded",
  "certificate-other-enterprise",
  "certificate-other-project",
] as const satisfies readonly (ClaimFault | string)[];
export type CertificateRefusal = (typeof certificateRefusals)[number];

type Ground = Awaited<ReturnType<typeof groundFor>>;
type Resting = Claim & { recordId?: string | undefined; keyName: string | null };

/** The certificate that a report names; to whoever may not read it, it is not there. */
export async function namedCertificate(tx: Tx, scope: TenantScope, id: string): Promise<Ground> {
  const ground = await groundFor(tx, scope, id);
  return mayName(scope, ground) ? ground : notFound();
}

/** Why the result does not agree with what the enterprise sealed; the database holds year, amount and owner too. */
export async function refusedBy(
  tx: Tx,
  scope: TenantScope,
  ground: Ground,
  claim: Resting,
): Promise<Result<never, CertificateRefusal> | undefined> {
  const found = await claimFault(tx, scope, ground, claim);
  if (found) return refuse(found.fault, { left: found.left, year: String(ground.year) });
  const names = namesOf(ground).map(normalKey);
  const named = claim.keyName === null || names.includes(normalKey(claim.keyName));
  return named
    ? undefined
    : refuse("certificate-other-enterprise", { enterprise: ground.enterprise.name });
}

type Approved = { id: string; certificateId: string | null };
type After = Omit<Claim, "metricCode"> & { metricCode: string; naturalKey: string | null };

/** The same of a correction; a certificate that was withdrawn binds nothing any more. */
export async function correctionRefusedBy(
  tx: Tx,
  scope: TenantScope,
  record: Approved,
  after: After,
): Promise<Result<never, CertificateRefusal> | undefined> {
  if (!record.certificateId) return undefined;
  const ground = await groundFor(tx, scope, record.certificateId);
  if (ground.state !== "sealed") return undefined;
  const { metricCode, naturalKey } = after;
  const keyName = naturalKey === null ? null : nameOfKey(keyKindOf(metricCode), naturalKey);
  return refusedBy(tx, scope, ground, { ...after, recordId: record.id, keyName });
}
