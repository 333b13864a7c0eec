import { mailWords, officialDay } from "@/lib/i18n/mail";
import { addDays } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails, type Mail } from "@/lib/platform/mail/enqueue";
import { syncOpenCycles } from "./cycles";

/** So many days before its day, and once when the day is over. */
const AHEAD_DAYS = 7;

type Due = {
  id: string;
  cycle: string;
  organization: string;
  dueOn: string;
  email: string;
  locale: string;
};

/** Whoever enters for an organization that has not handed in, or was asked to mend. */
const dueReports = (tx: Tx, scope: TenantScope) => tx.$queryRaw<Due[]>`
  SELECT DISTINCT o.id, c.name AS cycle, g.name AS organization, c.due_on::text AS "dueOn", u.email, u.locale
  FROM obligations o
  JOIN reporting_cycles c ON c.alliance_id = o.alliance_id AND c.id = o.cycle_id
  JOIN organizations g ON g.id = o.organization_id
  JOIN role_grants r ON r.alliance_id = o.alliance_id AND r.organization_id = o.organization_id
    AND r.role IN ('reporter', 'school_leader', 'enterprise_contact')
    AND r.valid_from <= ${scope.today}::date AND coalesce(r.valid_to, 'infinity') >= ${scope.today}::date
  JOIN users u ON u.id = r.user_id AND u.disabled_at IS NULL
  WHERE o.alliance_id = ${scope.alliance.id}::uuid AND o.state IN ('open', 'draft', 'returned')
    AND o.exempt_reason IS NULL AND o.ended_on IS NULL AND c.opens_on <= ${scope.today}::date
    AND c.due_on <= ${addDays(scope.today, AHEAD_DAYS)}::date AND c.closes_on >= ${scope.today}::date
  ORDER BY 1, 5`;

function mailOf(scope: TenantScope, one: Due): Mail {
  const kind = one.dueOn < scope.today ? "overdue" : "due";
  const values = {
    cycle: one.cycle,
    organization: one.organization,
    day: officialDay(one.locale, one.dueOn),
    alliance: scope.alliance.name,
    link: absoluteAddress(`/a/${scope.alliance.slug}/reporting/${one.id}`),
  };
  return {
    dedupeKey: `report/${kind}/${one.id}/${one.email}`,
    recipient: one.email,
    subject: mailWords(one.locale, (words) => words.reporting.mail[kind].subject, values),
    body: mailWords(one.locale, (words) => words.reporting.mail[kind].body, values),
  };
}

/** Reminds once ahead of the day and once after it; who came or went in the meantime is seen to first. */
export async function remindReports(
  tx: Tx,
  scope: TenantScope,
): Promise<Result<{ reminded: number }, never>> {
  await syncOpenCycles(tx, scope);
  const due = await dueReports(tx, scope);
  const reminded = await enqueueMails(
    tx,
    due.map((one) => mailOf(scope, one)),
  );
  if (reminded > 0) {
    await scope.audit({
      action: "cycle.remind",
      subjectType: "alliance",
      subjectId: scope.alliance.id,
      details: { reminded },
    });
  }
  return accept({ reminded });
}
