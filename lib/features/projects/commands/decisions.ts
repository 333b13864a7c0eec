import type { z } from "zod";
import { takeNumber } from "@/lib/features/bodies/commands/take-number";
import { cancelCommitments } from "@/lib/features/funds/commands/commitments";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { isAuthor } from "../policy";
import { type LockedProject, partiesOf } from "../queries/facts";
import { powersInForce, weightNow } from "../queries/powers";
import { missing } from "../rules/completeness";
import { authorityFor, higherOf, needsReview } from "../rules/powers";
import { moves } from "../rules/states";
import type { decideSchema, proposeDecisionSchema } from "../schema/powers";
import type { Authority, DecisionSubject } from "../types";
import { type Moved, movedNow, moveTo, note, openFor } from "./move";
import { keepPlan } from "./plan";
import { claimResolution } from "./resolution";

type Propose = z.output<typeof proposeDecisionSchema>;
type Decide = z.output<typeof decideSchema>;

/** Puts the question, weighed by the table of powers of today. */
export async function putQuestion(
  tx: Tx,
  scope: TenantScope,
  projectId: string,
  question: { subject: DecisionSubject; reason: string; amount: string; authority: Authority },
): Promise<void> {
  const of = { allianceId: scope.alliance.id, projectId };
  const last = await tx.projectDecision.aggregate({ where: of, _max: { number: true } });
  await tx.projectDecision.create({
    data: {
      ...of,
      ...question,
      number: (last._max.number ?? 0) + 1,
      proposedById: scope.actor.userId,
      proposedAt: scope.now,
    },
  });
}

export async function weigh(tx: Tx, scope: TenantScope, projectId: string) {
  const powers = await powersInForce(tx, scope.alliance.id);
  const amount = await weightNow(tx, scope.alliance.id, projectId);
  return { powers, amount, authority: authorityFor(amount, powers) };
}

/** The check is done: a small project goes to its decision, a larger one to the experts first. */
export async function proposeRegistration(tx: Tx, scope: TenantScope, input: Propose) {
  const opened = await openFor(tx, scope, "propose", input);
  if (!opened.ok) return opened;
  const project = opened.value;
  const parties = await partiesOf(tx, scope.alliance.id, project.id);
  const open = missing({
    ...project,
    parties: parties.map((party) => ({ ...party, isMember: true })),
  });
  if (open.length > 0) return refuse("project-incomplete");
  const { powers, amount, authority } = await weigh(tx, scope, project.id);
  if (needsReview(amount, powers)) return refuse("project-needs-review");
  await putQuestion(tx, scope, project.id, {
    subject: "register",
    reason: input.reason,
    amount,
    authority,
  });
  await note(tx, scope, project.id, { kind: "decision_proposed", text: input.reason });
  return moveTo(tx, scope, project, {
    move: "propose",
    to: moves.propose.to,
    details: { amount, authority },
  });
}

/** Puts the end of a project before its time to who decides about it; it goes on until then. */
export async function proposeTermination(tx: Tx, scope: TenantScope, input: Propose) {
  const opened = await openFor(tx, scope, "terminate", input);
  if (!opened.ok) return opened;
  const project = opened.value;
  if (await openQuestion(tx, scope, project.id)) return refuse("decision-open");
  const { amount, authority } = await weigh(tx, scope, project.id);
  await putQuestion(tx, scope, project.id, {
    subject: "terminate",
    reason: input.reason,
    amount,
    authority,
  });
  await note(tx, scope, project.id, { kind: "decision_proposed", text: input.reason });
  return moveTo(tx, scope, project, {
    move: "terminate",
    to: project.state,
    details: { proposed: true, reason: input.reason, amount, authority },
  });
}

const openQuestion = (tx: Tx, scope: TenantScope, projectId: string) =>
  tx.projectDecision.findFirst({
    where: { allianceId: scope.alliance.id, projectId, verdict: null },
    select: { id: true, subject: true, authority: true, amount: true, proposedById: true },
  });

