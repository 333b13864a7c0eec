import type { z } from "zod";
import { type Day, dateOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import { mayLinkCall } from "../queries/calls";
import { openAgreement, type ReadAgreement } from "../queries/facts";
import type { agreementChanged, createAgreementInput, updateAgreementInput } from "../schema";
import type { AgreementEventStep } from "../types";

export type Changed = z.input<typeof agreementChanged>;
type Details = z.output<typeof createAgreementInput>;

/** Held until the end of the transaction, so that nobody takes it back meanwhile. */
const pathwayStands = async (tx: Tx, scope: TenantScope, id: string): Promise<boolean> =>
  (
    await tx.$queryRaw<unknown[]>`
      SELECT id FROM programme_pathways WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR KEY SHARE`
  ).length > 0;

/** What it names must be known, and of this alliance where it belongs to one. */
async function known(tx: Tx, scope: TenantScope, given: Details): Promise<void> {
  const { collegeId, platformId, projectId, classId, callId, pathwayId, fileId } = given;
  const key = (id: string) => ({ allianceId_id: { allianceId: scope.alliance.id, id } });
  const ids = given.parties.map(({ organizationId }) => organizationId);
  const found = [
    (await tx.organization.count({ where: { id: { in: ids }, status: "active" } })) === ids.length,
    !collegeId || (await tx.college.findUnique({ where: key(collegeId) })) !== null,
    !platformId || (await tx.platform.findUnique({ where: key(platformId) })) !== null,
    !projectId || (await tx.project.findUnique({ where: key(projectId) })) !== null,
    !classId || (await tx.trainingClass.findUnique({ where: key(classId) })) !== null,
    !callId || (await mayLinkCall(tx, scope, callId)),
    !pathwayId || (await pathwayStands(tx, scope, pathwayId)),
    !fileId || (await tx.storedFile.findUnique({ where: key(fileId) })) !== null,
  ];
  if (found.includes(false)) notFound();
}

const columnsOf = (given: Details) => ({
  title: given.title,
  kind: given.kind,
  summary: given.summary ?? null,
  validFrom: dateOf(given.validFrom),
  validTo: given.validTo ? dateOf(given.validTo) : null,
  autoRenew: given.autoRenew,
  terminationRule: given.terminationRule ?? null,
  fileId: given.fileId ?? null,
});

async function writeParts(tx: Tx, scope: TenantScope, agreementId: string, given: Details) {
  const own = { allianceId: scope.alliance.id, agreementId };
  await tx.agreementParty.createMany({
    data: given.parties.map((party) => ({ ...own, ...party, id: newId(scope.now) })),
  });
  const { collegeId, platformId, projectId, classId, callId, pathwayId } = given;
  const links = [
    ...(collegeId ? [{ ...own, collegeId }] : []),
    ...(platformId ? [{ ...own, platformId }] : []),
    ...(projectId ? [{ ...own, projectId }] : []),
    ...(classId ? [{ ...own, classId }] : []),
    ...(callId ? [{ ...own, callId }] : []),
    ...(pathwayId ? [{ ...own, pathwayId }] : []),
  ];
  await tx.agreementLink.createMany({ data: links });
}

export const noteEvent = (
  tx: Tx,
  scope: TenantScope,
  agreementId: string,
  event: {
    step: AgreementEventStep;
    on?: Day | undefined;
    note?: string | undefined;
    organizationId?: string;
  },
) =>
  tx.agreementEvent.create({
    data: {
      allianceId: scope.alliance.id,
      agreementId,
      step: event.step,
      on: dateOf(event.on ?? scope.today),
      note: event.note ?? null,
      organizationId: event.organizationId ?? null,
      recordedById: scope.actor.userId,
      createdAt: scope.now,
    },
  });

/** Writes over exactly the state and version that was read. */
export async function raise(
  tx: Tx,
  agreement: ReadAgreement,
  data: Parameters<Tx["agreement"]["updateMany"]>[0]["data"],
): Promise<Changed> {
  const { count } = await tx.agreement.updateMany({
    where: { id: agreement.id, state: agreement.state, version: agreement.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: agreement.id, version: agreement.version + 1 };
}

export async function createAgreement(
  tx: Tx,
  scope: TenantScope,
  input: Details,
  renewsId: string | null = null,
): Promise<Result<Changed, never>> {
  await known(tx, scope, input);
  const { id, version } = await tx.agreement.create({
    data: {
      ...columnsOf(input),
      renewsId,
      allianceId: scope.alliance.id,
      createdById: scope.actor.userId,
      stateSince: scope.now,
      createdAt: scope.now,
    },
  });
  await writeParts(tx, scope, id, input);
  await noteEvent(tx, scope, id, { step: "drafted" });
  await scope.audit({
    action: "agreement.create",
    subjectType: "agreement",
    subjectId: id,
    details: { title: input.title, kind: input.kind },
  });
  return accept({ id, version });
}

/** As long as it is a draft. */
export async function updateAgreement(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateAgreementInput>,
): Promise<Result<Changed, "wrong-state">> {
  const agreement = await openAgreement(tx, scope, input.agreementId);
  if (agreement.version !== input.version) throw new AppError("stale");
  if (agreement.state !== "draft") return refuse("wrong-state");
  await known(tx, scope, input);
  const changed = await raise(tx, agreement, columnsOf(input));
  const where = { allianceId: scope.alliance.id, agreementId: agreement.id };
  await tx.agreementParty.deleteMany({ where });
  await tx.agreementLink.deleteMany({ where });
  await writeParts(tx, scope, agreement.id, input);
  await noteEvent(tx, scope, agreement.id, { step: "changed" });
  await scope.audit({
    action: "agreement.update",
    subjectType: "agreement",
    subjectId: agreement.id,
    details: { title: [agreement.title, input.title] },
  });
  return accept(changed);
}
