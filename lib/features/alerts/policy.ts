import { type Action, reachOf } from "@/lib/features/access/policy";
import { isShown } from "@/lib/features/regions/rules";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { AlertAbout } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

/**
 * The rights that show what the alert looks at, the wider one first: nobody is told what the page would not show. Whoever
 * reads no reports is told of vetoes in published evaluations.
 */
const rights: Record<AlertAbout, readonly Action[]> = {
  threshold: ["figure.read_approved"],
  missing_reports: ["cycle.read"],
  negative_indicator: ["cycle.read", "evaluation.read"],
  promise_overdue: ["ledger.read_whole"],
};

/** Pages that are everybody's show by themselves what each reader may see of them. */
const open: readonly Action[] = ["figure.read_approved", "evaluation.read"];

function covers(action: Action, reach: Reach, organizationId: string | undefined): boolean {
  if (open.includes(action)) return true;
  if (organizationId !== undefined) return reaches(reach, organizationId);
  return reach.whole || reach.organizationIds.length > 0;
}

/** With which right the caller may watch this, and how far it goes; of the whole alliance, or of one member. */
export function watchRight(
  { actor, alliance }: Asker,
  about: AlertAbout,
  organizationId: string | undefined,
): { action: Action; reach: Reach } | undefined {
  if (!reachOf("alert.set", actor.roles, alliance.id)) return undefined;
  for (const action of rights[about]) {
    const reach = reachOf(action, actor.roles, alliance.id);
    if (reach && covers(action, reach, organizationId)) return { action, reach };
  }
  return undefined;
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
