import type { z } from "zod";
import { checkMembers } from "@/lib/features/projects/commands/guards";
import { dateOf } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import { moverIs, postersOf } from "../policy";
import type { createCallInput, Moved, updateCallInput } from "../schema/needs";
import { holdCall, note, unitOf } from "./hold";
import { oddAmount, type sizeRefusals, usualBudget } from "./plausible";

type Input = z.output<typeof createCallInput>;
type Need = Omit<Input, "posterId" | "submit" | "amountIsRight">;

const columns = (input: Need) => ({
  title: input.title,
  publicTitle: input.secrecy === "restricted" ? (input.publicTitle ?? null) : null,
  secrecy: input.secrecy,
  problem: input.problem,
  pain: input.pain,
  ipWish: input.ipWish,
  ipNote: input.ipNote ?? null,
  budget: input.budget,
  moneySource: input.moneySource,
  neededOn: dateOf(input.neededOn),
});

const writeIndicators = (tx: Tx, scope: TenantScope, callId: string, input: Need) =>
  tx.callIndicator.createMany({
    data: input.indicators.map((one, index) => ({
      ...one,
      allianceId: scope.alliance.id,
      callId,
      sortOrder: index + 1,
    })),
  });

export type PostRefusal = "not-a-member" | "call-needed-too-soon";
type SizeRefusal = (typeof sizeRefusals)[number];

const oddBudget = async (tx: Tx, scope: TenantScope, input: Need & { amountIsRight: boolean }) =>
  oddAmount({ ...input, amount: input.budget }, await usualBudget(tx, scope), "budget");

/** A problem of an enterprise, sent to the office at once or kept as a draft. */
export async function insertCall(
  tx: Tx,
  scope: TenantScope,
  given: { posterId: string; input: Need; submit: boolean; listItemId?: string },
): Promise<Result<Moved, PostRefusal>> {
  const { posterId, input, submit } = given;
  if (input.neededOn <= scope.today) return refuse("call-needed-too-soon");
  const members = await checkMembers(tx, scope, [posterId]);
  if (!members.ok) return members;
  const id = newId(scope.now);
  const state = submit ? ("triage" as const) : ("draft" as const);
  await tx.call.create({
    data: {
      ...columns(input),
      id,
      allianceId: scope.alliance.id,
      posterId,
      listItemId: given.listItemId ?? null,
      state,
      stateSince: scope.now,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
  });
  await writeIndicators(tx, scope, id, input);
  await note(tx, scope, id, submit ? "submit" : "created");
  await scope.audit({
    action: "call.create",
    subjectType: "call",
    subjectId: id,
    details: { posterId, state, listItemId: given.listItemId ?? null },
  });
  return accept({ id, state, version: 1 });
}

export async function createCall(
  tx: Tx,
  scope: TenantScope,
  input: Input,
): Promise<Result<Moved, PostRefusal | SizeRefusal>> {
  const posterId = unitOf("posterId", postersOf(scope), input.posterId);
  const odd = await oddBudget(tx, scope, input);
  if (odd) return odd;
  return insertCall(tx, scope, { posterId, input, submit: input.submit });
}

/** Only a draft is written in: what was sent has been read. */
export async function updateCall(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateCallInput>,
): Promise<Result<Moved, "call-wrong-state" | "call-needed-too-soon" | SizeRefusal>> {
  const call = await holdCall(tx, scope, input.id);
  if (!moverIs(scope, call, "submit")) return forbidden();
  if (call.state !== "draft") return refuse("call-wrong-state");
  if (input.neededOn <= scope.today) return refuse("call-needed-too-soon");
  const odd = await oddBudget(tx, scope, input);
  if (odd) return odd;
  const where = { allianceId: scope.alliance.id, id: call.id, version: input.version };
  const { count } = await tx.call.updateMany({
    where,
    data: { ...columns(input), version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await tx.callIndicator.deleteMany({ where: { allianceId: scope.alliance.id, callId: call.id } });
  await writeIndicators(tx, scope, call.id, input);
  await note(tx, scope, call.id, "updated");
  await scope.audit({
    action: "call.update",
    subjectType: "call",
    subjectId: call.id,
    details: { version: input.version + 1 },
  });
  return accept({ id: call.id, state: "draft" as const, version: input.version + 1 });
}
