import "server-only";
import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import type { resetPasswordInput, setUpInput } from "../schema";
import { linkHours } from "../types";
import { checkStrength, setPassword } from "./password";
import { createPerson } from "./users";

type Purpose = "first_administrator" | "password_reset";

/** A new link; those of before for the same purpose are void. Only the hash is stored. */
export async function issueLink(
  tx: Tx,
  scope: Pick<Scope, "now" | "audit">,
  given: { purpose: Purpose; userId: string | null },
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
      expiresAt: new Date(scope.now.getTime() + linkHours * 3_600_000),
    },
  });
  await scope.audit({
    action: "link.issue",
    subjectType: given.userId ? "user" : "link",
    subjectId: given.userId ?? token.id,
    details: { purpose: given.purpose },
  });
  return secret;
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
