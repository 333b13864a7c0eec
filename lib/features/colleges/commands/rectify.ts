import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { isSecondPerson } from "../policy";
import { known, openCollege, type ReadCollege } from "../queries/facts";
import type { acceptItemInput, reportItemInput, returnItemInput } from "../schema/reviews";
import { type Changed, moveTo } from "./move";

const find = async (tx: Tx, scope: TenantScope, college: ReadCollege, id: string) =>
  (await tx.collegeRectification.findFirst({
    where: { allianceId: scope.alliance.id, id, review: { collegeId: college.id } },
  })) ?? notFound();

/** The party says that a point is mended, and by what one sees it. */
export async function reportItem(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof reportItemInput>,
): Promise<Result<Changed, "wrong-state" | "item-accepted">> {
  const college = await openCollege(tx, scope, { collegeId: input.collegeId });
  const item = await find(tx, scope, college, input.itemId);
  if (!reaches(scope.reach, item.organizationId)) return forbidden();
  if (item.acceptedOn) return refuse("item-accepted");
  if (college.state !== "rectifying") return refuse("wrong-state");
  await known(tx, scope, { fileId: input.fileId });
  await tx.collegeRectification.update({
    where: { id: item.id },
    data: {
      evidence: input.evidence,
      fileId: input.fileId ?? null,
      reportedOn: dateOf(scope.today),
      reportedById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "college.report_item",
    subjectType: "college",
    subjectId: college.id,
    details: { item: item.id },
  });
  return accept({ id: college.id, version: college.version });
}

type Reported = { acceptedOn: Date | null; reportedById: string | null };

/** What is judged was reported, by another person. */
function whyNotJudged(scope: TenantScope, college: ReadCollege, item: Reported) {
  if (item.acceptedOn) return refuse("item-accepted");
  if (college.state !== "rectifying") return refuse("wrong-state");
  if (!item.reportedById) return refuse("item-not-reported");
  return isSecondPerson(item.reportedById, scope.actor.userId) ? undefined : refuse("same-person");
}

/** What was reported is not enough: the party mends it again, until the same day or a later one. */
export async function returnItem(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof returnItemInput>,
): Promise<
  Result<
    Changed,
    "wrong-state" | "item-accepted" | "item-not-reported" | "same-person" | "review-item-past"
  >
> {
  const college = await openCollege(tx, scope, { collegeId: input.collegeId });
  const item = await find(tx, scope, college, input.itemId);
  const refused = whyNotJudged(scope, college, item);
  if (refused) return refused;
  const { dueOn, reason } = input;
  if (dueOn && dueOn <= scope.today) return refuse("review-item-past", { field: "dueOn" });
  await tx.collegeRectification.update({
    where: { id: item.id },
    data: {
      ...(dueOn && { dueOn: dateOf(dueOn) }),
      reportedOn: null,
      reportedById: null,
      returnedOn: dateOf(scope.today),
      returnedById: scope.actor.userId,
      returnReason: reason,
    },
  });
  await scope.audit({
    action: "college.return_item",
    subjectType: "college",
    subjectId: college.id,
    details: { item: item.id, reason, ...(dueOn && { dueOn }) },
  });
  return accept({ id: college.id, version: college.version });
}

/** Somebody else accepts it; with the last one the college works on. */
export async function acceptItem(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof acceptItemInput>,
): Promise<Result<Changed, "wrong-state" | "item-accepted" | "item-not-reported" | "same-person">> {
  const college = await openCollege(tx, scope, { collegeId: input.collegeId });
  const item = await find(tx, scope, college, input.itemId);
  const refused = whyNotJudged(scope, college, item);
  if (refused) return refused;
  await tx.collegeRectification.update({
    where: { id: item.id },
    data: { acceptedById: scope.actor.userId, acceptedOn: dateOf(scope.today) },
  });
  await scope.audit({
    action: "college.accept_item",
    subjectType: "college",
    subjectId: college.id,
    details: { item: item.id },
  });
  const open = await tx.collegeRectification.count({
    where: { allianceId: scope.alliance.id, reviewId: item.reviewId, acceptedOn: null },
  });
  if (open > 0) return accept({ id: college.id, version: college.version });
  return accept(await moveTo(tx, scope, college, { to: "operating" }));
}
