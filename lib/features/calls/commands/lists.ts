import type { z } from "zod";
import { checkMembers } from "@/lib/features/projects/commands/guards";
import { type Day, dateOf } from "@/lib/kernel/dates";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { reaches } from "@/lib/platform/corridor/permission";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden, notFound } from "@/lib/platform/errors";
import { postersOf } from "../policy";
import { expiryOf } from "../rules/living";
import type { createItemInput, itemAnswer, itemStepInput, updateItemInput } from "../schema/lists";
import type { ListKind } from "../types";
import { unitOf } from "./hold";
import { insertCall } from "./post";

type Entry = Omit<z.output<typeof createItemInput>, "organizationId">;
type Answer = z.input<typeof itemAnswer>;

/** A field of another kind of list is not kept: a number of people says nothing about a product. */
const columns = (input: Entry) => ({
  title: input.title,
  detail: input.detail,
  stewardName: input.stewardName,
  pain: input.kind === "technology" ? (input.pain ?? null) : null,
  budget: input.kind === "technology" ? (input.budget ?? null) : null,
  occupation: input.kind === "talent" ? (input.occupation ?? null) : null,
  skill: input.kind === "talent" ? (input.skill ?? null) : null,
  headcount: input.kind === "talent" ? (input.headcount ?? null) : null,
  neededOn: input.kind === "product" || !input.neededOn ? null : dateOf(input.neededOn),
});

const confirmed = (today: Day) => ({
  confirmedOn: dateOf(today),
  expiresOn: dateOf(expiryOf(today)),
});

const audited = (scope: TenantScope, action: string, id: string) =>
  scope.audit({ action: `list.${action}`, subjectType: "living-list", subjectId: id, details: {} });

export async function createItem(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof createItemInput>,
): Promise<Result<Answer, "not-a-member">> {
  const { organizationId: named, ...entry } = input;
  const own = [...new Set(scope.reach.organizationIds)];
  if (scope.reach.whole && !named) {
    throw new AppError("malformed", { issues: [{ path: "organizationId", message: "required" }] });
  }
  const organizationId = scope.reach.whole && named ? named : unitOf("organizationId", own, named);
  const members = await checkMembers(tx, scope, [organizationId]);
  if (!members.ok) return members;
  const item = await tx.livingListItem.create({
    data: {
      ...columns(entry),
      ...confirmed(scope.today),
      allianceId: scope.alliance.id,
      kind: entry.kind,
      organizationId,
      createdById: scope.actor.userId,
      createdAt: scope.now,
    },
    select: { id: true, version: true },
  });
  await audited(scope, "create", item.id);
  return accept(item);
}

type Held = { id: string; kind: ListKind; organizationId: string; state: string; version: number };

async function holdItem(
  tx: Tx,
  scope: TenantScope,
  { id, version }: { id: string; version: number },
): Promise<Result<Held, "list-item-ended">> {
  await tx.$executeRaw`
    SELECT id FROM living_list_items WHERE alliance_id = ${scope.alliance.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const where = { allianceId_id: { allianceId: scope.alliance.id, id } };
  const item = (await tx.livingListItem.findUnique({ where })) ?? notFound();
  if (!reaches(scope.reach, item.organizationId)) return forbidden();
  if (item.state !== "active") return refuse("list-item-ended");
  if (item.version !== version) throw new AppError("stale");
  return accept(item);
}

const change = async (
  tx: Tx,
  scope: TenantScope,
  held: Held,
  data: Parameters<Tx["livingListItem"]["updateMany"]>[0]["data"],
): Promise<Answer> => {
  const where = { allianceId: scope.alliance.id, id: held.id, version: held.version };
  const { count } = await tx.livingListItem.updateMany({
    where,
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  return { id: held.id, version: held.version + 1 };
};

/** Whoever edits a line has looked at it: it is confirmed by that. Its list it does not leave. */
export async function updateItem(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof updateItemInput>,
): Promise<Result<Answer, "list-item-ended">> {
  const held = await holdItem(tx, scope, input);
  if (!held.ok) return held;
  const { id: _, version: __, ...entry } = input;
  const data = { ...columns({ ...entry, kind: held.value.kind }), ...confirmed(scope.today) };
  const answer = await change(tx, scope, held.value, data);
  await audited(scope, "update", answer.id);
  return accept(answer);
}

/** Still so: the line lives for another 180 days. */
export async function confirmItem(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof itemStepInput>,
): Promise<Result<Answer, "list-item-ended">> {
  const held = await holdItem(tx, scope, input);
  if (!held.ok) return held;
  const answer = await change(tx, scope, held.value, confirmed(scope.today));
  await audited(scope, "confirm", answer.id);
  return accept(answer);
}

export async function withdrawItem(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof itemStepInput>,
): Promise<Result<Answer, "list-item-ended">> {
  const held = await holdItem(tx, scope, input);
  if (!held.ok) return held;
  const answer = await change(tx, scope, held.value, { state: "withdrawn" });
  await audited(scope, "withdraw", answer.id);
  return accept(answer);
}

/** A technology demand becomes a draft of a call in one press; what is missing is filled in there. */
export async function itemToCall(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof itemStepInput>,
): Promise<
  Result<
    Answer,
    | "list-item-ended"
    | "list-not-technology"
    | "list-lacks-budget"
    | "list-called-already"
    | "not-a-member"
    | "call-needed-too-soon"
  >
> {
  const held = await holdItem(tx, scope, input);
  if (!held.ok) return held;
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: held.value.id } };
  const item = await tx.livingListItem.findUniqueOrThrow({ where });
  if (!postersOf(scope).includes(item.organizationId)) return forbidden();
  if (item.kind !== "technology") return refuse("list-not-technology");
  if (!item.budget || !item.neededOn || !item.pain) return refuse("list-lacks-budget");
  const ended = ["failed", "cancelled"] as const;
  const running = await tx.call.count({
    where: { allianceId: scope.alliance.id, listItemId: item.id, state: { notIn: [...ended] } },
  });
  if (running > 0) return refuse("list-called-already");
  return insertCall(tx, scope, {
    posterId: item.organizationId,
    listItemId: item.id,
    submit: false,
    input: {
      title: item.title,
      problem: item.detail,
      pain: item.pain,
      indicators: [],
      budget: item.budget.toFixed(2),
      moneySource: "",
      neededOn: item.neededOn.toISOString().slice(0, 10),
      ipWish: "negotiable",
      ipNote: undefined,
      secrecy: "open",
      publicTitle: undefined,
    },
  });
}
