import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import {
  endorseCorrectionCommand,
  requestCorrectionCommand,
} from "@/lib/features/corrections/procedures";
import {
  reportOutcomeProcedure,
  verifyOutcomeProcedure,
} from "@/lib/features/outcomes/procedures/records";
import type { Actor } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import { createActor } from "@/tests/support/actors";
import { createEvidence, createStage } from "../outcomes/support";

/** The stage of the outcomes, with two more of the secretariat: one asks, two decide. */
export async function createCourt(db: Tx) {
  const stage = await createStage(db);
  const at = { allianceId: stage.alliance.id };
  const more = {
    second: await createActor(db, "secretariat", at),
    third: await createActor(db, "secretariat", at),
    supervisor: await createActor(db, "supervisor", at),
    fileId: (await createEvidence(db, stage.alliance.id, stage.reporter)).id,
  };
  return { ...stage, ...more, by: (actor: Actor) => ({ actor, tenant: stage.alliance.slug }) };
}
/** What the database said lies deep in the error that the client throws. */
export async function refusedFor(work: Promise<unknown>): Promise<string> {
  const [outcome] = await Promise.allSettled([work]);
  return outcome.status === "rejected" ? inspect(outcome.reason, { depth: 9 }) : "accepted";
}

export type Court = Awaited<ReturnType<typeof createCourt>>;

export type Verified = { id: string; version: number };

/** A record that the secretariat has verified. */
export async function verified(
  court: Court,
  given: {
    quantity?: string;
    metricCode?: string;
    naturalKey?: string;
    parties?: string;
    occurredOn?: string;
    fileId?: string;
    followsId?: string;
    follow?: "continuation";
  } = {},
  verifier: Actor = court.secretariat,
): Promise<Verified> {
  const reported = await perform(reportOutcomeProcedure, court.by(court.reporter), {
    organizationId: court.school.id,
    metricCode: "M41",
    title: `示例培训 ${randomUUID().slice(0, 8)}`,
    occurredOn: "2026-05-01",
    quantity: "100",
    fileId: court.fileId,
    ...given,
  });
  if (!reported.ok) throw new Error(reported.reason);
  const done = await perform(verifyOutcomeProcedure, court.by(verifier), {
    ...reported.value,
    passOver: "示例：已逐项核对",
  });
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

export const wish = (record: Verified) => ({
  recordId: record.id,
  recordVersion: record.version,
  reasonCode: "clerical" as const,
  reason: "示例：签到表少计",
});

export async function requested(
  court: Court,
  record: Verified,
  more: object = { quantity: "80" },
  asker: Actor = court.reporter,
) {
  const result = await perform(requestCorrectionCommand, court.by(asker), {
    ...wish(record),
    ...more,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

export async function endorsed(court: Court, record: Verified, more: object = { quantity: "80" }) {
  const { id, version } = await requested(court, record, more);
  const result = await perform(endorseCorrectionCommand, court.by(court.secretariat), {
    id,
    version,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
