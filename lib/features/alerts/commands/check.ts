import type { z } from "zod";
import { reachOf } from "@/lib/features/access/policy";
import { dateOf } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import { isRetryable, isUnavailable } from "@/lib/platform/db/errors";
import type { Tx } from "@/lib/platform/db/transaction";
import { enqueueMails, type Mail } from "@/lib/platform/mail/enqueue";
import { type Due, dueAlerts } from "../queries/due";
import { type Seen, see } from "../queries/read";
import { isMet, stepOf } from "../rules";
import type { Checked, checkOutput } from "../schema";
import type { AlertResult } from "../types";
import { plainMail, raisedMail, sentenceOf } from "./mail";

type Look = { due: Due; seen: Seen | { state: "failed" } };

/** What its person may see now. A look that fails is taken back alone, so that it holds no other one back. */
async function look(tx: Tx, scope: TenantScope, due: Due): Promise<Look> {
  const { roles } = due.actor;
  const reach = reachOf("alert.set", roles, scope.alliance.id);
  if (due.disabled || !reach) return { due, seen: { state: "not_allowed" } };
  await tx.$executeRaw`SAVEPOINT looking`;
  try {
    const seen = await see(tx, { ...scope, actor: due.actor, reach }, due);
    await tx.$executeRaw`RELEASE SAVEPOINT looking`;
    return { due, seen };
  } catch (error) {
    if (isRetryable(error) || isUnavailable(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT looking`;
    return { due, seen: { state: "failed" } };
  }
}

/** A number that the filters do not divide any more is no number. */
function resultOf({ due, seen }: Look): AlertResult {
  if (seen.state === "value") return isMet(due, seen.value) ? "raised" : "quiet";
  if (seen.state === "hidden" || seen.state === "failed") return seen.state;
  return "no_value";
}

async function raise(tx: Tx, scope: TenantScope, { due, seen }: Look): Promise<Mail[]> {
  if (seen.state !== "value") return [];
  const { id } = await tx.alertRaising.create({
    data: {
      allianceId: scope.alliance.id,
      alertId: due.id,
      raisedAt: scope.now,
      value: seen.value,
      sentenceZh: sentenceOf(scope, due, seen, "zh-CN"),
      sentenceEn: sentenceOf(scope, due, seen, "en"),
      path: seen.path,
    },
    select: { id: true },
  });
  const sentence = sentenceOf(scope, due, seen, due.locale);
  return [raisedMail(scope, due, { id, path: seen.path, sentence })];
}

/** The right to look is gone: it ends, what it raised is closed by that, and whoever can still read is told once. */
async function endOf(tx: Tx, scope: TenantScope, due: Due): Promise<Mail[]> {
  await tx.alert.updateMany({
    where: { allianceId: scope.alliance.id, id: due.id, endedAt: null },
    data: { endedAt: scope.now, endedHow: "rights" },
  });
  return due.disabled ? [] : [plainMail(scope, due, "ended")];
}

async function settle(tx: Tx, scope: TenantScope, one: Look, sum: Checked): Promise<Mail[]> {
  const { due, seen } = one;
  const at = { allianceId: scope.alliance.id };
  sum.checked += 1;
  if (seen.state === "not_allowed") {
    sum.ended += 1;
    return endOf(tx, scope, due);
  }
  const result = resultOf(one);
  const step = stepOf(result, due.stands);
  await tx.alert.updateMany({
    where: { ...at, id: due.id },
    data: { checkedOn: dateOf(scope.today), result },
  });
  if (step === "close") {
    sum.closed += 1;
    await tx.alertRaising.updateMany({
      where: { ...at, alertId: due.id, closedAt: null },
      data: { closedAt: scope.now, closedHow: "over" },
    });
  }
  if (step === "raise") {
    sum.raised += 1;
    return raise(tx, scope, one);
  }
  if (result !== "failed") return [];
  sum.failed += 1;
  // Told once, and not every day that it goes on.
  return due.before === "failed" ? [] : [plainMail(scope, due, "failed")];
}

/**
 * Looks at what was not looked at today, one after the other, each with the rights of its person now. What is raised and
 * its mail are of one transaction: a round that is killed has done nothing, and the next one does it.
 */
export async function checkAlerts(
  tx: Tx,
  scope: TenantScope,
): Promise<Result<z.input<typeof checkOutput>, never>> {
  const sum: Checked = { checked: 0, raised: 0, closed: 0, ended: 0, failed: 0 };
  const mails: Mail[] = [];
  for (const due of await dueAlerts(tx, scope)) {
    mails.push(...(await settle(tx, scope, await look(tx, scope, due), sum)));
  }
  await enqueueMails(tx, mails);
  if (sum.checked > 0) {
    await scope.audit({
      action: "alert.check",
      subjectType: "alliance",
      subjectId: scope.alliance.id,
      details: { ...sum },
    });
  }
  return accept(sum);
}
