import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { type Day, dateOf } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Adopted, Effect } from "../types";
import { type EffectRefusal, execute } from "./effects";

type Adoption = {
  motionId: string;
  bodyId: string;
  itemId: string;
  title: string;
  text: string;
  adoptedOn: Day;
  /** The day of adoption unless told otherwise. */
  effectiveFrom?: Day | undefined;
  expiresOn?: Day | undefined;
  reviewOn?: Day | undefined;
  effect: Effect;
};

const dateOrNull = (day: Day | undefined) => (day === undefined ? null : dateOf(day));

/**
 * A carried motion becomes a resolution: the next number of the body in the year of its adoption (I-24), and its effect
 * in the same transaction. If the effect is not possible, nothing was adopted.
 */
export async function adoptResolution(
  tx: Tx,
  scope: TenantScope,
  given: Adoption,
): Promise<Result<Adopted, EffectRefusal>> {
  const allianceId = scope.alliance.id;
  const { motionId, bodyId, itemId, adoptedOn } = given;
  const year = Number(adoptedOn.slice(0, 4));
  const number = await takeNumber(tx, { allianceId, name: `resolution:${bodyId}`, year });
  const effectiveFrom = given.effectiveFrom ?? adoptedOn;
  const { id } = await tx.resolution.create({
    data: {
      allianceId,
      bodyId,
      motionId,
      year,
      number,
      title: given.title,
      text: given.text,
      adoptedOn: dateOf(adoptedOn),
      effectiveFrom: dateOf(effectiveFrom),
      expiresOn: dateOrNull(given.expiresOn),
      reviewOn: dateOrNull(given.reviewOn),
    },
    select: { id: true },
  });
  await scope.audit({
    action: "resolution.adopt",
    subjectType: "resolution",
    subjectId: id,
    details: { year, number, motionId, itemId, effect: given.effect.kind },
  });
  const resolution: Adopted = { id, year, number, bodyId, itemId, adoptedOn, effectiveFrom };
  const done = await execute(tx, scope, { effect: given.effect, resolution });
  return done.ok ? accept(resolution) : done;
}
