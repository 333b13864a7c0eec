import "server-only";
import type { z } from "zod";
import { accept } from "@/lib/kernel/result";
import type { Scope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { byId } from "../schema/accounts";

/** Ends one of the caller's own sessions; somebody else's does not exist. Ended twice is ended. */
export async function endSession(tx: Tx, scope: Scope, input: z.output<typeof byId>) {
  const own = await tx.session.findFirst({
    where: { id: input.id, userId: scope.actor.userId ?? notFound() },
    select: { id: true },
  });
  if (!own) notFound();
  const { count } = await tx.session.updateMany({
    where: { id: input.id, endedAt: null },
    data: { endedAt: scope.now },
  });
  await scope.audit({ action: "session.end", subjectType: "session", subjectId: input.id });
  return accept({ ended: count });
}

/** Signs out everywhere but here. With an API key there is no "here": then every session ends. */
export async function endOtherSessions(tx: Tx, scope: Scope) {
  const userId = scope.actor.userId ?? notFound();
  const { count } = await tx.session.updateMany({
    where: {
      userId,
      endedAt: null,
      expiresAt: { gt: scope.now },
      ...(scope.actor.sessionId && { id: { not: scope.actor.sessionId } }),
    },
    data: { endedAt: scope.now },
  });
  await scope.audit({
    action: "session.end_others",
    subjectType: "user",
    subjectId: userId,
    details: { ended: count },
  });
  return accept({ ended: count });
}
