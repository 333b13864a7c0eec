import { rolesWith } from "@/lib/features/access/policy";
import { mailWords, officialDay } from "@/lib/i18n/mail";
import { addDays } from "@/lib/kernel/dates";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails, type Mail } from "@/lib/platform/mail/enqueue";
import { mailKeptDays } from "@/lib/platform/mail/limits";
import { partnerDays } from "../rules/states";

type Due = {
  what: "project" | "college";
  /** The row of the party: one letter about it for one leaving. */
  partyId: string;
  subjectId: string;
  title: string;
  partner: string;
  leftOn: string;
  userId: string;
  email: string;
  locale: string;
};

/**
 * Parties of projects and industry colleges under way that left the alliance so many days ago and are still parties: not
 * kept by the lead's word, not replaced, and not gone into another unit. To the lead's people and to the secretariat, as
 * long as the outbox would know of the letter: later it would come a second time.
 */
const due = (tx: Tx, scope: TenantScope) => tx.$queryRaw<Due[]>`
  WITH gone AS (
    SELECT m.organization_id, max(coalesce(p.valid_to, 'infinity')) AS left_on
    FROM memberships m JOIN membership_periods p ON p.alliance_id = m.alliance_id AND p.membership_id = m.id
    WHERE m.alliance_id = ${scope.alliance.id}::uuid GROUP BY 1
    HAVING max(coalesce(p.valid_to, 'infinity')) <= ${addDays(scope.today, -partnerDays)}::date
      AND max(coalesce(p.valid_to, 'infinity')) > ${addDays(scope.today, -partnerDays - mailKeptDays)}::date
  ), parties AS (
    SELECT 'project' AS what, y.id AS party_id, x.id, x.title, y.organization_id, x.lead_id, ${rolesWith("project.change")}::text[] AS roles
    FROM project_parties y JOIN projects x ON x.alliance_id = y.alliance_id AND x.id = y.project_id
    WHERE y.alliance_id = ${scope.alliance.id}::uuid AND y.state <> 'declined' AND y.kept_at IS NULL AND x.state IN
      ('partners_confirming', 'check', 'supplement', 'review', 'decision', 'registered', 'running', 'suspended', 'acceptance_requested', 'accepting', 'rework')
    UNION ALL
    SELECT 'college', y.id, x.id, x.name, y.organization_id, x.school_id, ${rolesWith("college.sign")}::text[]
    FROM college_parties y JOIN colleges x ON x.alliance_id = y.alliance_id AND x.id = y.college_id
    WHERE y.alliance_id = ${scope.alliance.id}::uuid AND x.state NOT IN ('proposed', 'feasibility', 'exiting', 'closed')
  )
  SELECT DISTINCT ON (t.party_id, u.id) t.what, t.party_id AS "partyId", t.id AS "subjectId", t.title, o.name AS partner,
    g.left_on::date::text AS "leftOn", u.id AS "userId", u.email, u.locale
  FROM parties t JOIN gone g ON g.organization_id = t.organization_id
  JOIN organizations o ON o.id = t.organization_id AND o.merged_into_id IS NULL
  JOIN role_grants r ON r.alliance_id = ${scope.alliance.id}::uuid AND r.valid_from <= ${scope.today}::date
    AND coalesce(r.valid_to, 'infinity') >= ${scope.today}::date
    AND (r.role = 'secretariat' OR (r.organization_id = t.lead_id AND t.lead_id <> t.organization_id AND r.role::text = ANY (t.roles)))
  JOIN users u ON u.id = r.user_id AND u.disabled_at IS NULL
  ORDER BY t.party_id, u.id`;

function mailOf(scope: TenantScope, one: Due): Mail {
  const folder = one.what === "project" ? "projects" : "colleges";
  const values = {
    title: one.title,
    partner: one.partner,
    day: officialDay(one.locale, one.leftOn),
    alliance: scope.alliance.name,
    link: absoluteAddress(`/a/${scope.alliance.slug}/${folder}/${one.subjectId}`),
  };
  return {
    dedupeKey: `partner-left:${one.partyId}:${one.leftOn}:${one.userId}`,
    recipient: one.email,
    subject: mailWords(one.locale, (words) => words.projects.left[one.what].subject, values),
    body: mailWords(one.locale, (words) => words.projects.left[one.what].body, values),
  };
}

/** Reminds once, 30 days after a partner has left and nobody has said how it goes on. */
export async function remindPartners(
  tx: Tx,
  scope: TenantScope,
): Promise<Result<{ reminded: number }, never>> {
  const reminded = await enqueueMails(
    tx,
    (await due(tx, scope)).map((one) => mailOf(scope, one)),
  );
  if (reminded > 0) {
    await scope.audit({
      action: "project.remind_partners",
      subjectType: "alliance",
      subjectId: scope.alliance.id,
      details: { reminded },
    });
  }
  return accept({ reminded });
}
