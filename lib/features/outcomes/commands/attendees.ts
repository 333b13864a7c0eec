import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { actsFor } from "../policy";
import { lockedTraining } from "../queries/batches";
import { readAttendees } from "../rules/attendees";
import { isApproved } from "../rules/states";
import type { attendTrainingSchema } from "../schema/batches";

type Refusal =
  | "attendees-unreadable"
  | "attendees-too-many"
  | "attendees-without-number"
  | "attendees-differ"
  | "attendees-closed";

/** The list as it was is gone: it is given anew with the number that it must agree with. */
export async function dropAttendees(tx: Tx, scope: TenantScope, batchId: string): Promise<void> {
  await tx.trainingAttendee.deleteMany({ where: { allianceId: scope.alliance.id, batchId } });
}

/**
 * Who was there, as keys: the numbers themselves go to the database's own function and nowhere else. Neither the answer
 * nor the audit holds any of them.
 */
export async function attendTraining(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof attendTrainingSchema>,
): Promise<Result<{ id: string; version: number }, Refusal>> {
  const whole = (await lockedTraining(tx, scope, input.id)) ?? notFound();
  if (!actsFor(scope, whole.organizationId)) forbidden();
  if (whole.version !== input.version) throw new AppError("stale");
  const people = whole.records.find(({ metricCode }) => metricCode === "M40");
  if (!people || whole.persons === null) return refuse("attendees-without-number");
  if (isApproved(people.record.state) || people.record.state === "superseded") {
    return refuse("attendees-closed");
  }
  const read = readAttendees(input.numbers);
  if (!read.ok) return read;
  const found = read.value.length;
  if (found !== whole.persons) {
    return refuse("attendees-differ", { found, persons: whole.persons });
  }
  const allianceId = scope.alliance.id;
  await dropAttendees(tx, scope, input.id);
  await tx.$executeRaw`
    INSERT INTO training_attendees (alliance_id, batch_id, person_key)
    SELECT ${allianceId}::uuid, ${input.id}::uuid, k FROM training_person_keys(${allianceId}::uuid, ${read.value}::text[]) AS k`;
  const changed = await tx.trainingBatch.updateMany({
    where: { id: input.id, allianceId, version: input.version },
    data: { version: { increment: 1 } },
  });
  if (changed.count === 0) throw new AppError("stale");
  await scope.audit({
    action: "training.attend",
    subjectType: "training",
    subjectId: input.id,
    details: { people: found },
  });
  return accept({ id: input.id, version: input.version + 1 });
}
