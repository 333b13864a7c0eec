import { rolesWith } from "@/lib/features/access/policy";
import { mailMoney, mailWords } from "@/lib/i18n/mail";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMails } from "@/lib/platform/mail/enqueue";
import { amountsOf, type certificateFor } from "../queries/get";
import { totalOf } from "../rules";

type Contact = { userId: string; email: string; locale: string };

/** Who may seal for the enterprise today. */
export const contactsOf = (tx: Tx, scope: TenantScope, enterpriseId: string) => tx.$queryRaw<
  Contact[]
>`
  SELECT DISTINCT ON (u.id) u.id AS "userId", u.email, u.locale
  FROM role_grants g JOIN users u ON u.id = g.user_id AND u.disabled_at IS NULL
  WHERE g.alliance_id = ${scope.alliance.id}::uuid AND g.organization_id = ${enterpriseId}::uuid
    AND g.role::text = ANY (${rolesWith("certificate.seal")}::text[])
    AND g.valid_from <= ${scope.today}::date AND coalesce(g.valid_to, 'infinity') >= ${scope.today}::date
  ORDER BY u.id`;

/** One letter to each of them, once; who asked knows. */
export async function tellContacts(
  tx: Tx,
  scope: TenantScope,
  found: Awaited<ReturnType<typeof certificateFor>>,
  contacts: readonly Contact[],
): Promise<void> {
  await enqueueMails(
    tx,
    contacts
      .filter(({ userId }) => userId !== scope.actor.userId)
      .map(({ userId, email, locale }) => {
        const values = {
          enterprise: found.enterprise.name,
          year: found.year,
          total: mailMoney(locale, totalOf(amountsOf(found))),
          alliance: scope.alliance.name,
          link: absoluteAddress(`/a/${scope.alliance.slug}/certificates/${found.id}`),
        };
        return {
          dedupeKey: `certificate-asked:${found.id}:${userId}`,
          recipient: email,
          subject: mailWords(locale, (words) => words.certificates.mail.asked.subject, values),
          body: mailWords(locale, (words) => words.certificates.mail.asked.body, values),
        };
      }),
  );
}
