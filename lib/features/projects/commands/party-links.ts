import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { actsAsLead } from "../policy";
import { findLink } from "../queries/by-link";
import { lockProject, partiesOf } from "../queries/facts";
import { canMove } from "../rules/states";
import { answerDays } from "../rules/waiting";
import type {
  answerByLinkSchema,
  inviteAnswer,
  inviteSchema,
  keepPartnerSchema,
} from "../schema/life";
import type { moveSchema } from "../schema/projects";
import { takeAnswer } from "./answer-party";
import { holdProject, type Moved, movedNow, moveTo, note, openFor } from "./move";

const DAY_MS = 86_400_000;

/** An address by which the representative of a party answers once, without an account; an older one stops working. */
export async function inviteParty(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof inviteSchema>,
): Promise<
  Result<z.output<typeof inviteAnswer>, "project-wrong-state" | "party-already-answered">
> {
  const project = await holdProject(tx, scope, input.id);
  if (!actsAsLead(scope, project, "project.update")) return forbidden();
  if (!canMove("answer", project.state)) return refuse("project-wrong-state");
  const parties = await partiesOf(tx, scope.alliance.id, project.id);
  const party = parties.find((one) => one.organizationId === input.organizationId) ?? notFound();
  if (party.state !== "pending") return refuse("party-already-answered");
  const of = { allianceId: scope.alliance.id, partyId: party.id };
  await tx.projectPartyLink.updateMany({
    where: { ...of, usedAt: null, expiresAt: { gt: scope.now } },
    data: { expiresAt: scope.now },
  });
  const token = newSecret();
  const expiresAt = new Date(scope.now.getTime() + answerDays * DAY_MS);
  await tx.projectPartyLink.create({
    data: {
      ...of,
      secretHash: hashSecret(token),
      createdById: scope.actor.userId ?? forbidden(),
      createdAt: scope.now,
      expiresAt,
    },
  });
  await scope.audit({
    action: "project.invite",
    subjectType: "project",
    subjectId: project.id,
    details: { organizationId: input.organizationId },
  });
  return accept({ token, expiresAt });
}

type ByLink = Result<
  { answer: "confirm" | "decline" },
  "project-wrong-state" | "party-already-answered" | "answer-link-used"
>;

/** The answer by the address: the same as by an account, and the address is used up. Two clicks at once are one answer. */
export async function answerByLink(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof answerByLinkSchema>,
): Promise<ByLink> {
  const link = (await findLink(tx, scope, input.token)) ?? notFound();
  const project = (await lockProject(tx, scope.alliance.id, link.projectId)) ?? notFound();
  if (link.usedAt) return refuse("answer-link-used");
  const { count } = await tx.projectPartyLink.updateMany({
    where: { allianceId: scope.alliance.id, id: link.id, usedAt: null },
    data: { usedAt: scope.now, usedBy: input.name },
  });
  if (count === 0) return refuse("answer-link-used");
  const taken = await takeAnswer(tx, scope, project, {
    organizationId: link.organizationId,
    answer: input.answer,
    reason: input.reason,
    by: input.name,
  });
  return taken.ok ? accept({ answer: input.answer }) : taken;
}

/** 14 days without an answer: the lead takes the question back and asks others, or asks again. */
export async function recallProject(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof moveSchema>,
): Promise<Result<Moved, "project-wrong-state" | "answer-days-run">> {
  const opened = await openFor(tx, scope, "recall", input);
  if (!opened.ok) return opened;
  const ends = opened.value.stateSince.getTime() + answerDays * DAY_MS;
  if (scope.now.getTime() <= ends) return refuse("answer-days-run", { days: String(answerDays) });
  await note(tx, scope, input.id, { kind: "returned" });
  return moveTo(tx, scope, opened.value, { move: "recall", to: "draft" });
}

/** A partner has left the alliance; the lead goes on with it all the same, and says so. */
export async function keepPartner(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof keepPartnerSchema>,
): Promise<Result<Moved, "already-done">> {
  const project = await holdProject(tx, scope, input.id);
  if (!actsAsLead(scope, project, "project.update")) return forbidden();
  const { count } = await tx.projectParty.updateMany({
    where: {
      allianceId: scope.alliance.id,
      projectId: project.id,
      organizationId: input.organizationId,
      keptAt: null,
    },
    data: { keptAt: scope.now, keptById: scope.actor.userId },
  });
  if (!project.organizationIds.includes(input.organizationId)) return notFound();
  if (count === 0) return refuse("already-done");
  await note(tx, scope, project.id, {
    kind: "party_kept",
    organizationId: input.organizationId,
  });
  await scope.audit({
    action: "project.keep_partner",
    subjectType: "project",
    subjectId: project.id,
    details: { organizationId: input.organizationId },
  });
  return accept(await movedNow(tx, scope, project.id));
}
