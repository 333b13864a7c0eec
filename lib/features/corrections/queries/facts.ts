import { claimantsOf } from "@/lib/features/outcomes/queries/facts";
import { dayOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Db } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { CorrectionCase, OutcomeRecord, OutcomeVersion } from "@/prisma/generated/client";
import { caseReach } from "../policy";
import type { SaidView } from "../schema";
import type { Change, Said } from "../types";

type Row = Pick<
  OutcomeRecord | OutcomeVersion,
  "metricCode" | "organizationId" | "year" | "occurredOn" | "quantity" | "naturalKey" | "fileId"
>;

/** What a record, or a former version of it, says. */
export const saidOf = (row: Row): Said => ({
  metricCode: row.metricCode,
  organizationId: row.organizationId,
  year: row.year,
  occurredOn: dayOf(row.occurredOn),
  quantity: row.quantity.toFixed(2),
  naturalKey: row.naturalKey,
  fileId: row.fileId,
});

type Wish = Pick<
  CorrectionCase,
  | "newMetricCode"
  | "newOrganizationId"
  | "newYear"
  | "newOccurredOn"
  | "newQuantity"
  | "newNaturalKey"
  | "newFileId"
>;

export const wishOf = (one: Wish): Change => ({
  ...(one.newMetricCode && { metricCode: one.newMetricCode }),
  ...(one.newOrganizationId && { organizationId: one.newOrganizationId }),
  ...(one.newYear !== null && { year: one.newYear }),
  ...(one.newOccurredOn && { occurredOn: dayOf(one.newOccurredOn) }),
  ...(one.newQuantity && { quantity: one.newQuantity.toFixed(2) }),
  ...(one.newNaturalKey !== null && { naturalKey: one.newNaturalKey }),
  ...(one.newFileId && { fileId: one.newFileId }),
});

/** What the record says before and after the case; null: it counts no more. */
export function sidesOf(one: Wish & { withdraws: boolean; record: Row; result: Row | null }): {
  before: Said;
  after: Said | null;
} {
  const before = saidOf(one.result ?? one.record);
  return { before, after: one.withdraws ? null : { ...before, ...wishOf(one) } };
}

const parts = {
  record: {
    include: {
      project: { select: { id: true, title: true } },
      shares: { select: { organizationId: true } },
      coClaims: { select: { state: true, organizationId: true } },
      certificate: { select: { state: true } },
    },
  },
  result: true,
  files: { include: { file: { select: { id: true, name: true } } } },
} as const;

/** The case with its record; not found for whoever may not read unapproved figures of its organization. */
export async function openCase(db: Db, scope: TenantScope, id: string) {
  const found = await db.correctionCase.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id } },
    include: parts,
  });
  const reach = caseReach(scope);
  const known =
    found && reach && (reach.whole || reach.organizationIds.includes(found.record.organizationId));
  return known ? found : notFound();
}
export type OpenCase = Awaited<ReturnType<typeof openCase>>;

export const factsOf = (one: OpenCase) => ({
  organizationId: one.record.organizationId,
  enteredById: one.record.enteredById,
  coOwnerIds: one.record.shares.map(({ organizationId }) => organizationId),
  claimantIds: claimantsOf(one.record.coClaims),
  newOwnerId: one.newOrganizationId,
  requestedById: one.requestedById,
  endorsedById: one.endorsedById,
});

/** The names behind the ids, one statement per table whatever the number. */
export async function nameAll(
  db: Db,
  allianceId: string,
  saids: readonly Said[],
  papers: boolean,
): Promise<SaidView[]> {
  const fileIds = papers ? saids.flatMap(({ fileId }) => fileId ?? []) : [];
  const [metrics, organizations, files] = await Promise.all([
    db.metricDefinition.findMany({ where: { code: { in: saids.map((one) => one.metricCode) } } }),
    db.organization.findMany({
      where: { id: { in: saids.map((one) => one.organizationId) } },
      select: { id: true, name: true },
    }),
    db.storedFile.findMany({
      where: { allianceId, id: { in: fileIds } },
      select: { id: true, name: true, sha256: true },
    }),
  ]);
  return saids.map(({ fileId, ...one }) => {
    const metric = metrics.find(({ code }) => code === one.metricCode);
    return {
      ...one,
      metricZh: metric?.nameZh ?? one.metricCode,
      metricEn: metric?.nameEn ?? one.metricCode,
      unitZh: metric?.unitZh ?? "",
      unitEn: metric?.unitEn ?? "",
      organizationName: organizations.find(({ id }) => id === one.organizationId)?.name ?? "",
      file: files.find(({ id }) => id === fileId) ?? null,
    };
  });
}
