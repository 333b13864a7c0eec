import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db, Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { type AgreementFacts, seesAgreement } from "../policy";

const included = {
  parties: {
    orderBy: { id: "asc" },
    include: { organization: { select: { id: true, name: true } } },
  },
  file: { select: { id: true, name: true } },
} as const;

/** @throws AppError not-found, also for what the asker may not know of */
export async function readAgreement(db: Db, scope: TenantScope, agreementId: string) {
  const found = await db.agreement.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: agreementId } },
    include: included,
  });
  const known = found?.parties.map(({ organizationId }) => organizationId) ?? [];
  return found && seesAgreement(scope, known) ? found : notFound();
}
export type ReadAgreement = Awaited<ReturnType<typeof readAgreement>>;

/** The same, locked until the end of the transaction. */
export async function openAgreement(tx: Tx, scope: TenantScope, agreementId: string) {
  await tx.$queryRaw`
    SELECT id FROM agreements WHERE id = ${agreementId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  return readAgreement(tx, scope, agreementId);
}

export const factsOf = (agreement: ReadAgreement): AgreementFacts => ({
  state: agreement.state,
  cleared: agreement.checkedAt !== null,
  createdById: agreement.createdById,
  parties: agreement.parties.map(({ organizationId, sealedOn }) => ({
    organizationId,
    sealed: sealedOn !== null,
  })),
});
