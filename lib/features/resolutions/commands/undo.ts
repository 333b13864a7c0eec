import { mailWords } from "@/lib/i18n/mail";
import { addDays, dateOf } from "@/lib/kernel/dates";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { effect } from "../schema";

/** Days after which it is looked at what became of the effect. */
const UNDO_DAYS = 14;

const select = {
  year: true,
  number: true,
  title: true,
  body: { select: { name: true } },
  motion: { select: { agendaItem: { select: { effect: true } } } },
} as const;

/** An admission can also follow from a resolution by hand, without an effect of the item. */
const hasAdmitted = async (tx: Tx, scope: TenantScope, resolutionId: string) =>
  (await tx.membershipApplication.count({
    where: {
      allianceId: scope.alliance.id,
      resolutionId,
      state: { in: ["admitted", "public_notice"] },
    },
  })) > 0;

/**
 * A resolution that no longer holds has brought something about: a member was admitted, a seat filled. None of that ends by
 * itself, others may have relied on it. It becomes a task of whoever repealed it, to be undone by its own procedure or
 * confirmed by a new decision.
 */
export async function leaveToUndo(tx: Tx, scope: TenantScope, resolutionId: string): Promise<void> {
  const allianceId = scope.alliance.id;
  const where = { allianceId_id: { allianceId, id: resolutionId } };
  const found = await tx.resolution.findUniqueOrThrow({ where, select });
  const { kind: said } = effect.parse(found.motion.agendaItem.effect);
  const kind = said === "none" && (await hasAdmitted(tx, scope, resolutionId)) ? "admit" : said;
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
