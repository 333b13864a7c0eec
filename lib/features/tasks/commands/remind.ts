import { mailWords, officialDay } from "@/lib/i18n/mail";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails, type Mail } from "@/lib/platform/mail/enqueue";
import { type Reminder, remindedUntil, reminderKey, reminderOn } from "../rules";
import type { TaskState } from "../types";

type Due = {
  id: string;
  title: string;
  state: TaskState;
  dueOn: string;
  email: string;
  locale: string;
};

/** Tasks in hand whose day is near or past, and where their owners get mail. */
const dueTasks = (tx: Tx, scope: TenantScope) => tx.$queryRaw<Due[]>`
  SELECT t.id, t.title, t.state::text AS state, t.due_on::text AS "dueOn", u.email, u.locale
  FROM tasks t JOIN users u ON u.person_id = t.person_id AND u.disabled_at IS NULL
  WHERE t.alliance_id = ${scope.alliance.id}::uuid AND t.state IN ('open', 'running')
    AND t.due_on <= ${remindedUntil(scope.today)}::date
  ORDER BY t.due_on, t.id`;

function mailOf(scope: TenantScope, task: Due & { kind: Reminder; key: string }): Mail {
  const values = {
    title: task.title,
    due: officialDay(task.locale, task.dueOn),
    alliance: scope.alliance.name,
    link: absoluteAddress(`/a/${scope.alliance.slug}/tasks/${task.id}`),
  };
  return {
    dedupeKey: task.key,
    recipient: task.email,
    subject: mailWords(task.locale, (words) => words.tasks.mail[task.kind].subject, values),
    body: mailWords(task.locale, (words) => words.tasks.mail[task.kind].body, values),
  };
}

/**
 * Reminds the owners by mail: once when the day is three days off, then each day that a task is overdue. Safe to call
 * as often as one likes: the outbox knows each mail by its key.
 */
export async function remindOwners(
  tx: Tx,
  scope: TenantScope,
): Promise<Result<{ reminded: number }, never>> {
  const due = (await dueTasks(tx, scope)).flatMap((task) => {
    const kind = reminderOn(task.state, task.dueOn, scope.today);
    return kind
      ? [{ ...task, kind, key: reminderKey(kind, task.id, task.dueOn, scope.today) }]
      : [];
  });
  const reminded = await enqueueMails(
    tx,
    due.map((task) => mailOf(scope, task)),
  );
  // The hourly round that finds nothing to say leaves no trace.
  if (reminded > 0) {
    await scope.audit({
      action: "task.remind",
      subjectType: "alliance",
      subjectId: scope.alliance.id,
      details: { reminded },
    });
  }
  return accept({ reminded });
}
