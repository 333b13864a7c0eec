import fc from "fast-check";
import { expect } from "vitest";
import { rejectEntryProcedure } from "@/lib/features/funds/procedures/entries";
import { fundSummaryProcedure } from "@/lib/features/funds/procedures/reports";
import { yuanText } from "@/lib/kernel/money";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { database as db } from "@/lib/platform/db/client";
import { atOnce } from "../projects/world";
import type { FundWorld } from "./world";

/*
 * Money against a model beside it, as long as the caller asks: tests/integration/funds runs it small, tests/torture at full
 * size.
 */

/** Rows of the roll-up, of its past, and accounts of projects, that differ from what the entries say. */
export const differences = async () => [
  ...(await rollups()),
  ...(await accounts()),
  ...(await spans()),
  ...(await moves()),
];
const spans = () => db().$queryRaw<unknown[]>`
  SELECT record_id FROM (SELECT * FROM fund_spans WHERE until IS NULL) s FULL JOIN fund_span_truth t USING (alliance_id, record_id)
  WHERE (s.side, s.state, s.amount) IS DISTINCT FROM (t.side, t.state, t.amount)`;
const moves = () => db().$queryRaw<unknown[]>`
  SELECT coalesce(d.total, 0) AS moved, coalesce(r.total, 0) AS kept FROM (
    SELECT alliance_id, organization_id, year, side, cash, sum(records) AS records, sum(total) AS total
    FROM fund_rollup_days GROUP BY 1, 2, 3, 4, 5) d
  FULL JOIN fund_rollups r USING (alliance_id, organization_id, year, side, cash)
  WHERE coalesce(d.total, 0) <> coalesce(r.total, 0) OR coalesce(d.records, 0) <> coalesce(r.records, 0)`;
const accounts = () => db().$queryRaw<unknown[]>`
  SELECT project_id FROM fund_accounts a FULL JOIN fund_account_truth t USING (alliance_id, project_id)
  WHERE (coalesce(a.promised_cash, 0), coalesce(a.promised_kind, 0), coalesce(a.received_cash, 0), coalesce(a.received_kind, 0),
    coalesce(a.spent_cash, 0), coalesce(a.spent_kind, 0)) <> (coalesce(t.promised_cash, 0), coalesce(t.promised_kind, 0),
    coalesce(t.received_cash, 0), coalesce(t.received_kind, 0), coalesce(t.spent_cash, 0), coalesce(t.spent_kind, 0))`;
const rollups = () => db().$queryRaw<unknown[]>`
  SELECT coalesce(r.total, 0) AS kept, coalesce(t.total, 0) AS truth FROM fund_rollups r
  FULL JOIN fund_rollup_truth t USING (alliance_id, organization_id, year, side, cash)
  WHERE coalesce(r.total, 0) <> coalesce(t.total, 0) OR coalesce(r.records, 0) <> coalesce(t.records, 0)`;

