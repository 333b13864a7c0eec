import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import type { recordVisitSchema, visitedSchema } from "../schema/visits";

type Refusal = "own-figure" | "day-to-come" | "file-not-yours" | "visit-other-organization";

/** Records of the visited organization, its own or owned in part. */
const countFitting = (tx: Tx, allianceId: string, organizationId: string, ids: string[]) =>
  tx.outcomeRecord.count({
    where: {
      allianceId,
      id: { in: ids },
      OR: [{ organizationId }, { shares: { some: { organizationId } } }],
    },
  });

/** Records that the caller's own organizations own a part of, or that the own hand has entered. */
function countOwn(tx: Tx, scope: TenantScope, ids: string[]): Promise<number> {
  const own = scope.actor.roles.flatMap((held) => held.organizationId ?? []);
  return tx.outcomeRecord.count({
    where: {
      allianceId: scope.alliance.id,
      id: { in: ids },
      OR: [
        { organizationId: { in: own } },
        { shares: { some: { organizationId: { in: own } } } },
        { enteredById: scope.actor.userId ?? forbidden() },
      ],
    },
  });
}

async function whyNot(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordVisitSchema>,
  given: { recordIds: string[]; fileIds: string[] },
): Promise<Refusal | undefined> {
  const allianceId = scope.alliance.id;
  const { organizationId } = input;
  if (scope.actor.roles.some((held) => held.organizationId === organizationId)) return "own-figure";
  if (input.visitedOn > scope.today) return "day-to-come";
  const known = await tx.outcomeRecord.count({
    where: { allianceId, id: { in: given.recordIds } },
  });
  if (known < given.recordIds.length) notFound();
  if ((await countOwn(tx, scope, given.recordIds)) > 0) return "own-figure";
  const fitting = await countFitting(tx, allianceId, organizationId, given.recordIds);
  if (fitting < given.recordIds.length) return "visit-other-organization";
  const files = await tx.storedFile.count({
    where: { allianceId, id: { in: given.fileIds }, uploadedById: scope.actor.userId },
  });
  return files < given.fileIds.length ? "file-not-yours" : undefined;
}

/** Who went where, when, and what was found there; bound to the organization and to the results it was about. */
export async function recordVisit(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof recordVisitSchema>,
): Promise<Result<z.input<typeof visitedSchema>, Refusal>> {
  const allianceId = scope.alliance.id;
  const { organizationId, visitedOn, place, visitors, findings } = input;
  const member = await tx.membership.count({ where: { allianceId, organizationId } });
  if (member === 0) notFound();
  const recordIds = [...new Set(input.recordIds ?? [])];
  const fileIds = [...new Set(input.fileIds ?? [])];
  const refused = await whyNot(tx, scope, input, { recordIds, fileIds });
  if (refused) return refuse(refused);
  const { id } = await tx.siteVisit.create({
    data: {
      allianceId,
      organizationId,
      visitedOn: dateOf(visitedOn),
      place,
      visitors,
      findings,
      recordedById: scope.actor.userId ?? forbidden(),
      recordedAt: scope.now,
    },
    select: { id: true },
  });
  const of = { allianceId, visitId: id };
  await tx.siteVisitRecord.createMany({ data: recordIds.map((recordId) => ({ ...of, recordId })) });
  await tx.siteVisitFile.createMany({ data: fileIds.map((fileId) => ({ ...of, fileId })) });
  await scope.audit({
    action: "visit.record",
    subjectType: "organization",
    subjectId: organizationId,
    details: { visitId: id, visitedOn, records: recordIds.length, files: fileIds.length },
  });
  return accept({ id });
}
