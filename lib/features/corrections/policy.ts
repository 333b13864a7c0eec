import { type Action, reachOf } from "@/lib/features/access/policy";
import { isIndependent, type OutcomeFacts } from "@/lib/features/outcomes/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { mayTake } from "./rules";
import type { CorrectionMove } from "./types";

const reachFor = (scope: TenantScope, action: Action): Reach | undefined =>
  reachOf(action, scope.actor.roles, scope.alliance.id);

export type CaseFacts = OutcomeFacts & {
  requestedById: string;
  endorsedById: string | null;
  /** Whose figure it shall become. */
  newOwnerId: string | null;
};

/** The reporting side, the secretariat and the supervisors ask for a correction. */
export function mayRequest(scope: TenantScope, organizationId: string): boolean {
  const reach = reachFor(scope, "figure.request_correction");
  return reach !== undefined && reaches(reach, organizationId);
}

/** How far the caller reads cases: as far as records that are not approved. */
export const caseReach = (scope: TenantScope): Reach | undefined =>
  reachFor(scope, "figure.read_unapproved");

/** Nobody decides about a figure that an organization of the own has, owns a part of or shall get, nor about an own request. */
export function mayDecide(scope: TenantScope, facts: CaseFacts, move: CorrectionMove): boolean {
  if (!mayTake(move, facts, scope.actor.userId)) return false;
  if (move === "withdraw") return mayRequest(scope, facts.organizationId);
  const coOwnerIds = [...(facts.coOwnerIds ?? []), ...(facts.newOwnerId ? [facts.newOwnerId] : [])];
  return (
    reachFor(scope, "figure.decide_correction")?.whole === true &&
    isIndependent(scope, { ...facts, coOwnerIds })
  );
}
