import { reachOf } from "@/lib/features/access/policy";
import type { Actor } from "@/lib/platform/auth/actor";
import { reaches } from "@/lib/platform/corridor/permission";
import { canStep } from "./rules";
import type { TaskState, TaskStep } from "./types";

export type TaskFacts = {
  state: TaskState;
  personId: string;
  organizationId: string | null;
};

/** Whose task it is: the named person, and those who act for the organization that is answerable. */
export function isOwner(actor: Actor, allianceId: string, facts: TaskFacts): boolean {
  const reach = reachOf("task.report", actor.roles, allianceId);
  if (!reach) return false;
  return (
    facts.personId === actor.personId ||
    (facts.organizationId !== null && reaches({ ...reach, whole: false }, facts.organizationId))
  );
}

const manages = (actor: Actor, allianceId: string): boolean =>
  reachOf("task.manage", actor.roles, allianceId)?.whole === true;

const byOwner: readonly TaskStep[] = ["progress", "report"];

/** May this person take the step, in this state? The secretariat reports for those who have no account. */
export function mayStep(
  actor: Actor,
  allianceId: string,
  facts: TaskFacts,
  step: TaskStep,
): boolean {
  if (actor.readOnly || !canStep(facts.state, step)) return false;
  if (!byOwner.includes(step)) return manages(actor, allianceId);
  return (
    isOwner(actor, allianceId, facts) ||
    reachOf("task.report", actor.roles, allianceId)?.whole === true
  );
}

export const mayManage = (actor: Actor, allianceId: string): boolean =>
  !actor.readOnly && manages(actor, allianceId);
