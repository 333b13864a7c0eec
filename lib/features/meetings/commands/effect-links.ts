import type { Effect } from "@/lib/features/resolutions/types";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";

/** How many of the one thing that an effect is about belong to the alliance; undefined: it is about nothing. */
function countTargets(tx: Tx, allianceId: string, effect: Effect): Promise<number> | undefined {
  const own = (id: string) => ({ where: { allianceId, id } });
  switch (effect.kind) {
    case "none":
      return undefined;
    case "admit":
      return tx.membershipApplication.count(own(effect.applicationId));
    case "appoint":
      return tx.seat.count(own(effect.seatId));
    case "end_seat":
      return tx.seatHolding.count(own(effect.holdingId));
    case "adopt_document":
      return tx.document.count(own(effect.documentId));
    case "extend_term":
      return tx.term.count(own(effect.termId));
    case "grant_power":
      return tx.delegatedPower.count(own(effect.powerId));
    default:
      return tx.membership.count(own(effect.membershipId));
  }
}

/** An effect never reaches into another alliance, not even as a number that would be refused later. */
export async function checkEffect(tx: Tx, scope: TenantScope, effect: Effect): Promise<void> {
  const allianceId = scope.alliance.id;
  if ((await countTargets(tx, allianceId, effect)) === 0) notFound();
  if (effect.kind !== "appoint" || !effect.membershipId) return;
  const where = { allianceId, id: effect.membershipId };
  if ((await tx.membership.count({ where })) === 0) notFound();
}
