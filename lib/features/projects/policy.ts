import { type Action, reachOf } from "@/lib/features/access/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { canMove, type Mover, moves } from "./rules/states";
import type { ProjectMove, ProjectState } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

/** What of a project decides who may do what. */
export type ProjectFacts = {
  state: ProjectState;
  leadId: string;
  organizationIds: readonly string[];
  /** It has its number, so the public may know of it. */
  isRegistered: boolean;
};

const rightOf: Record<ProjectMove, Action> = {
  answer: "project.answer_party",
  ask_again: "project.update",
  request_supplement: "project.register",
  supplement: "project.update",
  register: "project.register",
  start: "project.update",
  reject: "project.register",
  withdraw: "project.update",
};

const reachFor = (asker: Asker, action: Action): Reach | undefined =>
  reachOf(action, asker.actor.roles, asker.alliance.id);

/** How far the asker sees what is not public; undefined: not at all. */
export const internalReach = (asker: Asker): Reach | undefined =>
  reachFor(asker, "project.read_internal");

const among = (reach: Reach | undefined, ids: readonly string[]): boolean =>
  reach !== undefined && (reach.whole || ids.some((id) => reach.organizationIds.includes(id)));

/** The whole alliance, or one's own projects: summary, answers, money, history. */
export const seesInside = (asker: Asker, facts: ProjectFacts): boolean =>
  among(internalReach(asker), facts.organizationIds);

/** May the asker know that it exists? */
export const sees = (asker: Asker, facts: ProjectFacts): boolean =>
  facts.isRegistered || seesInside(asker, facts);

/** Observers see projects without the names of persons. */
export const seesPersons = (asker: Asker, facts: ProjectFacts): boolean =>
  seesInside(asker, facts) && internalReach(asker)?.masked !== true;

/** Is the asker one of those who may make this move, whatever the state? */
function isMover(asker: Asker, facts: ProjectFacts, move: ProjectMove, organizationId?: string) {
  const reach = reachFor(asker, rightOf[move]);
  if (!reach) return false;
  const is: Record<Mover, boolean> = {
    secretariat: reach.whole,
    lead: reach.organizationIds.includes(facts.leadId),
    party: organizationId !== undefined && reaches(reach, organizationId),
  };
  return moves[move].by.some((mover) => is[mover]);
}

/** Yes, or why not: not the person (then `by` says who), or not in this state. */
export type MayMove = { allowed: boolean; reason: "person" | "state" | null };

export function mayMove(
  asker: Asker,
  facts: ProjectFacts,
  move: ProjectMove,
  organizationId?: string,
): MayMove {
  if (!isMover(asker, facts, move, organizationId)) return { allowed: false, reason: "person" };
  if (!canMove(move, facts.state)) return { allowed: false, reason: "state" };
  return { allowed: true, reason: null };
}

/** Does the asker act for this organization, so that registering a project is its confirmation? */
export function actsFor(asker: Asker, organizationId: string): boolean {
  const reach = reachFor(asker, "project.answer_party");
  return reach?.organizationIds.includes(organizationId) ?? false;
}

export const mayCreate = (asker: Asker): boolean => reachFor(asker, "project.create") !== undefined;
