import { type Action, reachOf } from "@/lib/features/access/policy";
import { isShown } from "@/lib/features/regions/rules";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { AlertAbout } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

/** The right that shows what the alert looks at: nobody is told what the page would not show. */
const rights: Record<AlertAbout, Action> = {
  threshold: "figure.read_approved",
  missing_reports: "cycle.read",
  negative_indicator: "cycle.read",
  promise_overdue: "ledger.read_whole",
};

/** Organizations reach for its own only; of the whole alliance those may ask who read all of it, or their own part of it. */
export function watchReach(
  { actor, alliance }: Asker,
  about: AlertAbout,
  organizationId: string | undefined,
): Reach | undefined {
  const reach = reachOf(rights[about], actor.roles, alliance.id);
  if (!reach || !reachOf("alert.set", actor.roles, alliance.id)) return undefined;
  if (about === "threshold") return reach;
  if (organizationId !== undefined) return reaches(reach, organizationId) ? reach : undefined;
  return reach.whole || reach.organizationIds.length > 0 ? reach : undefined;
}

/**
 * A result that fewer than three members brought is not for readers who see published results only: a bound moved up and
 * down would tell it to the last place.
 */
export const isHidden = (number: {
  source: string;
  reach: string;
  coverage: { approved: number } | null;
}): boolean =>
  number.source === "outcomes" &&
  !isShown(number.reach === "whole", number.coverage?.approved ?? 1);
