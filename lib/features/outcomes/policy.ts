import { reachOf } from "@/lib/features/access/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";

/** Facts about a record that decide who may act on it. */
export type OutcomeFacts = {
  organizationId: string;
  enteredById: string | null;
  /** Who else owns a part of it. */
  coOwnerIds?: readonly string[];
  /** Who has asked for a part of it, or was offered one. */
  claimantIds?: readonly string[];
};

const reachFor = (scope: TenantScope, action: Parameters<typeof reachOf>[0]): Reach | undefined =>
  reachOf(action, scope.actor.roles, scope.alliance.id);

/** How far the caller sees records that are not verified yet. */
export const unapprovedReach = (scope: TenantScope): Reach | undefined =>
  reachFor(scope, "figure.read_unapproved");

/** May the caller report, offer and answer for this organization? */
export function actsFor(scope: TenantScope, organizationId: string): boolean {
  const reach = reachFor(scope, "figure.enter");
  return reach !== undefined && reaches(reach, organizationId);
}

/** The reporter's side: own organization's figures. */
export const canAmend = (scope: TenantScope, facts: OutcomeFacts): boolean =>
  actsFor(scope, facts.organizationId);

/** A-31, figure.verify: neither the person who entered it nor anybody of the organizations that own it or ask for a part. */
export const isIndependent = (scope: TenantScope, facts: OutcomeFacts): boolean =>
  facts.enteredById !== scope.actor.userId &&
  !scope.actor.roles.some(
    (held) =>
      held.organizationId !== null &&
      [facts.organizationId, ...(facts.coOwnerIds ?? []), ...(facts.claimantIds ?? [])].includes(
        held.organizationId,
      ),
  );

export const canDecide = (scope: TenantScope, facts: OutcomeFacts): boolean =>
  reachFor(scope, "figure.verify")?.whole === true && isIndependent(scope, facts);

/** Its paper is open to all that own it, and to those whose right reaches over the alliance. */
export function canDownload(scope: TenantScope, facts: OutcomeFacts): boolean {
  const reach = reachFor(scope, "file.download");
  return (
    reach !== undefined &&
    [facts.organizationId, ...(facts.coOwnerIds ?? [])].some((owner) => reaches(reach, owner))
  );
}
