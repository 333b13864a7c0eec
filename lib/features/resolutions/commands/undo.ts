import { mailWords } from "@/lib/i18n/mail";
import { addDays, dateOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { effect } from "../schema";
import type { Adopted, EffectKind } from "../types";

/** Days after which it is looked at what became of the effect. */
const UNDO_DAYS = 14;

const select = {
  year: true,
  number: true,
  title: true,
  body: { select: { name: true } },
  motion: { select: { agendaItemId: true } },
} as const;

/** What the resolutions on an item brought about. An admission can also follow by hand, without an effect of the item. */
async function broughtAbout(tx: Tx, scope: TenantScope, itemId: string): Promise<EffectKind> {
  const allianceId = scope.alliance.id;
  const item = await tx.agendaItem.findUniqueOrThrow({
    where: { allianceId_id: { allianceId, id: itemId } },
    select: { effect: true },
  });
  const { kind } = effect.parse(item.effect);
  if (kind !== "none") return kind;
  const admitted = await tx.membershipApplication.count({
    where: {
      allianceId,
      resolution: { motion: { agendaItemId: itemId } },
      state: { in: ["admitted", "public_notice"] },
    },
  });
  return admitted > 0 ? "admit" : "none";
}

/**
 * A resolution that no longer holds has brought something about: a member was admitted, a seat filled. None of that ends by
 * itself, others may have relied on it. It becomes a task of whoever repealed it, to be undone by its own procedure or
 * confirmed by a new decision.
 */
export async function leaveToUndo(tx: Tx, scope: TenantScope, resolutionId: string): Promise<void> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id: resolutionId } };
  const found = await tx.resolution.findUniqueOrThrow({ where, select });
  const kind = await broughtAbout(tx, scope, found.motion.agendaItemId);
  const { personId, userId } = scope.actor;
  if (kind === "none" || !personId) return;
  const what = mailWords("zh-CN", (words) => words.meetings.effect.choose[kind]);
  const code = mailWords("zh-CN", (words) => words.resolutions.code, {
    body: found.body.name,
    year: found.year,
    number: found.number,
  });
  const dueOn = addDays(scope.today, UNDO_DAYS);
  const { id } = await tx.task.create({
    data: {
      allianceId,
      resolutionId,
      undoes: true,
      title: mailWords("zh-CN", (words) => words.resolutions.undo.task, { code, what }).slice(
        0,
        200,
      ),
      detail: mailWords("zh-CN", (words) => words.resolutions.undo.detail, {
        title: found.title,
        what,
      }),
      personId,
      dueOn: dateOf(dueOn),
      stateSince: scope.now,
      createdById: userId,
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await tx.taskEvent.create({
    data: { allianceId, taskId: id, state: "open", authorId: userId, at: scope.now },
  });
  await scope.audit({
    action: "task.create",
    subjectType: "task",
    subjectId: id,
    details: { resolutionId, personId, undoes: kind, dueOn },
  });
}

/**
 * What an earlier resolution on this item brought about, and whether it stands because nobody has undone it since. A new
 * decision on the item then confirms it or leaves it to be undone; it is not brought about a second time.
 */
export async function formerEffect(
  tx: Tx,
  scope: TenantScope,
  itemId: string,
): Promise<{ kind: EffectKind; stands: boolean }> {
  const former = await tx.resolution.findFirst({
    where: { allianceId: scope.alliance.id, motion: { agendaItemId: itemId } },
    orderBy: [{ year: "desc" }, { number: "desc" }],
    select: { tasks: { where: { undoes: true, state: "accepted" }, select: { id: true } } },
  });
  const kind = former ? await broughtAbout(tx, scope, itemId) : "none";
  return { kind, stands: kind !== "none" && former?.tasks.length === 0 };
}

/** A new resolution on the item confirms what stands: nothing is left to undo. */
export async function confirmEffect(
  tx: Tx,
  scope: TenantScope,
  resolution: Adopted,
): Promise<void> {
  const allianceId = scope.alliance.id;
  const { itemId, id, year, number } = resolution;
  const open = await tx.task.updateManyAndReturn({
    where: {
      allianceId,
      undoes: true,
      state: { notIn: ["accepted", "dropped"] },
      resolution: { motion: { agendaItemId: itemId } },
    },
    data: { state: "dropped", stateSince: scope.now, version: { increment: 1 } },
    select: { id: true },
  });
  if (open.length === 0) return;
  const { name: body } = await tx.governanceBody.findUniqueOrThrow({
    where: { allianceId_id: { allianceId, id: resolution.bodyId } },
    select: { name: true },
  });
  const code = mailWords("zh-CN", (words) => words.resolutions.code, { body, year, number });
  const text = mailWords("zh-CN", (words) => words.resolutions.undo.confirmed, { code });
  await tx.taskEvent.createMany({
    data: open.map(({ id: taskId }) => ({
      allianceId,
      taskId,
      state: "dropped" as const,
      text,
      authorId: scope.actor.userId,
      at: scope.now,
    })),
  });
  for (const { id: taskId } of open) {
    await scope.audit({
      action: "task.drop",
      subjectType: "task",
      subjectId: taskId,
      details: { to: "dropped", confirmedBy: id },
    });
  }
}
