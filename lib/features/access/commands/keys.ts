import "server-only";
import type { z } from "zod";
import { accept, refuse } from "@/lib/kernel/result";
import { hashSecret, newSecret } from "@/lib/platform/auth/secret";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { byId, createKeyInput } from "../schema/accounts";
import { keyPrefix, keysAtOnce, shownKeyLength } from "../types";

/** A key for one person; the caller decides whose. The answer holds it for the only time. */
export async function createKeyFor(
  tx: Tx,
  scope: Scope,
  userId: string,
  input: z.output<typeof createKeyInput>,
) {
  // Two at once would both count nineteen.
  await tx.$queryRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  const held = await tx.apiKey.count({ where: { userId, endedAt: null } });
  if (held >= keysAtOnce) return refuse("too-many-keys", { limit: keysAtOnce });
  const key = `${keyPrefix}${newSecret()}`;
  const { id } = await tx.apiKey.create({
    data: {
      userId,
      ...input,
      prefix: key.slice(0, shownKeyLength),
      keyHash: hashSecret(key),
    },
  });
  await scope.audit({
    action: "key.create",
    subjectType: "api-key",
    subjectId: id,
    details: { userId, readOnly: input.readOnly },
  });
  return accept({ id, key });
}

export const createOwnKey = (tx: Tx, scope: Scope, input: z.output<typeof createKeyInput>) =>
  createKeyFor(tx, scope, scope.actor.userId ?? notFound(), input);

/** Ends one of the caller's own keys; somebody else's does not exist. */
export async function endOwnKey(tx: Tx, scope: Scope, input: z.output<typeof byId>) {
  const own = await tx.apiKey.findFirst({
    where: { id: input.id, userId: scope.actor.userId ?? notFound() },
    select: { id: true },
  });
  if (!own) notFound();
  const { count } = await tx.apiKey.updateMany({
    where: { id: input.id, endedAt: null },
    data: { endedAt: scope.now },
  });
  await scope.audit({ action: "key.end", subjectType: "api-key", subjectId: input.id });
  return accept({ ended: count });
}