type Asked = NonNullable<Awaited<ReturnType<typeof openQuestion>>>;
type Question = Omit<Asked, "amount"> & { amount: Asked["amount"] | string };
type Refused =
  | "project-wrong-state"
  | "decision-missing"
  | "own-project"
  | "second-person-needed"
  | "resolution-needed"
  | "resolution-does-not-fit";

/** Answers the question over exactly the row that was read. */
async function answerQuestion(
  tx: Tx,
  scope: TenantScope,
  question: Question,
  input: Decide,
  resolutionId: string | null,
): Promise<void> {
  const { count } = await tx.projectDecision.updateMany({
    where: { allianceId: scope.alliance.id, id: question.id, verdict: null },
    data: {
      verdict: input.verdict,
      authority: question.authority,
      amount: question.amount,
      decidedById: scope.actor.userId,
      decidedAt: scope.now,
      decisionReason: input.reason ?? null,
      resolutionId,
    },
  });
  if (count === 0) throw new AppError("stale");
}

/**
 * The second person, or the resolution of a body, decides what the first has put: registration or an early end. Nobody
 * decides about a project of the own hand.
 */
export async function decideProject(
  tx: Tx,
  scope: TenantScope,
  input: Decide,
): Promise<Result<Moved, Refused>> {
  const held = await openFor(tx, scope, "register", input, "any state");
  if (!held.ok) return held;
  const project = held.value;
  const question = await openQuestion(tx, scope, project.id);
  if (!question)
    return refuse(project.state === "decision" ? "decision-missing" : "project-wrong-state");
  // Money that was promised after the question was put counts as well.
  const now = await weigh(tx, scope, project.id);
  const authority = higherOf(question.authority, now.authority);
  const weighed =
    authority === question.authority ? question : { ...question, authority, amount: now.amount };
  const claimed = await claimResolution(tx, scope, {
    projectId: project.id,
    resolutionId: input.resolutionId,
    authority: input.verdict === "approve" ? authority : "secretariat",
  });
  if (!claimed.ok) return claimed;
  if (claimed.value === null) {
    if (isAuthor(scope, project)) return refuse("own-project");
    if (question.proposedById === scope.actor.userId) return refuse("second-person-needed");
  }
  await answerQuestion(tx, scope, weighed, input, claimed.value?.id ?? null);
  return question.subject === "register"
    ? answerRegistration(tx, scope, project, input)
    : answerTermination(tx, scope, project, input);
}

/** 立项: the project gets its number. A refusal after the counter rolls the counter back with everything else. */
async function answerRegistration(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  input: Decide,
): Promise<Result<Moved, Refused>> {
  if (input.verdict === "reject") {
    await note(tx, scope, project.id, { kind: "rejected", text: input.reason });
    await cancelCommitments(tx, scope, project.id);
    return moveTo(tx, scope, project, {
      move: "refuse",
      to: moves.refuse.to,
      reason: input.reason,
      details: { reason: input.reason ?? null },
    });
  }
  const year = Number(scope.today.slice(0, 4));
  const number = await takeNumber(tx, { allianceId: scope.alliance.id, name: "project", year });
  await keepPlan(tx, scope, project.id);
  await note(tx, scope, project.id, { kind: "registered" });
  return moveTo(tx, scope, project, {
    move: "register",
    to: moves.register.to,
    data: { codeYear: year, codeNumber: number, registeredAt: scope.now },
    details: { year, number, resolutionId: input.resolutionId ?? null },
  });
}

async function answerTermination(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  input: Decide,
): Promise<Result<Moved, Refused>> {
  if (input.verdict === "reject") {
    await note(tx, scope, project.id, { kind: "decision_refused", text: input.reason });
    await scope.audit({
      action: "project.keep",
      subjectType: "project",
      subjectId: project.id,
      details: { reason: input.reason ?? null },
    });
    return accept(await movedNow(tx, scope, project.id));
  }
  if (!moves.terminate.from.includes(project.state)) return refuse("project-wrong-state");
  await note(tx, scope, project.id, { kind: "terminated", text: input.reason });
  return moveTo(tx, scope, project, {
    move: "terminate",
    to: moves.terminate.to,
    reason: input.reason,
    details: { reason: input.reason ?? null, resolutionId: input.resolutionId ?? null },
  });
}
