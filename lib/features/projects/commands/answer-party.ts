import type { z } from "zod";
import { accept, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden, notFound } from "@/lib/platform/errors";
import { mayMove, sees } from "../policy";
import { lockProject, partiesOf } from "../queries/facts";
import { afterAnswer, canMove } from "../rules/states";
import type { answerPartySchema } from "../schema";
import { movedNow, moveTo, note } from "./move";

type Input = z.output<typeof answerPartySchema>;

const stateOf = { confirm: "confirmed", decline: "declined" } as const;

/**
 * A party confirms that it takes part, or declines with a reason. The project is locked first: of two last answers at
 * once, the second sees the first and moves the project on. The same answer again changes nothing.
 */
export async function answerParty(tx: Tx, scope: TenantScope, input: Input) {
  const project = (await lockProject(tx, scope.alliance.id, input.id)) ?? notFound();
  if (!sees(scope, project)) return notFound();
  const parties = await partiesOf(tx, scope.alliance.id, project.id);
  const party = parties.find((one) => one.organizationId === input.organizationId) ?? notFound();
  if (mayMove(scope, project, "answer", input.organizationId).reason === "person") {
    return forbidden();
  }
  const answer = stateOf[input.answer];
  if (party.state === answer) return accept(await movedNow(tx, scope, project.id));
  if (!canMove("answer", project.state)) return refuse("project-wrong-state");
  if (party.state !== "pending") return refuse("party-already-answered");
  await tx.projectParty.updateMany({
    where: { allianceId: scope.alliance.id, id: party.id, state: "pending" },
    data: {
      state: answer,
      answeredById: scope.actor.userId,
      answeredAt: scope.now,
      reason: input.answer === "decline" ? (input.reason ?? null) : null,
    },
  });
  await note(tx, scope, project.id, {
    kind: answer,
    organizationId: input.organizationId,
    text: input.answer === "decline" ? input.reason : undefined,
  });
  const to = afterAnswer(parties.map((one) => (one.id === party.id ? answer : one.state)));
  if (to === "check") await note(tx, scope, project.id, { kind: "completed" });
  return moveTo(tx, scope, project, {
    move: "answer",
    to,
    reason: input.answer === "decline" ? input.reason : undefined,
    details: { organizationId: input.organizationId, answer },
  });
}
