import type { z } from "zod";
import { seesInside as seesProject } from "@/lib/features/projects/policy";
import { lockProject } from "@/lib/features/projects/queries/facts";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { isSecondPerson, mayContributeFor } from "../policy";
import { factsOf, known, openCollege } from "../queries/facts";
import { isPlanned } from "../rules/states";
import type { linkProjectInput, saveCheckInput, saveSharingInput } from "../schema/colleges";
import type { confirmContributionInput, contributeInput } from "../schema/reviews";
import { type Changed, raise, unsign } from "./move";

/** A guard of the approval or one of the five checks, with what shows that it is met. */
export async function saveCheck(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveCheckInput>,
): Promise<Result<Changed, "wrong-state">> {
  const college = await openCollege(tx, scope, input);
  if (college.state === "closed") return refuse("wrong-state");
  const { item, evidence, fileId } = input;
  await known(tx, scope, { fileId });
  const columns = {
    evidence,
    fileId: fileId ?? null,
    checkedById: scope.actor.userId,
    checkedAt: scope.now,
  };
  await tx.collegeCheck.upsert({
    where: { collegeId_item: { collegeId: college.id, item } },
    create: { ...columns, allianceId: scope.alliance.id, collegeId: college.id, item },
    update: columns,
  });
  const changed = await raise(tx, college);
  await scope.audit({
    action: "college.check",
    subjectType: "college",
    subjectId: college.id,
    details: { item, evidence },
  });
  return accept(changed);
}

/** 三享: one rule each for resources, talent and results. */
export async function saveSharing(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof saveSharingInput>,
): Promise<Result<Changed, "wrong-state">> {
  const college = await openCollege(tx, scope, input);
  if (college.state === "closed") return refuse("wrong-state");
  const { object, rule } = input;
  await tx.collegeSharing.upsert({
    where: { collegeId_object: { collegeId: college.id, object } },
    create: { allianceId: scope.alliance.id, collegeId: college.id, object, rule },
    update: { rule },
  });
  const changed = await raise(tx, college);
  await scope.audit({
    action: "college.share",
    subjectType: "college",
    subjectId: college.id,
    details: { object },
  });
  return accept(changed);
}

/** What a party brings in. Before the approval the table is another one by that, and is signed anew. */
export async function contribute(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof contributeInput>,
): Promise<Result<Changed, "wrong-state" | "day-in-future">> {
  const college = await openCollege(tx, scope, input);
  const party = college.parties.find((one) => one.organizationId === input.organizationId);
  if (!party) return notFound();
  const facts = factsOf(college);
  if (!mayContributeFor(scope, { ...facts, state: "operating" }, input.organizationId)) {
    return forbidden();
  }
  if (!mayContributeFor(scope, facts, input.organizationId)) return refuse("wrong-state");
  // A plan may name a day to come; what is said to have been given has been.
  if (!isPlanned(college.state) && input.on > scope.today) return refuse("day-in-future");
  await known(tx, scope, { fileId: input.fileId });
  const created = await tx.collegeContribution.create({
    data: {
      allianceId: scope.alliance.id,
      collegeId: college.id,
      partyId: party.id,
      kind: input.kind,
      amount: input.amount,
      valuation: input.valuation ?? null,
      on: dateOf(input.on),
      evidence: input.evidence,
      fileId: input.fileId ?? null,
      enteredById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  if (isPlanned(college.state)) await unsign(tx, scope, college.id);
  const changed = await raise(tx, college);
  await scope.audit({
    action: "college.contribute",
    subjectType: "college",
    subjectId: college.id,
    details: {
      contribution: created.id,
      organizationId: input.organizationId,
      kind: input.kind,
      amount: input.amount,
    },
  });
  return accept(changed);
}

export const confirmRefusals = [
  "same-person",
  "contribution-confirmed",
  "day-in-future",
  "wrong-state",
] as const;

/** Another person than the one who entered it has seen the evidence; from then on it does not change. */
export async function confirmContribution(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof confirmContributionInput>,
): Promise<Result<Changed, (typeof confirmRefusals)[number]>> {
  const college = await openCollege(tx, scope, input);
  const found = await tx.collegeContribution.findFirst({
    where: { allianceId: scope.alliance.id, collegeId: college.id, id: input.contributionId },
  });
  if (!found) return notFound();
  if (found.confirmedAt) return refuse("contribution-confirmed");
  if (!isSecondPerson(found.enteredById, scope.actor.userId)) return refuse("same-person");
  if (college.state === "closed") return refuse("wrong-state");
  if (found.on > dateOf(scope.today)) return refuse("day-in-future");
  await tx.collegeContribution.update({
    where: { id: found.id },
    data: { confirmedById: scope.actor.userId, confirmedAt: scope.now },
  });
  await scope.audit({
    action: "college.confirm_contribution",
    subjectType: "college",
    subjectId: college.id,
    details: { contribution: found.id, amount: found.amount.toFixed(2) },
  });
  return accept({ id: college.id, version: college.version });
}

/** A project that the college runs; linking it twice changes nothing. */
export async function linkProject(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof linkProjectInput>,
): Promise<Result<Changed, "wrong-state">> {
  const college = await openCollege(tx, scope, input);
  const project = (await lockProject(tx, scope.alliance.id, input.projectId)) ?? notFound();
  if (!seesProject(scope, project)) return notFound();
  if (college.state === "closed") return refuse("wrong-state");
  const { count } = await tx.collegeProject.createMany({
    data: [{ allianceId: scope.alliance.id, collegeId: college.id, projectId: input.projectId }],
    skipDuplicates: true,
  });
  if (count > 0) {
    await scope.audit({
      action: "college.link_project",
      subjectType: "college",
      subjectId: college.id,
      details: { projectId: input.projectId },
    });
  }
  return accept({ id: college.id, version: college.version });
}
