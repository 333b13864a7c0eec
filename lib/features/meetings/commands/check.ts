import type { Held } from "@/lib/features/applications/commands/move";
import { holdApplications } from "@/lib/features/applications/commands/move";
import { canStep } from "@/lib/features/applications/rules";
import type { Roster } from "@/lib/features/bodies/schema/roster";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { type Judged, judge } from "../rules/record";
import type { RecordItem } from "../schema/record";
import type { MotionFault } from "../types";

export type ItemRefusal =
  | MotionFault
  | "application-needs-membership-matter"
  | "application-not-recommended"
  | "application-twice"
  | "effective-before-adoption";

/** An item with what the rule said about its motion and the application it is about. */
export type CheckedItem = { given: RecordItem; judged?: Judged; held?: Held };

/**
 * Everything about the items that can be refused is refused before the first row is written; `item` tells which one.
 */
export async function checkItems(
  tx: Tx,
  scope: TenantScope,
  items: readonly RecordItem[],
  meeting: { roster: Roster; present: number },
): Promise<Result<CheckedItem[], ItemRefusal>> {
  const ids = items.flatMap((item) => item.applicationId ?? []);
  const held = await holdApplications(tx, scope, [...new Set(ids)]);
  const checked: CheckedItem[] = [];
  for (const [index, given] of items.entries()) {
    const item = index + 1;
    if (
      given.applicationId &&
      ids.indexOf(given.applicationId) !== ids.lastIndexOf(given.applicationId)
    ) {
      return refuse("application-twice", { item });
    }
    const application = given.applicationId ? held.get(given.applicationId) : undefined;
    const fault = faultOf(given, application, meeting.roster.day);
    if (fault) return refuse(fault, { item });
    const judged = given.motion
      ? judge(given.motion, { ...meeting.roster, present: meeting.present })
      : undefined;
    if (judged && !judged.ok) return refuse(judged.reason, { item });
    checked.push({
      given,
      ...(judged && { judged: judged.value }),
      ...(application && { held: application }),
    });
  }
  return accept(checked);
}

function faultOf(
  { motion, applicationId }: RecordItem,
  application: Held | undefined,
  adoptedOn: string,
): ItemRefusal | undefined {
  if (applicationId && motion?.matter !== "membership")
    return "application-needs-membership-matter";
  if (application && !canStep(application.state, "put_on_agenda"))
    return "application-not-recommended";
  // A resolution looks forward: nothing takes effect before it was decided (security 2, seat.assign).
  if (motion?.effectiveFrom && motion.effectiveFrom < adoptedOn) return "effective-before-adoption";
  return undefined;
}
