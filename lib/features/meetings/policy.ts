import { reachOf } from "@/lib/features/access/policy";
import type { Actor } from "@/lib/platform/auth/actor";

/** May this person type in a meeting of this alliance? */
export const mayRecord = (actor: Actor, allianceId: string): boolean =>
  !actor.readOnly && reachOf("meeting.record", actor.roles, allianceId)?.whole === true;

/** What the reader of a decision may do with it. */
export function rightsOver(actor: Actor, allianceId: string) {
  const whole = (action: Parameters<typeof reachOf>[0]) =>
    reachOf(action, actor.roles, allianceId)?.whole === true;
  return {
    admit: whole("membership.decide") && !actor.readOnly,
    download: whole("file.download"),
    openApplication: whole("membership.check"),
  };
}
