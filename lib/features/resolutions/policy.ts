import { reachOf } from "@/lib/features/access/policy";
import type { Actor } from "@/lib/platform/auth/actor";

type Action = Parameters<typeof reachOf>[0];

const holds = (actor: Actor, allianceId: string, action: Action): boolean =>
  reachOf(action, actor.roles, allianceId)?.whole === true;

/** What the reader of a decision may do with it. */
export const rightsOver = (actor: Actor, allianceId: string) => ({
  admit: holds(actor, allianceId, "membership.decide") && !actor.readOnly,
  download: holds(actor, allianceId, "file.download"),
  openApplication: holds(actor, allianceId, "membership.check"),
});

export const mayRecordEvents = (actor: Actor, allianceId: string): boolean =>
  !actor.readOnly && holds(actor, allianceId, "resolution.record_event");

export const mayGiveTasks = (actor: Actor, allianceId: string): boolean =>
  !actor.readOnly && holds(actor, allianceId, "task.manage");