const verbs = [
  "pledge",
  "confirm",
  "enter",
  "enterOn",
  "spend",
  "post",
  "reverse",
  "discard",
] as const;
const step = fc.record({
  verb: fc.constantFrom(...verbs),
  fen: fc.integer({ min: 1, max: 5_000_000 }),
  cash: fc.boolean(),
  year: fc.constantFrom(2025, 2026),
  pick: fc.nat(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Waiting = {
  id: string;
  version: number;
  cash: boolean;
  out: boolean;
  fen: bigint;
  reverses?: string;
};

/** A model of one alliance's money beside the real one: plain bigint sums of what the answers said. */
function createModel(world: FundWorld) {
  const promises: { id: string; cash: boolean; fen: bigint; confirmed: boolean }[] = [];
  const waiting: Waiting[] = [];
  const posted: (Waiting & { reversed: boolean })[] = [];
  const at = <T>(list: T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
  const kind = (cash: boolean) =>
    cash ? { kind: "cash" } : { kind: "equipment", valuation: "发票" };
  const total = (list: readonly Waiting[], cash: boolean, out: boolean) =>
    list
      .filter((one) => one.cash === cash && one.out === out)
      .reduce((sum, one) => sum + one.fen, 0n);
  const typed = (given: Step) => ({
    amount: yuanText(BigInt(given.fen)),
    happenedOn: `${given.year}-08-05`,
  });
  const keep = (given: Step, cash: boolean, out: boolean, result: unknown) => {
    const { id, version } = world.value(result as { ok: true; value: Waiting });
    waiting.push({ id, version, cash, out, fen: BigInt(given.fen) });
  };

  async function enterOn(given: Step) {
    const promise = at(
      promises.filter((one) => one.confirmed),
      given.pick,
    );
    if (!promise) return;
    const result = await world.enter({
      ...kind(promise.cash),
      ...typed(given),
      commitmentId: promise.id,
    });
    if (!result.ok) return expect(result.reason).toBe("above-commitment");
    keep(given, promise.cash, false, result);
  }
  async function post(given: Step) {
    const one = at(waiting, given.pick);
    if (!one) return;
    const approved = await world.approved(one);
    expect(await world.post(approved, "chair").catch(() => "denied")).toBe("denied");
    const result = await world.post(approved);
    const room = total(posted, one.cash, false) - total(posted, one.cash, true);
    const takes = one.out ? one.fen : -one.fen;
    expect(result.ok).toBe(takes <= room);
    waiting.splice(waiting.indexOf(one), 1);
    if (result.ok) {
      posted.push({ ...one, reversed: one.reverses !== undefined });
      return;
    }
    // What cannot be posted is rejected, so that its voucher and its reversal are free again.
    expect(result.reason).toBe("overspent");
    const { id, version } = approved;
    const call = world.call("secretariat2");
    world.value(await perform(rejectEntryProcedure, call, { id, version, reason: "示例" }));
    const original = posted.find((other) => other.id === one.reverses);
    if (original) original.reversed = false;
  }
  const run: Record<(typeof verbs)[number], (given: Step) => Promise<void>> = {
    pledge: async (given) => {
      const { amount } = typed(given);
      const { id } = world.value(await world.pledge({ ...kind(given.cash), amount }));
      promises.push({ id, cash: given.cash, fen: BigInt(given.fen), confirmed: false });
    },
    confirm: async (given) => {
      const promise = at(promises, given.pick);
      if (!promise) return;
      const result = await world.confirm(promise.id);
      expect(result.ok).toBe(!promise.confirmed);
      promise.confirmed = true;
    },
    enter: async (given) =>
      keep(given, given.cash, false, await world.enter({ ...kind(given.cash), ...typed(given) })),
    enterOn,
    spend: async (given) =>
      keep(given, given.cash, true, await world.spend({ ...kind(given.cash), ...typed(given) })),
    post,
    reverse: async (given) => {
      const one = at(posted, given.pick);
      if (!one) return;
      const result = await world.reverse(one.id);
      expect(result.ok).toBe(!one.reversed);
      if (!result.ok) return;
      one.reversed = true;
      const { id, version } = result.value;
      waiting.push({ ...one, id, version, fen: -one.fen, reverses: one.id });
    },
    discard: async (given) => {
      const one = at(waiting, given.pick);
      if (!one) return;
      expect((await world.discard(one)).ok).toBe(true);
      waiting.splice(waiting.indexOf(one), 1);
      const original = posted.find((other) => other.id === one.reverses);
      if (original) original.reversed = false;
    },
  };
  const sides = (): Record<string, { cash: boolean; fen: bigint }[]> => ({
    promised: promises.filter((one) => one.confirmed),
    proposed: promises.filter((one) => !one.confirmed),
    received: posted.filter((one) => !one.out),
    spent: posted.filter((one) => one.out),
    entered: waiting.filter((one) => !one.out),
    requested: waiting.filter((one) => one.out),
  });
  const sum = (list: { cash: boolean; fen: bigint }[], cash: boolean) =>
    yuanText(list.filter((one) => one.cash === cash).reduce((all, one) => all + one.fen, 0n));
  const expected = () =>
    Object.fromEntries(
      Object.entries(sides()).map(([side, list]) => [
        side,
        { cash: sum(list, true), inKind: sum(list, false) },
      ]),
    );
  return { run: (given: Step) => run[given.verb](given), expected };
}

/** So many random operations through the doors, compared with the model after every hundred. */
export async function runAgainstModel(world: FundWorld, operations: number, seed: number) {
  const steps = fc.sample(step, { numRuns: operations, seed });
  const model = createModel(world);
  for (const [index, given] of steps.entries()) {
    await model.run(given);
    if (index % 100 !== 99) continue;
    const { sides } = await ask(fundSummaryProcedure, world.call("secretariat"), {});
    expect(sides).toMatchObject(model.expected());
    expect(await differences()).toEqual([]);
  }
  const above = await db().$queryRaw<unknown[]>`
    SELECT c.id FROM fund_commitments c JOIN fund_entries r ON r.commitment_id = c.id AND r.state <> 'rejected'
    GROUP BY c.id HAVING sum(r.amount) > c.amount AND NOT bool_or(r.above_commitment)`;
  expect(above).toEqual([]);
}

/** What is there pays for one of two withdrawals that are posted at once, round after round. */
export async function withdrawTwice(world: FundWorld, rounds: number) {
  const tenant = world.alliance.id;
  for (let round = 0; round < rounds; round += 1) {
    await world.posted({ amount: "100" });
    const both = await Promise.all(
      [1, 2].map(async () => world.approved(world.value(await world.spend({ amount: "100" })))),
    );
    const { errors } = await atOnce(both.map((entry) => () => world.post(entry)));
    const posted = await db().fundEntry.count({
      where: { allianceId: tenant, state: "posted", id: { in: both.map((entry) => entry.id) } },
    });
    const [account] = await db().$queryRaw<{ left: string }[]>`
      SELECT (received_cash + advance - spent_cash)::text AS left FROM fund_accounts WHERE alliance_id = ${tenant}::uuid`;
    expect([account?.left, posted, errors]).toEqual(["0.00", 1, []]);
  }
}
