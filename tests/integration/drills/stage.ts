import type pg from "pg";
import { expect, onTestFinished } from "vitest";
import { database, disconnect } from "@/lib/platform/db/client";
import { auditChains } from "@/lib/platform/invariants/chain";
import { outcomeTotals } from "@/lib/platform/invariants/totals";
import { runMigrations } from "@/lib/platform/migrations/apply";
import { withClient } from "@/lib/platform/postgres/connect";
import type { Postgres } from "@/lib/platform/postgres/start";
import { createEvidence, createStage } from "../outcomes/support";
import { newDataFolder, started, timeToAnswer } from "../postgres/application";
import type { Task } from "./task";
import type { Told } from "./writing";

/** A durable server of its own, with an alliance whose school reports. */
export async function openStage(lanes: number): Promise<{ postgres: Postgres; task: Task }> {
  const postgres = await started(newDataFolder(), { durable: true });
  await runMigrations(postgres.url);
  process.env.DATABASE_URL = postgres.url;
  process.env.AUTH_SECRET ||= "test-secret-test-secret-test-secret-test";
  process.env.APP_URL ||= "http://localhost:3999";
  onTestFinished(() => disconnect());
  const { alliance, school, reporter } = await createStage(database());
  const { id: fileId } = await createEvidence(database(), alliance.id, reporter);
  const tenant = alliance.slug;
  return { postgres, task: { actor: reporter, tenant, organizationId: school.id, fileId, lanes } };
}

/** As many as are asked for by name, however long they take. */
const ASKED = Number(process.env.DRILL_ROUNDS ?? 0);
const MOST_ROUNDS = ASKED || 20;
const LEAST_ROUNDS = ASKED || 5;
const ENOUGH_MS = 20_000;

/** Twenty rounds, fewer on a machine that is busy with other things; says of each whether it is the last. */
export function* rounds(): Generator<boolean> {
  const since = performance.now();
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const late = round >= LEAST_ROUNDS && performance.now() - since > ENOUGH_MS;
    yield late || round === MOST_ROUNDS;
    if (late) return;
  }
}

/** Records and audit entries that have no partner, in either direction (I-05). */
const UNPAIRED = `
  SELECT r.id AS record, e.seq FROM outcome_records r
  FULL JOIN (SELECT * FROM audit_entries WHERE subject_type = 'outcome') e ON e.subject_id = r.id
  WHERE r.id IS NULL OR e.seq IS NULL
  UNION ALL
  SELECT subject_id, count(*) FROM audit_entries WHERE subject_type = 'outcome' GROUP BY 1 HAVING count(*) > 1`;

/** Answers that are kept without a record, and records whose answer is not kept (I-08). */
const UNANSWERED = `
  SELECT r.title, i.key FROM outcome_records r
  FULL JOIN idempotency_records i ON i.key = r.title AND i.response -> 'value' ->> 'id' = r.id::text
  WHERE r.id IS NULL OR i.key IS NULL`;

/** The connection went away, which says nothing about what the database keeps. */
const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  ["ECONNRESET", "ECONNREFUSED", "EPIPE", "57P01", "57P02", "57P03"].includes(String(error.code));

/**
 * Looks at the database after a blow. The server answers until it has noticed that one of its processes is gone, and then
 * cuts every connection: a look that was cut is taken again.
 */
export async function look(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await timeToAnswer(url);
    try {
      return await withClient(url, work);
    } catch (error) {
      if (tries === 5 || !isGone(error)) throw error;
    }
  }
}

/** Everything that was promised is there, and nothing is there by halves. */
export async function expectWhole(url: string, told: Told): Promise<void> {
  await look(url, async (client) => {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // Taken before the first statement makes the snapshot: what is promised later may not be in it.
    const promised = new Map(told.kept);
    await client.query("SELECT 1");
    const { rows } = await client.query<{ id: string; title: string }>(
      "SELECT id, title FROM outcome_records",
    );
    const there = new Map(rows.map(({ id, title }) => [title, id]));
    expect(there.size).toBe(rows.length);
    expect([...promised].filter(([key, id]) => there.get(key) !== id)).toEqual([]);
    expect((await client.query(UNPAIRED)).rows).toEqual([]);
    expect((await client.query(UNANSWERED)).rows).toEqual([]);
    expect(await auditChains.find(client)).toEqual([]);
    expect(await outcomeTotals.find(client)).toEqual([]);
  });
  expect(told.wrong).toEqual([]);
}
