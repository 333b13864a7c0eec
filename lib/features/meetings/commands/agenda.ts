import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { effect } from "@/lib/features/resolutions/schema";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { isComing } from "../rules/edges";
import { effectFault, isMotionOfOrder } from "../rules/effects";
import type {
  addItemInput,
  addPaperInput,
  ItemInput,
  itemRef,
  removePaperInput,
  shiftItemInput,
  updateItemInput,
} from "../schema/prepare";
import { checkEffect } from "./effect-links";
import { type HeldMeeting, holdItem, holdMeeting } from "./hold";
import { suggestConflicts } from "./suggest";
import { touchMeeting } from "./touch";

export const itemRefusals = [
  "wrong-state",
  "matter-missing",
  "item-frozen",
  "effect-without-vote",
  "effect-needs-membership",
  "effect-needs-special",
] as const;
type Answer = Promise<Result<{ id: string; version: number }, (typeof itemRefusals)[number]>>;

export const columnsOf = (input: ItemInput) => ({
  title: input.title,
  kind: input.kind,
  matter: input.matter ?? null,
  proposer: input.proposer ?? null,
  explanation: input.explanation ?? null,
  partyPrior: input.partyPrior,
  guarded: input.guarded,
  applicationId:
    (input.effect.kind === "admit" ? input.effect.applicationId : input.applicationId) ?? null,
  projectId: input.projectId ?? null,
  effect: input.effect as Prisma.InputJsonObject,
});

const decides = (kind: string) => kind !== "report" && kind !== "follow_up";

/** What a vote on the item would need to be counted, and to bring about what it shall. */
function faultOf(input: ItemInput): (typeof itemRefusals)[number] | undefined {
  return decides(input.kind) && !input.matter ? "matter-missing" : effectFault(input);
}

/** Applications, projects and whatever else an item names are this alliance's own. */
async function checkLinks(tx: Tx, scope: TenantScope, input: ItemInput): Promise<void> {
  await checkEffect(tx, scope, input.effect);
  const allianceId = scope.alliance.id;
  if (input.applicationId) {
    const where = { allianceId, id: input.applicationId };
    if ((await tx.membershipApplication.count({ where })) === 0) notFound();
  }
  if (input.projectId) {
    if ((await tx.project.count({ where: { allianceId, id: input.projectId } })) === 0) notFound();
  }
}

/** What was on the agenda when people were called may be explained, not exchanged; new items may still come. */
async function changed(tx: Tx, scope: TenantScope, meeting: HeldMeeting) {
  if (meeting.state !== "draft") await suggestConflicts(tx, scope, meeting.id);
  await touchMeeting(tx, scope, meeting.id);
}

export async function addItem(
  tx: Tx,
  scope: TenantScope,
  { meetingId, ...input }: z.output<typeof addItemInput>,
): Answer {
  const meeting = await holdMeeting(tx, scope, meetingId);
  // Unlisted items cannot be voted (domain 3.4): once the meeting is open only motions of order may come.
  if (!isComing(meeting.state) && !(meeting.state === "open" && isMotionOfOrder(input))) {
    return refuse("wrong-state");
  }
  const fault = faultOf(input);
  if (fault) return refuse(fault);
  await checkLinks(tx, scope, input);
  const { id } = await insertItem(tx, scope, meeting, columnsOf(input));
  await changed(tx, scope, meeting);
  return accept({ id, version: 1 });
}

