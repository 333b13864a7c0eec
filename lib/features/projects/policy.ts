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
  recall: "project.update",
  ask_again: "project.update",
  request_supplement: "project.register",
  supplement: "project.update",
  open_review: "project.manage_review",
  close_review: "project.manage_review",
  propose: "project.register",
  register: "project.decide",
  refuse: "project.decide",
  reject: "project.register",
  withdraw: "project.update",
  start: "project.update",
  suspend: "project.suspend",
  resume: "project.register",
  terminate: "project.decide",
  request_acceptance: "project.update",
  open_acceptance: "project.manage_review",
  close_acceptance: "project.manage_review",
  settle: "project.update",
  close: "project.close",
  follow: "project.close",
  archive: "project.close",
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
    supervisor: reach.whole,
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

/** The whole alliance, or the lead of this project. */
export function actsAsLead(asker: Asker, facts: { leadId: string }, action: Action): boolean {
  const reach = reachFor(asker, action);
  return reach !== undefined && reaches(reach, facts.leadId);
}

/** The whole alliance, or any party of this project. */
export const actsAsParty = (
  asker: Asker,
  facts: { organizationIds: readonly string[] },
  action: Action,
): boolean => among(reachFor(asker, action), facts.organizationIds);

/** The alliance as a whole: the office and who decides with it. */
export const actsForAll = (asker: Asker, action: Action): boolean =>
  reachFor(asker, action)?.whole === true;

/** Who registered it does not decide about it; accounts belong to one person each. */
export const isAuthor = (asker: Asker, project: { createdById: string | null }): boolean =>
  project.createdById !== null && project.createdById === asker.actor.userId;

export const mayReview = (asker: Asker): boolean => reachFor(asker, "project.review") !== undefined;

/** Organizations for which the asker may ask to be taken in. */
export const mayJoinFor = (asker: Asker): readonly string[] =>
  reachFor(asker, "project.join")?.organizationIds ?? [];
