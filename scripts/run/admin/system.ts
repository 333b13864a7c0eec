import { randomUUID } from "node:crypto";
import { PLATFORM_CHAIN, recordAudit } from "@/lib/platform/audit";
import { anonymous } from "@/lib/platform/auth/actor";
import { now, today } from "@/lib/platform/clock";
import type { Scope } from "@/lib/platform/corridor/use-case";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";

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
  return inTransaction((tx) =>
    work(tx, {
      actor: { ...anonymous, via: "system" },
      reach: whole,
      now: now(),
      today: today(),
      audit: (event) => recordAudit(tx, { chain: PLATFORM_CHAIN, actorId: null, requestId }, event),
    }),
  );
}
