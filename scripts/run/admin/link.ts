import { issueLink, mailPasswordLink } from "@/lib/features/access/commands/links";
import { linkPath } from "@/lib/features/access/types";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress, sendsMail } from "@/lib/platform/mail/address";

type Holder = { id: string; email: string; locale: string };

/**
 * A one-time link to choose a password, as an address. Where mail is sent it goes to the person as well; without a mail
 * server it would only lie in the outbox, for the administrator who has it already.
 */
export async function giveLink(tx: Tx, scope: Scope, user: Holder): Promise<string> {
  const secret = await issueLink(tx, scope, { purpose: "password_reset", userId: user.id });
  if (sendsMail()) await mailPasswordLink(tx, user, secret);
  return absoluteAddress(linkPath("reset", secret));
}
