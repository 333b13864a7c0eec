import "server-only";
import type { z } from "zod";
import { accept, refuse } from "@/lib/kernel/result";
import { hashPassword, verifyPassword } from "@/lib/platform/auth/password";
import { weaknessOf } from "@/lib/platform/auth/password-strength";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, notFound } from "@/lib/platform/errors";
import type { changePasswordInput } from "../schema/accounts";

/** @throws AppError malformed, at the field of the password */
export function checkStrength(password: string, context: readonly string[]): void {
  const message = weaknessOf(password, context);
  if (message) throw new AppError("malformed", { issues: [{ path: "password", message }] });
}

/**
 * Stores a password and raises the session version: every session of before is dead, except the one that is
 * `kept`. Links for a forgotten password are void as well.
 */
export async function setPassword(
  tx: Tx,
  given: { userId: string; password: string; keptSession: string | null; at: Date },
): Promise<void> {
  const user = await tx.user.update({
    where: { id: given.userId },
    data: { passwordHash: await hashPassword(given.password), sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  if (given.keptSession) {
    await tx.session.updateMany({
      where: { id: given.keptSession, userId: given.userId },
      data: { sessionVersion: user.sessionVersion },
    });
  }
  await tx.session.updateMany({
    where: {
      userId: given.userId,
      endedAt: null,
      sessionVersion: { lt: user.sessionVersion },
    },
    data: { endedAt: given.at },
  });
  await tx.oneTimeToken.updateMany({
    where: { userId: given.userId, usedAt: null },
    data: { usedAt: given.at },
  });
}

/** The caller's own password, against the present one; all other sessions end. */
export async function changePassword(
  tx: Tx,
  scope: Scope,
  input: z.output<typeof changePasswordInput>,
) {
  const userId = scope.actor.userId ?? notFound();
  const users = await tx.$queryRaw<{ passwordHash: string | null; email: string; name: string }[]>`
    SELECT u.password_hash AS "passwordHash", u.email, p.name
    FROM users u JOIN people p ON p.id = u.person_id WHERE u.id = ${userId}::uuid FOR NO KEY UPDATE OF u`;
  const user = users[0] ?? notFound();
  if (!(await verifyPassword(user.passwordHash, input.currentPassword)))
    return refuse("wrong-password");
  if (input.password.normalize("NFKC") === input.currentPassword.normalize("NFKC"))
    return refuse("same-password");
  checkStrength(input.password, [user.email, user.name]);
  await setPassword(tx, {
    userId,
    password: input.password,
    keptSession: scope.actor.sessionId,
    at: scope.now,
  });
  await scope.audit({ action: "password.change", subjectType: "user", subjectId: userId });
  return accept({});
}
