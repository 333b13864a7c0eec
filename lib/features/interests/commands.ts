import type { z } from "zod";
import { type Day, dateOf, dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import type { declareInput, endInput } from "./schema";

/** The secretariat enters for a member organization; everybody else for the own person only. */
export async function declareInterest(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof declareInput>,
): Promise<Result<{ id: string }, "interest-with-oneself" | "interest-needs-organization">> {
  const { actor, reach } = scope;
  if (input.organizationId && !reach.whole) return forbidden();
  if (!input.organizationId && reach.whole) return refuse("interest-needs-organization");
  if (input.organizationId === input.counterpartId) return refuse("interest-with-oneself");
  const ids = [input.counterpartId, ...(input.organizationId ? [input.organizationId] : [])];
  if ((await tx.organization.count({ where: { id: { in: ids } } })) !== ids.length) notFound();
  const { id } = await tx.interest.create({
    data: {
      allianceId: scope.alliance.id,
      kind: input.kind,
      personId: input.organizationId ? null : (actor.personId ?? forbidden()),
      organizationId: input.organizationId ?? null,
      counterpartId: input.counterpartId,
      note: input.note ?? null,
      declaredById: actor.userId,
      validFrom: dateOf(input.validFrom ?? scope.today),
    },
    select: { id: true },
  });
  await scope.audit({
    action: "interest.declare",
    subjectType: "interest",
    subjectId: id,
    details: { kind: input.kind, counterpartId: input.counterpartId },
  });
  return accept({ id });
}

type Ended = Result<{ id: string }, "interest-ended" | "ends-before-start" | "interest-relied-on">;

/** The last day on which a conflict or a vote relied on the entry. */
async function reliedUntil(tx: Tx, interestId: string): Promise<Day | null> {
  const rows = await tx.$queryRaw<{ day: Day | null }[]>`
    SELECT interest_relied_until(${interestId}::uuid)::text AS day`;
  return rows[0]?.day ?? null;
}

/**
 * The tie is over from a day on; the entry stays. It does not end before something relied on it: whoever stepped back, or
 * was asked to, would have done so for nothing.
 */
export async function endInterest(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof endInput>,
): Promise<Ended> {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: input.interestId } };
  const found = (await tx.interest.findUnique({ where })) ?? notFound();
  const own = found.declaredById === scope.actor.userId || found.personId === scope.actor.personId;
  if (!scope.reach.whole && !own) return notFound();
  if (found.validTo !== null) return refuse("interest-ended");
  if (input.validTo < dayOf(found.validFrom)) return refuse("ends-before-start");
  const relied = await reliedUntil(tx, found.id);
  if (relied && input.validTo < relied) return refuse("interest-relied-on", { day: relied });
  const { count } = await tx.interest.updateMany({
    where: { id: found.id, allianceId: scope.alliance.id, validTo: null },
    data: { validTo: dateOf(input.validTo) },
  });
  if (count === 0) return refuse("interest-ended");
  await scope.audit({
    action: "interest.end",
    subjectType: "interest",
    subjectId: found.id,
    details: { validTo: input.validTo },
  });
  return accept({ id: found.id });
}
