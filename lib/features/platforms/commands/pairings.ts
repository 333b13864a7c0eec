import type { z } from "zod";
import { dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { mayVisitFor } from "../policy";
import type {
  createPairingInput,
  endPairingInput,
  pairingChanged,
  visitPairingInput,
} from "../schema/parks";

type Changed = z.input<typeof pairingChanged>;

/** The pairings of an alliance are made by one at a time: two at once could take the same park. */
const lockPairings = (tx: Tx, scope: TenantScope) =>
  tx.$queryRaw`SELECT id FROM alliances WHERE id = ${scope.alliance.id}::uuid FOR UPDATE`;

/** Is either side bound on that day or later? */
async function whyNotFree(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createPairingInput>,
): Promise<Result<never, "pairing-unit-taken" | "pairing-park-taken"> | undefined> {
  const bound = await tx.$queryRaw<{ unit: boolean; name: string }[]>`
    SELECT r.park_id <> ${input.parkId}::uuid AS unit, CASE WHEN r.park_id = ${input.parkId}::uuid THEN r.unit ELSE k.name END AS name
    FROM park_pairings r JOIN organizations k ON k.id = r.park_id
    WHERE r.alliance_id = ${scope.alliance.id}::uuid AND coalesce(r.valid_to, 'infinity') >= ${input.validFrom}::date
      AND (r.park_id = ${input.parkId}::uuid
        OR (r.school_id = ${input.schoolId}::uuid AND lower(r.unit) = lower(${input.unit}))) LIMIT 1`;
  const [first] = bound;
  if (!first) return undefined;
  return refuse(first.unit ? "pairing-unit-taken" : "pairing-park-taken", { name: first.name });
}

/** One second-level college and one park; both are in one pairing at a time. */
export async function createPairing(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createPairingInput>,
): Promise<Result<Changed, "pairing-unit-taken" | "pairing-park-taken" | "pairing-no-park">> {
  await lockPairings(tx, scope);
  const sides = await tx.organization.findMany({
    where: { id: { in: [input.schoolId, input.parkId] }, status: "active" },
    select: { id: true, kind: true },
  });
  if (sides.length !== 2) return notFound();
  if (sides.find(({ id }) => id === input.parkId)?.kind !== "park") {
    return refuse("pairing-no-park");
  }
  const refused = await whyNotFree(tx, scope, input);
  if (refused) return refused;
  const { schoolLiaison, parkLiaison, note, validFrom, ...given } = input;
  const { id, version } = await tx.parkPairing.create({
    data: {
      ...given,
      allianceId: scope.alliance.id,
      schoolLiaison: schoolLiaison ?? null,
      parkLiaison: parkLiaison ?? null,
      note: note ?? null,
      validFrom: dateOf(validFrom),
    },
  });
  await scope.audit({
    action: "pairing.create",
    subjectType: "pairing",
    subjectId: id,
    details: { schoolId: input.schoolId, unit: input.unit, parkId: input.parkId },
  });
  return accept({ id, version });
}

async function openPairing(tx: Tx, scope: TenantScope, pairingId: string) {
  await tx.$queryRaw`
    SELECT id FROM park_pairings WHERE id = ${pairingId}::uuid AND alliance_id = ${scope.alliance.id}::uuid FOR UPDATE`;
  const found = await tx.parkPairing.findUnique({
    where: { allianceId_id: { allianceId: scope.alliance.id, id: pairingId } },
  });
  return found ?? notFound();
}

export async function endPairing(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endPairingInput>,
): Promise<Result<Changed, "pairing-ended" | "ends-before-start">> {
  const pairing = await openPairing(tx, scope, input.pairingId);
  if (pairing.version !== input.version) throw new AppError("stale");
  if (pairing.validTo) return refuse("pairing-ended");
  if (input.validTo < dayOf(pairing.validFrom)) return refuse("ends-before-start");
  await tx.parkPairing.update({
    where: { id: pairing.id },
    data: {
      validTo: dateOf(input.validTo),
      endReason: input.reason,
      version: { increment: 1 },
    },
  });
  await scope.audit({
    action: "pairing.end",
    subjectType: "pairing",
    subjectId: pairing.id,
    details: { validTo: input.validTo, reason: input.reason },
  });
  return accept({ id: pairing.id, version: pairing.version + 1 });
}

/** A visit of the half year. */
export async function visitPairing(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof visitPairingInput>,
): Promise<Result<Changed, "day-in-future" | "pairing-not-then">> {
  const pairing = await openPairing(tx, scope, input.pairingId);
  if (!mayVisitFor(scope, pairing.schoolId)) return forbidden();
  if (input.on > scope.today) return refuse("day-in-future");
  const over = pairing.validTo !== null && dayOf(pairing.validTo) < input.on;
  if (over || input.on < dayOf(pairing.validFrom)) return refuse("pairing-not-then");
  await tx.pairingVisit.create({
    data: {
      allianceId: scope.alliance.id,
      pairingId: pairing.id,
      on: dateOf(input.on),
      people: input.people,
      result: input.result,
      recordedById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "pairing.visit",
    subjectType: "pairing",
    subjectId: pairing.id,
    details: { on: input.on, people: input.people },
  });
  return accept({ id: pairing.id, version: pairing.version });
}
