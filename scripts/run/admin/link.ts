import { issueLink } from "@/lib/features/access/commands/links";
import { linkHours, linkPath } from "@/lib/features/access/types";
import { hashSecret } from "@/lib/platform/auth/secret";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { env } from "@/lib/platform/env";
import { enqueueMail } from "@/lib/platform/mail/enqueue";
import { mailWords } from "./words";

type Holder = { id: string; email: string; locale: string };

/**
 * A one-time link to choose a password, as an address. Where mail is sent it goes to the person as well; without a mail
 * server it would only lie in the outbox, for the administrator who has it already.
 */
export async function giveLink(tx: Tx, scope: Scope, user: Holder): Promise<string> {
  const secret = await issueLink(tx, scope, { purpose: "password_reset", userId: user.id });
  const link = new URL(linkPath("reset", secret), env().APP_URL).href;
  if (env().SMTP_URL) {
    await enqueueMail(tx, {
      dedupeKey: `password-link:${hashSecret(secret)}`,
      recipient: user.email,
      subject: mailWords(user.locale, "passwordLinkSubject"),
      body: mailWords(user.locale, "passwordLinkBody", { link, hours: linkHours }),
      secret: true,
    });
  }
  return link;
}
