import { type Action, reachOf } from "@/lib/features/access/policy";
import type { Actor } from "@/lib/platform/auth/actor";

const whole = (action: Action, actor: Actor, allianceId: string): boolean =>
  !actor.readOnly && reachOf(action, actor.roles, allianceId)?.whole === true;

/** May this person type in a meeting of this alliance? */
export const mayRecord = (actor: Actor, allianceId: string): boolean =>
  whole("meeting.record", actor, allianceId);

/** May this person prepare meetings? Drafts and every paper are seen by those alone. */
export const mayPrepare = (actor: Actor, allianceId: string): boolean =>
  reachOf("meeting.update", actor.roles, allianceId)?.whole === true;

/** May this person bring an item before a body? */
export const mayPropose = (actor: Actor, allianceId: string): boolean =>
  !actor.readOnly && reachOf("agenda.propose_item", actor.roles, allianceId) !== undefined;

/** What the caller may do at one meeting; `chairs`: acts for the seat that chairs it. */
export function rightsAt(
  actor: Actor,
  allianceId: string,
  own: { chairs: boolean; sits: boolean },
) {
  const reach = (action: Action) =>
    actor.readOnly ? undefined : reachOf(action, actor.roles, allianceId);
  const runs = reach("meeting.run");
  return {
    prepare: mayPrepare(actor, allianceId) && !actor.readOnly,
    run: runs?.whole === true || (runs?.self === true && own.chairs),
    attend: own.sits && reach("meeting.check_in") !== undefined,
    proxy: own.sits && reach("proxy.grant") !== undefined,
    decideConflict: runs?.whole === true || (runs?.self === true && own.chairs),
    download: reachOf("file.download", actor.roles, allianceId) !== undefined,
  };
}
