import { type Action, reachOf } from "@/lib/features/access/policy";
import { type Reach, reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isPlanned, isPublic, isReviewable, mayStep } from "./rules/states";
import { type CollegeState, type CollegeStep, collegeSteps, type ReviewState } from "./types";

type Asker = Pick<TenantScope, "actor" | "alliance">;

export type CollegeFacts = {
  state: CollegeState;
  schoolId: string;
  proposedById: string | null;
  organizationIds: readonly string[];
};

const reachFor = (asker: Asker, action: Action): Reach | undefined =>
  reachOf(action, asker.actor.roles, asker.alliance.id);
const whole = (asker: Asker, action: Action): boolean => reachFor(asker, action)?.whole === true;

/** How far the asker sees what is not public; undefined: not at all. */
export const internalReach = (asker: Asker): Reach | undefined =>
  reachFor(asker, "college.read_internal");

export function seesInside(asker: Asker, facts: CollegeFacts): boolean {
  const reach = internalReach(asker);
  return (
    reach !== undefined &&
    (reach.whole || facts.organizationIds.some((id) => reach.organizationIds.includes(id)))
  );
}

/** May the asker know that it exists? */
export const seesCollege = (asker: Asker, facts: CollegeFacts): boolean =>
  isPublic(facts.state) || seesInside(asker, facts);

export const mayPropose = (asker: Asker): boolean =>
  reachFor(asker, "college.propose") !== undefined;

/** The secretariat and the school's people, as long as nothing is approved. */
export function mayEdit(asker: Asker, facts: CollegeFacts): boolean {
  const reach = reachFor(asker, "college.propose");
  return reach !== undefined && isPlanned(facts.state) && reaches(reach, facts.schoolId);
}

export const mayManage = (asker: Asker, facts: CollegeFacts): boolean =>
  facts.state !== "closed" && whole(asker, "college.manage");

export const stepsOf = (asker: Asker, facts: CollegeFacts): CollegeStep[] =>
  whole(asker, "college.manage") ? collegeSteps.filter((to) => mayStep(facts.state, to)) : [];

/** I-15: who proposed it does not approve it. */
export const isSecondPerson = (firstId: string | null, userId: string | null): boolean =>
  userId !== null && firstId !== userId;

export const mayApprove = (asker: Asker, facts: CollegeFacts): boolean =>
  facts.state === "feasibility" &&
  whole(asker, "college.approve") &&
  isSecondPerson(facts.proposedById, asker.actor.userId);

export const approveBlocked = (asker: Asker, facts: CollegeFacts): boolean =>
  facts.state === "feasibility" && whole(asker, "college.approve") && !mayApprove(asker, facts);

export const mayFormBoard = (asker: Asker, facts: CollegeFacts): boolean =>
  facts.state === "agreement_signed" && whole(asker, "college.manage");

const isOwn = (asker: Asker, action: Action, organizationId: string): boolean =>
  reachFor(asker, action)?.organizationIds.includes(organizationId) ?? false;

/** The school's opinion is its leader's. */
export const mayOpine = (asker: Asker, facts: CollegeFacts): boolean =>
  isPlanned(facts.state) && isOwn(asker, "college.opine", facts.schoolId);

/** A party signs for itself; nobody signs for another one. */
export const maySignFor = (asker: Asker, facts: CollegeFacts, organizationId: string): boolean =>
  isPlanned(facts.state) && isOwn(asker, "college.sign", organizationId);

export function mayContributeFor(
  asker: Asker,
  facts: CollegeFacts,
  organizationId: string,
): boolean {
  const reach = reachFor(asker, "college.contribute");
  const over = facts.state === "closed" || facts.state === "exiting";
  return reach !== undefined && !over && reaches(reach, organizationId);
}

export const mayConfirm = (asker: Asker, enteredById: string | null): boolean =>
  whole(asker, "college.confirm_contribution") && isSecondPerson(enteredById, asker.actor.userId);

export function mayReview(asker: Asker, facts: CollegeFacts): boolean {
  const reach = reachFor(asker, "college.review");
  return reach !== undefined && isReviewable(facts.state) && reaches(reach, facts.schoolId);
}

type ReviewFacts = { state: ReviewState; authorId: string | null };

export const mayDecide = (asker: Asker, review: ReviewFacts): boolean =>
  review.state === "submitted" &&
  whole(asker, "college.decide_review") &&
  isSecondPerson(review.authorId, asker.actor.userId);

export const decideBlocked = (asker: Asker, review: ReviewFacts): boolean =>
  review.state === "submitted" &&
  whole(asker, "college.decide_review") &&
  !mayDecide(asker, review);

type ItemFacts = { organizationId: string; reportedById: string | null; accepted: boolean };

export function mayReportItem(asker: Asker, item: ItemFacts): boolean {
  const reach = reachFor(asker, "college.rectify");
  return reach !== undefined && !item.accepted && reaches(reach, item.organizationId);
}

export const mayAcceptItem = (asker: Asker, item: ItemFacts): boolean =>
  item.reportedById !== null &&
  !item.accepted &&
  whole(asker, "college.accept_item") &&
  isSecondPerson(item.reportedById, asker.actor.userId);
