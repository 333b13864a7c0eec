import { expect, onTestFinished } from "vitest";
import { openBidsCommand } from "@/lib/features/calls/procedures/needs";
import { perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { database, disconnect } from "@/lib/platform/db/client";
import { sealedBids, twoOpeners } from "@/lib/platform/invariants/calls";
import { auditChains } from "@/lib/platform/invariants/chain";
import { fundAccounts, overspending, separateHands } from "@/lib/platform/invariants/money";
import { fundTotals } from "@/lib/platform/invariants/totals";
import { runMigrations } from "@/lib/platform/migrations/apply";
import type { Postgres } from "@/lib/platform/postgres/start";
import { createRegisteredProject } from "@/prisma/seed/factories/projects";
import {
  biddingCall,
  callWorld,
  closeNow,
  seen,
  value,
  versionOf,
  type World,
} from "../calls/world";
import { newDataFolder, started } from "../postgres/application";
import { AMOUNT, type ChainTask, planOf, voucherOf } from "./chain";
import { look } from "./stage";
import type { Told } from "./writing";

export type ChainStage = { postgres: Postgres; task: ChainTask; world: World; calls: Call[] };

/** A durable server of its own, with a project that money arrives for and a call that two teams bid for. */
export async function openChain(lanes: number): Promise<ChainStage> {
  const postgres = await started(newDataFolder(), { durable: true });
  await runMigrations(postgres.url);
  process.env.DATABASE_URL = postgres.url;
  process.env.AUTH_SECRET ||= "test-secret-test-secret-test-secret-test";
  process.env.APP_URL ||= "http://localhost:3999";
  onTestFinished(() => disconnect());
  const world = await callWorld();
  const [school, , company] = world.teams;
  const project = await createRegisteredProject(database(), {
    allianceId: world.alliance.id,
    organizationIds: [school.id, company.id],
    year: 2026,
    number: 900,
    startsOn: new Date("2025-06-01"),
  });
  const [second, chair] = [await world.as("secretariat"), await world.as("chair")];
  const calls = [world.bidders[0], world.bidders[1]];
  const task: ChainTask = {
    tenant: world.alliance.slug,
    office: world.office.actor,
    second: second.actor,
    chair: chair.actor,
    projectId: project.id,
    payerId: company.id,
    callId: await biddingCall(world),
    teams: calls.map(({ actor }) => actor),
    lanes,
  };
  return { postgres, task, world, calls };
}

type EntryRow = { id: string; voucher_no: string; state: string; steps: string[]; audits: number };

/** Each entry with its own history and with what the chain says of it. */
const ENTRIES = `
  SELECT e.id, e.voucher_no, e.state::text AS state,
    ARRAY(SELECT v.kind::text FROM fund_entry_events v WHERE v.entry_id = e.id ORDER BY v.at, v.id) AS steps,
    (SELECT count(*)::int FROM audit_entries a WHERE a.subject_type = 'entry' AND a.subject_id = e.id) AS audits
  FROM fund_entries e`;

/** How far an entry is after a step that was promised. */
const after: Record<string, readonly string[]> = {
  entry: ["submitted", "checked", "approved", "posted"],
  check: ["checked", "approved", "posted"],
  approve: ["approved", "posted"],
  post: ["posted"],
};

/** Everything that was promised is there and as far as was said, once each, and every sum follows from it. */
export async function expectChainWhole(url: string, told: Told): Promise<void> {
  await look(url, async (client) => {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // Taken before the first statement makes the snapshot: what is promised later may not be in it.
    const promised = [...told.kept].filter(([mark]) => !mark.startsWith("bid:"));
    await client.query("SELECT 1");
    const { rows } = await client.query<EntryRow>(ENTRIES);
    const there = new Map(rows.map((row) => [row.voucher_no, row]));
    expect(there.size).toBe(rows.length);
    const lost = promised.filter(([mark, id]) => {
      const [step = "", voucher = ""] = mark.split(":");
      const row = there.get(voucherOf(voucher));
      return row?.id !== id || !after[step]?.includes(row.state);
    });
    expect(lost).toEqual([]);
    // A state, its step in the history and its entry in the chain are one or none.
    const halves = rows.filter(
      ({ state, steps, audits }) =>
        steps.length !== (after.entry?.indexOf(state) ?? -2) + 1 || audits !== steps.length,
    );
    expect(halves).toEqual([]);
    const posted = rows.filter(({ state }) => state === "posted").length;
    const { rows: sums } = await client.query<{ received: string }>(
      "SELECT coalesce(sum(received_cash), 0)::text AS received FROM fund_accounts",
    );
    expect(Number(sums[0]?.received)).toBe(posted * Number(AMOUNT));
    const checks = [auditChains, fundAccounts, fundTotals, overspending, separateHands];
    for (const check of [...checks, sealedBids, twoOpeners]) {
      expect([check.title, await check.find(client)]).toEqual([check.title, []]);
    }
  });
  expect(told.wrong).toEqual([]);
}

const draftsOf = (marks: Iterable<string>, place: number): number[] =>
  [...marks].flatMap((mark) => {
    const [step, team, draft] = mark.split(":");
    return step === "bid" && Number(team) === place ? [Number(draft)] : [];
  });

/** The number after the last draft that any team has sent. */
export const nextDraft = (told: Told): number =>
  1 + Math.max(0, ...draftsOf(told.sent, 0), ...draftsOf(told.sent, 1));

/** Opened, each bid is the last one that was promised to its team, or one that was sent after it. */
export async function expectBidsOpen({ world, task }: ChainStage, told: Told): Promise<void> {
  await closeNow(task.callId);
  const opener = (call: Call) => async () =>
    value(await perform(openBidsCommand, call, await versionOf(task.callId)));
  await opener(world.office)();
  await opener(world.supervisor)();
  const { inside } = await seen(world, task.callId);
  for (const place of task.teams.keys()) {
    const plan = inside?.bids.find(
      ({ organization }) => organization?.id === world.teams[place]?.id,
    )?.content?.plan;
    const last = Math.max(0, ...draftsOf(told.kept.keys(), place));
    const allowed = draftsOf(told.sent, place).filter((draft) => draft >= last);
    expect(last).toBeGreaterThan(0);
    expect(allowed.map(planOf)).toContain(plan);
  }
}

/** What came of it, for whoever runs it by hand. */
export function tell(what: string, count: number, told: Told): void {
  const kept = (step: string) => [...told.kept.keys()].filter((mark) => mark.startsWith(step));
  process.stdout.write(
    `  ${what}: ${count} rounds; acknowledged and present: ${kept("entry:").length} entries, ${kept("post:").length} posted, ${kept("bid:").length} bids; ${told.sent.size - told.kept.size} without an answer\n`,
  );
}
