import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { mayMove, sees } from "../policy";
import { type LockedProject, lockProject, partiesOf } from "../queries/facts";
import { afterAnswer, canMove } from "../rules/states";
import type { answerPartySchema } from "../schema/projects";
import { type Moved, movedNow, moveTo, note } from "./move";

type Input = z.output<typeof answerPartySchema>;

const stateOf = { confirm: "confirmed", decline: "declined" } as const;

/**
 * A party confirms that it takes part, or declines with a reason. The project is locked first: of two last answers at
 * once, the second sees the first and moves the project on. The same answer again changes nothing.
 */
export async function answerParty(tx: Tx, scope: TenantScope, input: Input) {
  const project = (await lockProject(tx, scope.alliance.id, input.id)) ?? notFound();
  if (!sees(scope, project)) return notFound();
  if (!project.organizationIds.includes(input.organizationId)) return notFound();
  if (mayMove(scope, project, "answer", input.organizationId).reason === "person") {
    return forbidden();
  }
  return takeAnswer(tx, scope, project, input);
}

type Answer = Pick<Input, "organizationId" | "answer"> & {
  reason?: string | undefined;
  /** Who answered by a link. */
  by?: string;
};

/** Writes the answer of a party that may give it, by account or by link. */
export async function takeAnswer(
  tx: Tx,
  scope: TenantScope,
  project: LockedProject,
  input: Answer,
): Promise<Result<Moved, "project-wrong-state" | "party-already-answered">> {
  const parties = await partiesOf(tx, scope.alliance.id, project.id);
  const party = parties.find((one) => one.organizationId === input.organizationId) ?? notFound();
  const answer = stateOf[input.answer];
  if (party.state === answer) return accept(await movedNow(tx, scope, project.id));
  if (!canMove("answer", project.state)) return refuse("project-wrong-state");
  if (party.state !== "pending") return refuse("party-already-answered");
  const reason = input.answer === "decline" ? input.reason : undefined;
  await tx.projectParty.updateMany({
    where: { allianceId: scope.alliance.id, id: party.id, state: "pending" },
    data: {
      state: answer,
      answeredById: scope.actor.userId,
      answeredAt: scope.now,
      reason: reason ?? null,
    },
  });
  await note(tx, scope, project.id, {
    kind: answer,
    organizationId: input.organizationId,
    text: reason ?? input.by,
  });
  const to = afterAnswer(parties.map((one) => (one.id === party.id ? answer : one.state)));
  if (to === "check") await note(tx, scope, project.id, { kind: "completed" });
  return moveTo(tx, scope, project, {
    move: "answer",
    to,
    reason,
    details: {
      organizationId: input.organizationId,
      answer,
      ...(input.by && { byLink: input.by }),
    },
  });
}
