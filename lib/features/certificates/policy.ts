import { reachOf } from "@/lib/features/access/policy";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { stateAfter } from "./rules";
import type { CertificateState } from "./types";

type Sides = { enterpriseId: string; claimantId: string | null };

function reachesAny(
  scope: TenantScope,
  action: Parameters<typeof reachOf>[0],
  ids: readonly (string | null)[],
): boolean {
  const reach = reachOf(action, scope.actor.roles, scope.alliance.id);
  return reach !== undefined && ids.some((id) => id !== null && reaches(reach, id));
}

/** The enterprise, the member that will report on it, and the secretariat for both. */
export const mayPrepare = (scope: TenantScope, sides: Sides): boolean =>
  reachesAny(scope, "certificate.prepare", [sides.enterpriseId, sides.claimantId]);

export const mayRead = (scope: TenantScope, sides: Sides): boolean =>
  reachesAny(scope, "certificate.read", [sides.enterpriseId, sides.claimantId]);

/** Somebody of the member that claims the result, whatever else that person is. */
export const isOfClaimant = (scope: TenantScope, sides: Sides): boolean =>
  sides.claimantId !== null &&
  scope.actor.roles.some((held) => held.organizationId === sides.claimantId);

/** S000-22: the enterprise's own representative, never who claims the result. */
export const speaksFor = (scope: TenantScope, sides: Sides): boolean =>
  reachesAny(scope, "certificate.seal", [sides.enterpriseId]);

/** What is sealed only the enterprise takes back. */
export const mayWithdraw = (
  scope: TenantScope,
  found: Sides & { state: CertificateState },
): boolean => (found.state === "sealed" ? speaksFor(scope, found) : mayPrepare(scope, found));

/** What the screen offers. */
export function mayOf(scope: TenantScope, found: Sides & { state: CertificateState }) {
  const open = (step: Parameters<typeof stateAfter>[1]) =>
    !scope.actor.readOnly && stateAfter(found.state, step) !== undefined;
  return {
    change: open("change") && mayPrepare(scope, found),
    ask: open("ask") && mayPrepare(scope, found),
    seal: open("seal") && speaksFor(scope, found) && !isOfClaimant(scope, found),
    withdraw: open("withdraw") && mayWithdraw(scope, found),
  };
}
