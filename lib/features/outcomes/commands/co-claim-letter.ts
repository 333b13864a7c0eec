import { rolesWith } from "@/lib/features/access/policy";
import { mailWords, officialDay } from "@/lib/i18n/mail";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails } from "@/lib/platform/mail/enqueue";
import { shareText } from "../rules/shares";

type Row = {
  userId: string;
  email: string;
  locale: string;
  recordId: string;
  title: string;
  proposer: string;
  share: number;
  dueOn: string;
  offered: boolean;
};

/** Those who may answer for the other side, as long as they act for it; never who proposes. */
const readers = (tx: Tx, scope: TenantScope, id: string) => tx.$queryRaw<Row[]>`
  SELECT DISTINCT ON (u.id) u.id AS "userId", u.email, u.locale, r.id AS "recordId", coalesce(r.natural_key, r.title) AS title,
    p.name AS proposer, c.share, c.due_on::text AS "dueOn", c.offered
  FROM outcome_co_claims c JOIN outcome_records r ON r.alliance_id = c.alliance_id AND r.id = c.record_id
  JOIN organizations p ON p.id = CASE WHEN c.offered THEN r.organization_id ELSE c.organization_id END
  JOIN role_grants g ON g.alliance_id = c.alliance_id
    AND g.organization_id = CASE WHEN c.offered THEN c.organization_id ELSE r.organization_id END
    AND g.role::text = ANY (${rolesWith("figure.enter")}::text[])
    AND g.valid_from <= ${scope.today}::date AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
  JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL AND u.id IS DISTINCT FROM ${scope.actor.userId}::uuid
  WHERE c.alliance_id = ${scope.alliance.id}::uuid AND c.id = ${id}::uuid
  ORDER BY u.id`;

/** Who must answer hears of it once: after its last day the secretariat decides without them. */
export async function tellOtherSide(tx: Tx, scope: TenantScope, id: string): Promise<void> {
  const rows = await readers(tx, scope, id);
  await enqueueMails(
    tx,
    rows.map(({ userId, email, locale, ...row }) => {
      const kind = row.offered ? "offered" : "asked";
      const values = {
        title: row.title,
        proposer: row.proposer,
        share: shareText(row.share),
        day: officialDay(locale, row.dueOn),
        alliance: scope.alliance.name,
        link: absoluteAddress(`/a/${scope.alliance.slug}/outcomes/${row.recordId}`),
      };
      return {
        dedupeKey: `co-claim:${id}:${userId}`,
        recipient: email,
        subject: mailWords(locale, (words) => words.outcomes.share.mail[kind].subject, values),
        body: mailWords(locale, (words) => words.outcomes.share.mail[kind].body, values),
      };
    }),
  );
}