/** At the end of the agenda; also for proposals that are accepted. */
export async function insertItem(
  tx: Tx,
  scope: TenantScope,
  meeting: HeldMeeting,
  columns: Omit<Prisma.AgendaItemUncheckedCreateInput, "allianceId" | "meetingId" | "sortOrder">,
) {
  const allianceId = scope.alliance.id;
  const last = await tx.agendaItem.aggregate({
    where: { allianceId, meetingId: meeting.id },
    _max: { sortOrder: true },
  });
  const created = await tx.agendaItem.create({
    data: {
      ...columns,
      allianceId,
      meetingId: meeting.id,
      sortOrder: (last._max.sortOrder ?? 0) + 1,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "agenda.add_item",
    subjectType: "agenda-item",
    subjectId: created.id,
    details: { meetingId: meeting.id, kind: columns.kind ?? "decide" },
  });
  return created;
}

export async function updateItem(
  tx: Tx,
  scope: TenantScope,
  { itemId, version, ...input }: z.output<typeof updateItemInput>,
): Answer {
  const { item, meeting } = await holdItem(tx, scope, itemId);
  if (!isComing(meeting.state) || item.state !== "planned") return refuse("wrong-state");
  const fault = faultOf(input);
  if (fault) return refuse(fault);
  const noticed = meeting.state !== "draft" && meeting.state !== "postponed";
  const exchanged =
    input.kind !== item.kind ||
    (input.matter ?? null) !== item.matter ||
    !isDeepStrictEqual(input.effect, effect.parse(item.effect));
  if (noticed && exchanged) return refuse("item-frozen");
  await checkLinks(tx, scope, input);
  const { count } = await tx.agendaItem.updateMany({
    where: { id: itemId, allianceId: scope.alliance.id, version, state: "planned" },
    data: { ...columnsOf(input), version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await changed(tx, scope, meeting);
  await scope.audit({
    action: "agenda.update_item",
    subjectType: "agenda-item",
    subjectId: itemId,
    details: { meetingId: meeting.id },
  });
  return accept({ id: itemId, version: version + 1 });
}

/** One place up or down; at the end of the list nothing happens. */
export async function shiftItem(
  tx: Tx,
  scope: TenantScope,
  { itemId, version, direction }: z.output<typeof shiftItemInput>,
): Answer {
  const { item, meeting } = await holdItem(tx, scope, itemId);
  if (!isComing(meeting.state)) return refuse("wrong-state");
  if (item.version !== version) throw new AppError("stale");
  const where = { allianceId: scope.alliance.id, meetingId: meeting.id };
  const order = item.sortOrder;
  const neighbour = await tx.agendaItem.findFirst({
    where: { ...where, sortOrder: direction === "up" ? { lt: order } : { gt: order } },
    orderBy: { sortOrder: direction === "up" ? "desc" : "asc" },
    select: { id: true, sortOrder: true },
  });
  if (neighbour) {
    // Two rows never hold one place, not even for a moment: the first steps aside.
    await tx.agendaItem.update({ where: { id: item.id }, data: { sortOrder: -order } });
    await tx.agendaItem.update({ where: { id: neighbour.id }, data: { sortOrder: order } });
    await tx.agendaItem.update({
      where: { id: item.id },
      data: { sortOrder: neighbour.sortOrder, version: { increment: 1 } },
    });
    await touchMeeting(tx, scope, meeting.id);
  }
  await scope.audit({
    action: "agenda.update_item",
    subjectType: "agenda-item",
    subjectId: itemId,
    details: { meetingId: meeting.id, direction },
  });
  return accept({ id: itemId, version: neighbour ? version + 1 : version });
}

/** Gone without a trace while it is a draft; afterwards an item is withdrawn. */
export async function removeItem(
  tx: Tx,
  scope: TenantScope,
  { itemId, version }: z.output<typeof itemRef>,
): Answer {
  const { item, meeting } = await holdItem(tx, scope, itemId);
  if (meeting.state !== "draft") return refuse("wrong-state");
  if (item.version !== version) throw new AppError("stale");
  const where = { allianceId: scope.alliance.id, itemId };
  await tx.itemPaper.deleteMany({ where });
  await tx.agendaProposal.updateMany({
    where,
    data: { itemId: null, meetingId: null, state: "proposed", version: { increment: 1 } },
  });
  await tx.agendaItem.delete({ where: { id: itemId } });
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "agenda.remove_item",
    subjectType: "agenda-item",
    subjectId: itemId,
    details: { meetingId: meeting.id },
  });
  return accept({ id: itemId, version });
}

export const paperRefusals = ["wrong-state", "paper-missing", "paper-there"] as const;
type PaperAnswer = Promise<Result<{ id: string }, (typeof paperRefusals)[number]>>;

export async function addPaper(
  tx: Tx,
  scope: TenantScope,
  { itemId, fileId, title }: z.output<typeof addPaperInput>,
): PaperAnswer {
  const { meeting } = await holdItem(tx, scope, itemId);
  if (meeting.state === "closed" || meeting.state === "archived" || meeting.state === "cancelled") {
    return refuse("wrong-state");
  }
  const allianceId = scope.alliance.id;
  const file = await tx.storedFile.findUnique({
    where: { allianceId_id: { allianceId, id: fileId } },
    select: { name: true },
  });
  if (!file) return refuse("paper-missing");
  const there = await tx.itemPaper.count({ where: { allianceId, itemId, fileId } });
  if (there > 0) return refuse("paper-there");
  const { id } = await tx.itemPaper.create({
    data: { allianceId, itemId, fileId, title: title ?? file.name, addedAt: scope.now },
    select: { id: true },
  });
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "agenda.add_paper",
    subjectType: "agenda-item",
    subjectId: itemId,
    details: { meetingId: meeting.id, fileId },
  });
  return accept({ id });
}

export async function removePaper(
  tx: Tx,
  scope: TenantScope,
  { paperId }: z.output<typeof removePaperInput>,
): PaperAnswer {
  const where = { allianceId_id: { allianceId: scope.alliance.id, id: paperId } };
  const paper =
    (await tx.itemPaper.findUnique({ where, select: { itemId: true, fileId: true } })) ??
    notFound();
  const { meeting } = await holdItem(tx, scope, paper.itemId);
  if (!isComing(meeting.state)) return refuse("wrong-state");
  await tx.itemPaper.delete({ where });
  await touchMeeting(tx, scope, meeting.id);
  await scope.audit({
    action: "agenda.remove_paper",
    subjectType: "agenda-item",
    subjectId: paper.itemId,
    details: { meetingId: meeting.id, fileId: paper.fileId },
  });
  return accept({ id: paperId });
}
