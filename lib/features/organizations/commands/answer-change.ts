import type { z } from "zod";
import { dayOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { registersOf } from "../queries/registers";
import {
  type acceptChangeInput,
  changedFields,
  type changeMoved,
  type refuseChangeInput,
  type withdrawChangeInput,
} from "../schema/changes";
import type { ChangeState } from "../types";
import { applyChange } from "./apply-change";
import { noteEverywhere } from "./everywhere";

export const answerChangeRefusals = ["change-closed", "change-answered", "duplicate-code"] as const;
type Moved<R extends string> = Result<z.output<typeof changeMoved>, R>;

/** The change, locked: two answers at once are given one after the other. */
async function holdChange(tx: Tx, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM organization_changes WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) return notFound();
  const found = await tx.organizationChange.findUniqueOrThrow({
    where: { id },
    include: { answers: { orderBy: { allianceId: "asc" } } },
  });
  return {
    ...found,
    fields: changedFields.parse(found.fields),
    renamedOn: found.renamedOn && dayOf(found.renamedOn),
  };
}
type Held = Awaited<ReturnType<typeof holdChange>>;

/** The change and the place for this alliance's answer; where it was not asked, it knows of nothing. */
async function holdAnswer(
  tx: Tx,
  scope: TenantScope,
  id: string,
): Promise<Result<Held, "change-closed" | "change-answered">> {
  const held = await holdChange(tx, id);
  const own = held.answers.find(({ allianceId }) => allianceId === scope.alliance.id);
  if (!own) return notFound();
  if (held.state !== "proposed") return refuse("change-closed");
  return own.answer === "waiting" ? accept(held) : refuse("change-answered");
}

const answer = (
  tx: Tx,
  scope: TenantScope,
  changeId: string,
  given: { answer: "accepted" | "refused"; reason?: string },
) =>
  tx.organizationChangeAnswer.update({
    where: { changeId_allianceId: { changeId, allianceId: scope.alliance.id } },
    data: { ...given, answeredById: scope.actor.userId, answeredAt: scope.now },
  });

const close = (tx: Tx, scope: TenantScope, id: string, state: ChangeState) =>
  tx.organizationChange.update({ where: { id }, data: { state, closedAt: scope.now } });

const note = (
  tx: Tx,
  scope: TenantScope,
  held: Held,
  action: string,
  details: Record<string, string> = {},
) =>
  noteEverywhere(
    tx,
    scope,
    held.answers.map(({ allianceId }) => allianceId),
    {
      action,
      subjectType: "organization",
      subjectId: held.organizationId,
      details: { change: held.id, ...details },
    },
  );

/** The last one that agrees sets the change in force, once; where the profile has moved meanwhile, it lapses. */
export async function acceptChange(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof acceptChangeInput>,
): Promise<Moved<(typeof answerChangeRefusals)[number]>> {
  const result = await holdAnswer(tx, scope, input.changeId);
  if (!result.ok) return result;
  const held = result.value;
  await answer(tx, scope, held.id, { answer: "accepted" });
  await scope.audit({
    action: "organization.accept_change",
    subjectType: "organization",
    subjectId: held.organizationId,
    details: { change: held.id },
  });
  // An alliance that it has left meanwhile is not waited for.
  // One of which it has become a member since is: the database asks it with the membership.
  const registers = await registersOf(tx, held.organizationId, scope.today);
  const agreed = held.answers
    .filter((one) => one.answer === "accepted" || one.allianceId === scope.alliance.id)
    .map(({ allianceId }) => allianceId);
  const unasked = registers.filter((id) => !held.answers.some((one) => one.allianceId === id));
  await tx.organizationChangeAnswer.createMany({
    data: unasked.map((allianceId) => ({ changeId: held.id, allianceId })),
    skipDuplicates: true,
  });
  const waits = registers.some((id) => !agreed.includes(id));
  if (waits) return accept({ id: held.id, state: "proposed" });
  const applied = await applyChange(tx, scope, held);
  if (!applied.ok) return applied;
  await close(tx, scope, held.id, applied.value);
  return accept({ id: held.id, state: applied.value });
}

/** One refusal is enough: the profile stays, and the proposer reads why. */
export async function refuseChange(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof refuseChangeInput>,
): Promise<Moved<"change-closed" | "change-answered">> {
  const result = await holdAnswer(tx, scope, input.changeId);
  if (!result.ok) return result;
  await answer(tx, scope, input.changeId, { answer: "refused", reason: input.reason });
  await close(tx, scope, input.changeId, "refused");
  await note(tx, scope, result.value, "organization.refuse_change", { reason: input.reason });
  return accept({ id: input.changeId, state: "refused" });
}

/** Taken back where it was proposed, as long as nothing came of it. */
export async function withdrawChange(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawChangeInput>,
): Promise<Moved<"change-closed">> {
  const held = await holdChange(tx, input.changeId);
  const own = held.allianceId === scope.alliance.id && reaches(scope.reach, held.organizationId);
  if (!own) return notFound();
  if (held.state !== "proposed") return refuse("change-closed");
  await close(tx, scope, held.id, "withdrawn");
  await note(tx, scope, held, "organization.withdraw_change");
  return accept({ id: held.id, state: "withdrawn" });
}
