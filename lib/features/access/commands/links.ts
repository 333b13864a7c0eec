import "server-only";
import type { z } from "zod";
import { mailWords } from "@/lib/i18n/mail";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { absoluteAddress } from "@/lib/platform/mail/address";
import { enqueueMail } from "@/lib/platform/mail/enqueue";
import type { byEmail, resetPasswordInput, setUpInput } from "../schema/accounts";
import { forgottenHours, linkHours, linkPath } from "../types";
import { checkStrength, setPassword } from "./password";
import { createPerson } from "./users";

type Purpose = "first_administrator" | "password_reset";

/** A new link; those of before for the same purpose are void. Only the hash is stored. */
export async function issueLink(
  tx: Tx,
  scope: Pick<Scope, "now" | "audit">,
  given: { purpose: Purpose; userId: string | null },
  hours: number = linkHours,
): Promise<string> {
  const secret = newSecret();
  await tx.oneTimeToken.updateMany({
    where: { ...given, usedAt: null },
    data: { usedAt: scope.now },
  });
  const token = await tx.oneTimeToken.create({
    data: {
      ...given,
      tokenHash: hashSecret(secret),
      expiresAt: new Date(scope.now.getTime() + hours * 3_600_000),
    },
  });
  await scope.audit({
    action: "link.issue",
    subjectType: given.userId ? "user" : "link",
    subjectId: given.userId ?? token.id,
    details: { purpose: given.purpose, hours },
  });
  return secret;
}

type Holder = { id: string; email: string; locale: string };

const passwordLinkKey = (secret: string): string => `password-link:${hashSecret(secret)}`;

/** Sends the link to the one it is for; nobody else sees it in the outbox. @returns the address */
export async function mailPasswordLink(
  tx: Tx,
  { email, locale }: Holder,
  secret: string,
  hours: number = linkHours,
): Promise<string> {
  const link = absoluteAddress(linkPath("reset", secret));
  await enqueueMail(tx, {
    dedupeKey: passwordLinkKey(secret),
    recipient: email,
    subject: mailWords(locale, ({ access }) => access.mail.passwordLinkSubject),
    body: mailWords(locale, ({ access }) => access.mail.passwordLinkBody, { link, hours }),
    secret: true,
  });
  return link;
}

/**
 * A link for whoever forgot the password, by mail. An unknown or disabled account takes the same steps with a link that
 * opens nothing and is sent to nobody: the same answer in the same time.
 */
export async function requestPasswordLink(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof byEmail>,
): Promise<Result<Record<string, never>, never>> {
  // The lock makes two requests at once void each other's link: one is left.
  const users = await tx.$queryRaw<Holder[]>`
    SELECT id, email, locale FROM users WHERE email = ${input.email} AND disabled_at IS NULL FOR NO KEY UPDATE`;
  const user = users[0];
  const secret = await issueLink(
    tx,
    scope,
    { purpose: "password_reset", userId: user?.id ?? null },
    forgottenHours,
  );
  if (user) await mailPasswordLink(tx, user, secret, forgottenHours);
  // As many steps to the database as with an account.
  else await tx.outboxMail.findUnique({ where: { dedupeKey: passwordLinkKey(secret) } });
  return accept({});
}

/**
 * The address under which the first administrator introduces themselves; only while nobody is there.
 * @returns undefined when there are users
 */
export async function issueFirstAdministratorLink(
  tx: Tx,
  scope: Pick<Scope, "now" | "audit">,
): Promise<string | undefined> {
  if ((await tx.user.count()) > 0) return undefined;
  return issueLink(tx, scope, { purpose: "first_administrator", userId: null });
}

/** Single use: whoever's UPDATE comes second finds nothing (I-27). */
async function consume(tx: Tx, token: string, purpose: Purpose) {
  const rows = await tx.$queryRaw<{ id: string; userId: string | null }[]>`
    UPDATE one_time_tokens SET used_at = now()
    WHERE token_hash = ${hashSecret(token)} AND purpose::text = ${purpose}
      AND used_at IS NULL AND expires_at > now()
    RETURNING id, user_id AS "userId"`;
  return rows[0];
}

/** The first administrator: person, account and right, and every such link is used up. */
export async function setUpFirstAdministrator(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof setUpInput>,
): Promise<Result<{ id: string }, "link-used">> {
  const link = await consume(tx, input.token, "first_administrator");
  if (!link || (await tx.user.count()) > 0) return refuse("link-used");
  checkStrength(input.password, [input.email, input.name]);
  const userId = await createPerson(tx, scope, {
    name: input.name,
    email: input.email,
    grant: { role: "platform_admin", allianceId: null, organizationId: null },
  });
  await setPassword(tx, { userId, password: input.password, keptSession: null, at: scope.now });
  await scope.audit({
    action: "user.set_up",
    subjectType: "user",
    subjectId: userId,
    details: { link: link.id },
  });
  return accept({ id: userId });
}

/** A new password by a one-time link; every session of before ends. Disabled accounts stay closed. */
export async function resetPassword(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof resetPasswordInput>,
): Promise<Result<Record<string, never>, "link-used">> {
  const link = await consume(tx, input.token, "password_reset");
  if (!link?.userId) return refuse("link-used");
  const user = await tx.user.findFirst({
    where: { id: link.userId, disabledAt: null },
    select: { email: true, person: { select: { name: true } } },
  });
  if (!user) return refuse("link-used");
  checkStrength(input.password, [user.email, user.person.name]);
  await setPassword(tx, {
    userId: link.userId,
    password: input.password,
    keptSession: null,
    at: scope.now,
  });
  await scope.audit({
    action: "password.reset",
    subjectType: "user",
    subjectId: link.userId,
    details: { link: link.id },
  });
  return accept({});
}
