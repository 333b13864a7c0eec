import { randomUUID } from "node:crypto";
import { dayIn } from "@/lib/kernel/dates";
import { PLATFORM_CHAIN, recordAudit } from "@/lib/platform/audit";
import { anonymous } from "@/lib/platform/auth/actor";
import { now, today } from "@/lib/platform/clock";
import type { Scope, TenantScope } from "@/lib/platform/corridor/use-case";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { RefusedError } from "./subcommand";

const whole = {
  whole: true,
  masked: false,
  organizationIds: [],
  self: false,
  assigned: false,
  published: true,
};

/**
 * Runs a command for whoever holds the machine: one transaction, and its audit entries in the platform's chain without
 * a person. A refusal is thrown and rolls back.
 */
export function asSystem<T>(work: (tx: Tx, scope: Scope) => Promise<T>): Promise<T> {
  const requestId = `admin-${randomUUID()}`;
  return inTransaction(
    (tx) =>
      work(tx, {
        actor: { ...anonymous, via: "system" },
        reach: whole,
        now: now(),
        today: today(),
        requestId,
        audit: (event) =>
          recordAudit(tx, { chain: PLATFORM_CHAIN, actorId: null, requestId }, event),
      }),
    // An import writes thousands of rows.
    { milliseconds: 60_000 },
  );
}

/** The same inside one alliance: what is done stands in that alliance's chain. */
export function asSystemIn<T>(
  slug: string,
  work: (tx: Tx, scope: TenantScope) => Promise<T>,
): Promise<T> {
  return asSystem(async (tx, scope) => {
    const found = await tx.alliance.findUnique({ where: { slug } });
    if (!found) throw new RefusedError({ ok: false, reason: "unknown-alliance" });
    const { id, name, timeZone, status, publishedAt } = found;
    return work(tx, {
      ...scope,
      today: dayIn(scope.now, timeZone),
      alliance: { id, slug, name, timeZone, status, published: publishedAt !== null },
      audit: (event) =>
        recordAudit(tx, { chain: id, actorId: null, requestId: scope.requestId }, event),
    });
  });
}
