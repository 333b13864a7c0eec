import { type Action, reachOf } from "@/lib/features/access/policy";
import type { Reach } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { canStep } from "./rules/states";
import { type AgreementMove, type AgreementState, agreementMoves } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

const reachFor = (asker: Asker, action: Action): Reach | undefined =>
  reachOf(action, asker.actor.roles, asker.alliance.id);
const whole = (asker: Asker, action: Action): boolean => reachFor(asker, action)?.whole === true;

export type AgreementFacts = {
  state: AgreementState;
  cleared: boolean;
  createdById: string | null;
  parties: readonly { organizationId: string; sealed: boolean }[];
};

/** The whole alliance, or the agreements of one's own organization. */
export function seesAgreement(asker: Asker, organizationIds: readonly string[]): boolean {
  const reach = reachFor(asker, "agreement.read");
  return (
    reach !== undefined &&
    (reach.whole || organizationIds.some((id) => reach.organizationIds.includes(id)))
  );
}

export const mayWrite = (asker: Asker): boolean => whole(asker, "agreement.write");

/** I-15: the legal check is another person's. */
export const isSecondPerson = (authorId: string | null, userId: string | null): boolean =>
  userId !== null && authorId !== userId;

export const clearBlocked = (asker: Asker, facts: AgreementFacts): boolean =>
  facts.state === "legal_check" &&
  !facts.cleared &&
  whole(asker, "agreement.check") &&
  !isSecondPerson(facts.createdById, asker.actor.userId);

export function movesOf(asker: Asker, facts: AgreementFacts): AgreementMove[] {
  return agreementMoves.filter((move) => {
    if (!canStep(move, facts.state)) return false;
    if (move === "clear") {
      return (
        !facts.cleared &&
        whole(asker, "agreement.check") &&
        isSecondPerson(facts.createdById, asker.actor.userId)
      );
    }
    return whole(asker, move === "return" ? "agreement.check" : "agreement.write");
  });
}

/** Whose seal may the asker record? */
export function sealableBy(asker: Asker, facts: AgreementFacts): string[] {
  if (facts.state !== "legal_check" || !facts.cleared) return [];
  const reach = reachFor(asker, "agreement.seal");
  if (!reach) return [];
  return facts.parties
    .filter(
      ({ organizationId, sealed }) =>
        !sealed && (reach.whole || reach.organizationIds.includes(organizationId)),
    )
    .map(({ organizationId }) => organizationId);
}
