import { anonymous } from "@/lib/platform/auth/actor";
import { findActorBySession } from "@/lib/platform/auth/actors";
import { hashPassword } from "@/lib/platform/auth/password";
import { hashSecret } from "@/lib/platform/auth/secret";
import { startSession } from "@/lib/platform/auth/sessions";
import { database } from "@/lib/platform/db/client";
import { createUserWithRole } from "@/prisma/seed/factories/basics";

export const password: string = "seven green boats at dusk";

/** A person who can sign in; `password: null` for one who only comes over single sign-on. */
export async function createAccount({
  password: chosen = password,
  ...given
}: { password?: string | null } & Partial<Parameters<typeof createUserWithRole>[1]> = {}) {
  const { user, person } = await createUserWithRole(database(), {
    role: "platform_admin",
    ...given,
  });
  await database().user.update({
    where: { id: user.id },
    data: { passwordHash: chosen === null ? null : await hashPassword(chosen) },
  });
  return { ...user, person };
}

/** A browser that is signed in: its secret, and who that is at this moment. */
export async function signIn(userId: string) {
  const secret = await startSession(userId, { userAgent: "Test" });
  return { secret, actor: async () => (await actorOf(secret)) ?? anonymous };
}

export const actorOf = (secret: string) => findActorBySession(database(), hashSecret(secret));
