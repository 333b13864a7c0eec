import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { isSecondPerson, mayReview } from "../policy";
import { countInputs } from "../queries/counted";
import { factsOf, openCollege, type ReadCollege } from "../queries/facts";
import { gradeOf, mustRectify, pointsOf, runsAsEntity, vetoesOf } from "../rules/review";
import { isReviewable } from "../rules/states";
import {
  type decideReviewInput,
  type reviewChanged,
  reviewInputs,
  type saveReviewInput,
  type submitReviewInput,
} from "../schema/reviews";
import { moveTo } from "./move";

type Changed = z.input<typeof reviewChanged>;

/** @throws AppError forbidden */
function reviewable(scope: TenantScope, college: ReadCollege): boolean {
  const facts = factsOf(college);
  if (!mayReview(scope, { ...facts, state: "operating" })) return forbidden();
  return isReviewable(college.state);
}

/** The school's report of a year, as a draft; the same year again changes the draft that is there. */
export async function saveReview(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveReviewInput>,
): Promise<Result<Changed, "wrong-state" | "review-year-ahead" | "review-exists">> {
  const college = await openCollege(tx, scope, { collegeId: input.collegeId });
  if (!reviewable(scope, college)) return refuse("wrong-state");
  if (input.year > Number(scope.today.slice(0, 4))) return refuse("review-year-ahead");
  const found = await tx.collegeReview.findUnique({
    where: { collegeId_year: { collegeId: college.id, year: input.year } },
  });
  if (found && found.state !== "draft")
    return refuse("review-exists", { year: String(input.year) });
  if (found && found.version !== input.version) throw new AppError("stale");
  const columns = {
    selfReport: input.selfReport,
    enrolled: input.enrolled,
    satisfaction: input.satisfaction ?? null,
    respondents: input.respondents ?? null,
    authorId: scope.actor.userId,
  };
  const saved = found
    ? await tx.collegeReview.update({
        where: { id: found.id },
        data: { ...columns, version: { increment: 1 } },
      })
    : await tx.collegeReview.create({
        data: {
          ...columns,
          allianceId: scope.alliance.id,
          collegeId: college.id,
          year: input.year,
          createdAt: scope.now,
        },
      });
  await scope.audit({
    action: "college.draft_review",
    subjectType: "college",
    subjectId: college.id,
    details: { review: saved.id, year: input.year },
  });
  return accept({ id: saved.id, version: saved.version });
}

async function openReview(
  tx: Tx,
  scope: TenantScope,
  college: ReadCollege,
  input: { reviewId: string; version: number },
) {
  const found = await tx.collegeReview.findFirst({
    where: { allianceId: scope.alliance.id, collegeId: college.id, id: input.reviewId },
  });
  if (!found) return notFound();
  if (found.version !== input.version) throw new AppError("stale");
  return found;
}

/** What is counted now stands for good; the college waits for its grade. */
export async function submitReview(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof submitReviewInput>,
): Promise<Result<Changed, "wrong-state">> {
  const college = await openCollege(tx, scope, { collegeId: input.collegeId });
  const ready = reviewable(scope, college);
  const review = await openReview(tx, scope, college, input);
  if (!ready || review.state !== "draft") return refuse("wrong-state");
  const inputs = await countInputs(tx, scope.alliance, college, review);
  const { version } = await tx.collegeReview.update({
    where: { id: review.id },
    data: {
      state: "submitted",
      inputs,
      authorId: scope.actor.userId,
      submittedAt: scope.now,
      version: { increment: 1 },
    },
  });
  await moveTo(tx, scope, college, { to: "yearly_review", note: String(review.year) });
  return accept({ id: review.id, version });
}

export const decideRefusals = [
  "wrong-state",
  "same-person",
  "review-needs-items",
  "review-needs-no-items",
  "review-item-past",
] as const;
type Decision = z.output<typeof decideReviewInput>;

/** A list of what is to be mended belongs to C and D, with days to come, and parties that are to do it. */
function whyNotList(
  scope: TenantScope,
  college: ReadCollege,
  given: Decision & { rectify: boolean },
): Result<never, (typeof decideRefusals)[number]> | undefined {
  const { items, rectify } = given;
  if (rectify && items.length === 0) return refuse("review-needs-items");
  if (!rectify && items.length > 0) return refuse("review-needs-no-items");
  if (items.some(({ dueOn }) => dueOn <= scope.today)) return refuse("review-item-past");
  const { organizationIds } = factsOf(college);
  return items.every(({ organizationId }) => organizationIds.includes(organizationId))
    ? undefined
    : notFound();
}

/** The grade follows from the counted inputs; somebody else than the author says so and what is to be mended. */
export async function decideReview(
  tx: Tx,
  scope: TenantScope,
  input: Decision,
): Promise<Result<Changed, (typeof decideRefusals)[number]>> {
  const college = await openCollege(tx, scope, { collegeId: input.collegeId });
  const review = await openReview(tx, scope, college, input);
  if (college.state !== "yearly_review" || review.state !== "submitted") {
    return refuse("wrong-state");
  }
  if (!isSecondPerson(review.authorId, scope.actor.userId)) return refuse("same-person");
  const inputs = reviewInputs.parse(review.inputs);
  const grade = gradeOf(inputs);
  const rectify = mustRectify(grade);
  const refused = whyNotList(scope, college, { ...input, rectify });
  if (refused) return refused;
  const { version } = await tx.collegeReview.update({
    where: { id: review.id },
    data: {
      state: "decided",
      grade,
      points: pointsOf(inputs),
      vetoes: vetoesOf(inputs),
      opinion: input.opinion,
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      version: { increment: 1 },
    },
  });
  await tx.collegeRectification.createMany({
    data: input.items.map(({ dueOn, ...item }) => ({
      ...item,
      dueOn: dateOf(dueOn),
      allianceId: scope.alliance.id,
      reviewId: review.id,
    })),
  });
  const shown = college.checks.find(({ item }) => item === "entity_operation")?.evidence;
  const entity = runsAsEntity(inputs) && shown !== undefined;
  await moveTo(tx, scope, college, {
    to: rectify ? "rectifying" : "operating",
    note: `${review.year} ${grade.toUpperCase()}`,
    data: { mode: entity ? "entity" : "nominal", modeEvidence: entity ? shown : null },
  });
  return accept({ id: review.id, version });
}
