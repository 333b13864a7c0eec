import "server-only";
import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { byId, enableUserInput, inviteUserInput } from "../schema/accounts";
import { linkHours } from "../types";
import { issueLink, mailPasswordLink } from "./links";

type Account = { id: string; email: string; locale: string };
type Sent = { id: string };

/** The one-time address goes to whoever owns the mailbox, and to nobody else: not even to the administrator. */
async function invite(tx: Tx, scope: Scope, account: Account): Promise<Sent> {
  const given = { purpose: "password_reset", userId: account.id } as const;
  await mailPasswordLink(tx, account, await issueLink(tx, scope, given, linkHours), linkHours);
  return { id: account.id };
}

/** Person and account without any right; the password is chosen by the link of the mail. */
export async function inviteUser(
  tx: Tx,
  scope: Scope,
  { name, email, locale }: z.output<typeof inviteUserInput>,
): Promise<Result<Sent, "email-taken">> {
  const { id: personId } = await tx.person.create({ data: { name }, select: { id: true } });
  const [user] = await tx.user.createManyAndReturn({
    data: [{ email, locale, personId }],
    // The key of the address decides between two who invite at once.
    skipDuplicates: true,
    select: { id: true, email: true, locale: true },
  });
  if (!user) return refuse("email-taken");
  await scope.audit({ action: "user.create", subjectType: "user", subjectId: user.id });
  return accept(await invite(tx, scope, user));
}

async function lockAccount(tx: Tx, id: string) {
  const rows = await tx.$queryRaw<(Account & { disabled: boolean })[]>`
    SELECT id, email, locale, disabled_at IS NOT NULL AS disabled FROM users WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return rows[0] ?? notFound();
}

/** Another link; those of before open nothing any more. */
export async function sendLink(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof byId>,
): Promise<Result<Sent, "account-disabled">> {
  const account = await lockAccount(tx, input.id);
  return account.disabled ? refuse("account-disabled") : accept(await invite(tx, scope, account));
}

/**
 * Opens a disabled account again. What was known before its end opens nothing: sessions and keys stay ended, and the
 * password is chosen anew.
 */
export async function enableUser(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof enableUserInput>,
): Promise<Result<Sent, "account-enabled">> {
  const account = await lockAccount(tx, input.id);
  if (!account.disabled) return refuse("account-enabled");
  const { count } = await tx.user.updateMany({
    where: { id: account.id, disabledAt: { not: null } },
    data: { disabledAt: null, passwordHash: null, sessionVersion: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: "user.enable",
    subjectType: "user",
    subjectId: account.id,
    details: { reason: input.reason },
  });
  return accept(await invite(tx, scope, account));
}
