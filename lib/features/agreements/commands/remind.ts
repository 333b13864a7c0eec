import { mailWords, officialDay } from "@/lib/i18n/mail";
import { addDays } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails, type Mail } from "@/lib/platform/mail/enqueue";
import { mailKeptDays } from "@/lib/platform/mail/limits";
import { EXPIRY_DAYS, type ExpiryReminder, expiryKey } from "../rules/states";

type Due = { id: string; title: string; validTo: string; email: string; locale: string };

/**
 * In force, not renewing itself, nothing to follow as yet; to every secretary of the alliance. One that expired so long ago
 * that the outbox has forgotten its letter is not written about again.
 */
const dueAgreements = (tx: Tx, scope: TenantScope) => tx.$queryRaw<Due[]>`
  SELECT DISTINCT g.id, g.title, g.valid_to::text AS "validTo", u.email, u.locale
  FROM agreements g
  JOIN role_grants r ON r.alliance_id = g.alliance_id AND r.role = 'secretariat'
    AND r.valid_from <= ${scope.today}::date AND coalesce(r.valid_to, 'infinity') >= ${scope.today}::date
  JOIN users u ON u.id = r.user_id AND u.disabled_at IS NULL
  WHERE g.alliance_id = ${scope.alliance.id}::uuid AND g.state = 'in_force' AND NOT g.auto_renew
    AND g.valid_to <= ${addDays(scope.today, EXPIRY_DAYS)}::date
    AND g.valid_to > ${addDays(scope.today, -mailKeptDays)}::date
    AND NOT EXISTS (SELECT 1 FROM agreements n WHERE n.renews_id = g.id AND n.state <> 'ended')
  ORDER BY 3, 1, 4`;

function mailOf(scope: TenantScope, one: Due & { kind: ExpiryReminder; key: string }): Mail {
  const values = {
    title: one.title,
    day: officialDay(one.locale, one.validTo),
    alliance: scope.alliance.name,
    link: absoluteAddress(`/a/${scope.alliance.slug}/agreements/${one.id}`),
  };
  return {
    dedupeKey: one.key,
    recipient: one.email,
    subject: mailWords(one.locale, (words) => words.agreements.mail[one.kind].subject, values),
    body: mailWords(one.locale, (words) => words.agreements.mail[one.kind].body, values),
  };
}

/** Tells the secretariat once that an agreement is about to expire, and once that it has. */
export async function remindAgreements(
  tx: Tx,
  scope: TenantScope,
): Promise<Result<{ reminded: number }, never>> {
  const due = (await dueAgreements(tx, scope)).map((one) => {
    const kind: ExpiryReminder = one.validTo < scope.today ? "expired" : "expiring";
    return { ...one, kind, key: expiryKey(kind, one.id, one.validTo, one.email) };
  });
  const reminded = await enqueueMails(
    tx,
    due.map((one) => mailOf(scope, one)),
  );
  if (reminded > 0) {
    await scope.audit({
      action: "agreement.remind",
      subjectType: "alliance",
      subjectId: scope.alliance.id,
      details: { reminded },
    });
  }
  return accept({ reminded });
}
