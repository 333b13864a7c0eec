import "server-only";
import type { z } from "zod";
import { dateOf } from "@/lib/kernel/dates";
import { accept, refuse } from "@/lib/kernel/result";
import type { RoleHeld } from "@/lib/platform/auth/actor";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import { faultOfRole } from "../rules";
import type { byEmail, createUserInput } from "../schema/accounts";
import type { disableUserInput } from "../schema/roles";

/** Person, account and first right; the account has no password yet. */
export async function createPerson(
  tx: Tx,
  scope: Scope,
  given: { name: string; email: string; grant: RoleHeld },
): Promise<string> {
  const user = await tx.user.create({
    data: { email: given.email, person: { create: { name: given.name } } },
  });
  await tx.roleGrant.create({
    data: {
      userId: user.id,
      ...given.grant,
      validFrom: dateOf(scope.today),
      grantedById: scope.actor.userId,
    },
  });
  await scope.audit({
    action: "user.create",
    subjectType: "user",
    subjectId: user.id,
    details: { ...given.grant },
  });
  return user.id;
}

/** An account with one role, from the command line. */
export async function createUser(tx: Tx, scope: Scope, input: z.output<typeof createUserInput>) {
  const fault = faultOfRole(input.role, {
    alliance: input.alliance !== undefined,
    organization: input.organization !== undefined,
  });
  if (fault) return refuse(fault);
  const alliance = input.alliance
    ? await tx.alliance.findUnique({ where: { slug: input.alliance }, select: { id: true } })
    : null;
  if (input.alliance && !alliance) return refuse("unknown-alliance");
  const organization = input.organization
    ? await tx.organization.findUnique({ where: { id: input.organization }, select: { id: true } })
    : null;
  if (input.organization && !organization) return refuse("unknown-organization");
  if (await tx.user.findUnique({ where: { email: input.email }, select: { id: true } }))
    return refuse("email-taken");
  const id = await createPerson(tx, scope, {
    name: input.name,
    email: input.email,
    grant: {
      role: input.role,
      allianceId: alliance?.id ?? null,
      organizationId: organization?.id ?? null,
    },
  });
  return accept({ id });
}

export async function findUser(tx: Tx, input: z.output<typeof byEmail>) {
  const user = await tx.user.findUnique({
    where: { email: input.email },
    select: { id: true, email: true, locale: true, disabledAt: true },
  });
  return user ?? notFound();
}

/** Is there another one who administers the platform? Locks them all, so that two who leave at once see each other. */
export async function hasAnotherAdministrator(
  tx: Tx,
  scope: Scope,
  userId: string,
): Promise<boolean> {
  const all = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM users u WHERE u.disabled_at IS NULL AND EXISTS (
      SELECT 1 FROM role_grants g WHERE g.user_id = u.id AND g.role = 'platform_admin'
        AND ${scope.today}::date BETWEEN g.valid_from AND coalesce(g.valid_to, 'infinity'))
    ORDER BY u.id FOR NO KEY UPDATE OF u`;
  return all.length !== 1 || all[0]?.id !== userId;
}

/** From the command line, by e-mail. */
export async function disableUser(tx: Tx, scope: Scope, input: z.output<typeof byEmail>) {
  return closeAccount(tx, scope, await findUser(tx, input));
}

/** By the screen, with a reason; nobody closes the door behind themselves. */
export async function disableUserById(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof disableUserInput>,
) {
  const user = await tx.user.findUnique({
    where: { id: input.id },
    select: { id: true, disabledAt: true },
  });
  if (!user) return notFound();
  if (user.id === scope.actor.userId) return refuse("not-for-oneself");
  return closeAccount(tx, scope, user, input.reason);
}

/** The account opens nothing from the next request on; the last administrator stays. */
async function closeAccount(
  tx: Tx,
  scope: Scope,
  user: { id: string; disabledAt: Date | null },
  reason?: string,
) {
  if (user.disabledAt) return accept({ id: user.id });
  if (!(await hasAnotherAdministrator(tx, scope, user.id))) return refuse("last-administrator");
  await tx.user.update({
    where: { id: user.id },
    data: { disabledAt: scope.now, sessionVersion: { increment: 1 } },
  });
  await tx.session.updateMany({
    where: { userId: user.id, endedAt: null },
    data: { endedAt: scope.now },
  });
  await tx.apiKey.updateMany({
    where: { userId: user.id, endedAt: null },
    data: { endedAt: scope.now },
  });
  await tx.oneTimeToken.updateMany({
    where: { userId: user.id, usedAt: null },
    data: { usedAt: scope.now },
  });
  await scope.audit({
    action: "user.disable",
    subjectType: "user",
    subjectId: user.id,
    ...(reason && { details: { reason } }),
  });
  return accept({ id: user.id });
}
