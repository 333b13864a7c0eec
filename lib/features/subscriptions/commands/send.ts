import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { getDashboard } from "@/lib/features/dashboards/queries/get";
import type { Dashboard } from "@/lib/features/dashboards/schema";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { enqueueMails, type Mail } from "@/lib/platform/mail/enqueue";
import { type Due, dueSubscriptions } from "../queries/due";
import { nextOn } from "../rules";
import { type sendOutput, subscribedFilters } from "../schema";
import { endedMail, pageMail } from "./mail";

/** The page as the recipient would see it now; undefined where it is not theirs to read any more. */
async function pageFor(tx: Tx, scope: TenantScope, due: Due): Promise<Dashboard | undefined> {
  const { roles } = due.actor;
  const { id } = scope.alliance;
  const reach = reachOf("fund.read_summary", roles, id);
  if (due.disabled || !reach || !reachOf("subscription.take", roles, id)) return undefined;
  const filters = subscribedFilters.safeParse(due.filters);
  if (!filters.success) return undefined;
  try {
    return await getDashboard(tx, { ...scope, actor: due.actor, reach }, filters.data);
  } catch (error) {
    // The member that it is about has left the alliance, or was merged into another.
    if (error instanceof AppError && error.code === "not-found") return undefined;
    throw error;
  }
}

/**
 * Everything that is due. Each page is read with the rights of its recipient, one after the other: a page costs what it
 * costs on the screen. Whoever lost the right to it gets no number more, and is told once.
 */
export async function sendSubscriptions(
  tx: Tx,
  scope: TenantScope,
): Promise<Result<z.input<typeof sendOutput>, never>> {
  const mails: Mail[] = [];
  const ended: string[] = [];
  const sent: Due[] = [];
  for (const due of await dueSubscriptions(tx, scope)) {
    const board = await pageFor(tx, scope, due);
    if (board) {
      mails.push(pageMail(scope, due, board));
      sent.push(due);
    } else {
      if (!due.disabled) mails.push(endedMail(scope, due));
      ended.push(due.id);
    }
  }
  await enqueueMails(tx, mails);
  const at = { allianceId: scope.alliance.id, endedAt: null };
  for (const [rhythm, dues] of Map.groupBy(sent, (due) => due.rhythm)) {
    await tx.dashboardSubscription.updateMany({
      where: { ...at, id: { in: dues.map(({ id }) => id) } },
      data: { sentOn: dateOf(scope.today), nextOn: dateOf(nextOn(rhythm, scope.today)) },
    });
  }
  if (ended.length > 0) {
    await tx.dashboardSubscription.updateMany({
      where: { ...at, id: { in: ended } },
      data: { endedAt: scope.now, endedHow: "rights" },
    });
  }
  if (sent.length + ended.length > 0) {
    await scope.audit({
      action: "subscription.send",
      subjectType: "alliance",
      subjectId: scope.alliance.id,
      details: { sent: sent.length, ended: ended.length },
    });
  }
  return accept({ sent: sent.length, ended: ended.length });
}
