import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { listLedgerProcedure, rejectEntryProcedure } from "@/lib/features/funds/procedures/entries";
import { fundSummaryProcedure } from "@/lib/features/funds/procedures/reports";
import { sixNumbers, sixTexts } from "@/lib/features/funds/queries/six";
import { fundSides } from "@/lib/features/funds/types";
import { getProjectProcedure } from "@/lib/features/projects/procedures/projects";
import { parseYuan, yuanText } from "@/lib/kernel/money";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { createFundWorld, type FundWorld, type Who } from "./world";

const { db } = useDatabase();

const summary = (world: FundWorld, input: object = {}, who: Who = "secretariat") =>
  ask(fundSummaryProcedure, world.call(who), input);
const ledger = (world: FundWorld, input: object = {}, who: Who = "secretariat") =>
  ask(listLedgerProcedure, world.call(who), input);

/** Rows of the roll-up, of its past, and accounts of projects, that differ from what the entries say. */
const differences = async () => [
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

describe("the numbers of one alliance", () => {
  let world: FundWorld;
  beforeAll(async () => {
    world = await createFundWorld(db());
    await world.promised({ amount: "35000000" });
    await world.promised({ kind: "equipment", amount: "500", valuation: "发票" });
    world.value(await world.pledge({ amount: "7" }));
    await world.posted({ amount: "1000.10", happenedOn: "2025-12-31" });
    await world.posted({ amount: "0.20", happenedOn: "2026-01-01" });
    await world.posted({ kind: "site", amount: "3", valuation: "评估报告" });
    world.value(await world.enter({ amount: "9" }));
    await world.posted({ organizationId: world.school.id, amount: "4" });
    await world.paid({ amount: "250.05" });
    await world.paid({ kind: "site", amount: "1" });
    world.value(await world.spend({ amount: "6" }));
  });

  test.each(["-on", "on", "-amount", "amount"])(
    "the ledger's pages, sorted by %s, are one list of promises and entries, each once",
    async (sort) => {
      const whole = await ledger(world, { sort, pageSize: 50 });
      expect(new Set(whole.items.map((one) => one.entry))).toEqual(
        new Set(["commitment", "entry"]),
      );
      const paged: unknown[] = [];
      for (let page = 1; page <= Math.ceil(whole.total / 2); page += 1) {
        paged.push(...(await ledger(world, { sort, page, pageSize: 2 })).items);
      }
      expect(paged).toEqual(whole.items);
      const keys = whole.items.map((one) =>
        sort.endsWith("on") ? Date.parse(one.on) : Number(one.amount),
      );
      expect(keys).toEqual(keys.toSorted((a, b) => (sort.startsWith("-") ? b - a : a - b)));
      const cash = await ledger(world, {
        sort,
        cash: "true",
        side: "received",
        pageSize: 1,
        page: 2,
      });
      expect([cash.total, cash.items.length, cash.items[0]?.side]).toEqual([3, 1, "received"]);
    },
  );

  test("always six numbers: promised, received and spent, cash and in kind, each apart", async () => {
    const { sides } = await summary(world);
    expect(sides).toMatchObject({
      promised: { cash: "35000000.00", inKind: "500.00", records: 2 },
      received: { cash: "1004.30", inKind: "3.00", records: 4 },
      proposed: { cash: "7.00", inKind: "0.00" },
      entered: { cash: "9.00" },
      conditional: { cash: "0.00" },
      spent: { cash: "250.05", inKind: "1.00", records: 2 },
      requested: { cash: "6.00", inKind: "0.00" },
    });
    const six = sixTexts(
      await sixNumbers(db(), world.alliance.id, { projectIds: [world.project.id] }),
    );
    expect(six).toEqual({
      promised: { cash: "35000000.00", inKind: "500.00" },
      received: { cash: "1004.30", inKind: "3.00" },
      spent: { cash: "250.05", inKind: "1.00" },
    });
    const whole = sixTexts(await sixNumbers(db(), world.alliance.id, {}));
    expect(whole).toEqual(six);
    const company = await sixNumbers(db(), world.alliance.id, {
      organizationId: world.company.id,
    });
    expect(company.received).toEqual({ cash: 100_030n, kind: 300n });
  });

  test("the year of a receipt is the year of its day", async () => {
    expect((await summary(world, { from: 2025, to: 2025 })).sides.received.cash).toBe("1000.10");
    expect((await summary(world, { from: 2026 })).sides.received.cash).toBe("4.20");
  });

  test("by organization, the largest first", async () => {
    const { organizations } = await summary(world);
    expect(organizations.map((one) => [one.id, one.received.cash])).toEqual([
      [world.company.id, "1000.30"],
      [world.school.id, "4.00"],
    ]);
  });

  const filters = [{}, { from: 2025, to: 2025 }, { from: 2026 }];
  test.each(filters)("the list behind every number has its total, by %j", async (filter) => {
    for (const of of [{}, { organization: world.company.id }]) {
      const input = { ...filter, ...of };
      const { sides } = await summary(world, input);
      for (const side of fundSides) {
        const list = await ledger(world, { ...input, side });
        expect(list.sums).toEqual({ cash: sides[side]?.cash, inKind: sides[side]?.inKind });
        expect(list.total).toBe(sides[side]?.records);
        const cash = await ledger(world, { ...input, side, cash: "true" });
        expect(cash.sums).toEqual({ cash: sides[side]?.cash, inKind: "0.00" });
      }
    }
  });

  test("a party reads its own entries only; the summary of the whole is open to it", async () => {
    const own = await ledger(world, {}, "school");
    expect(new Set(own.items.map((entry) => entry.organizationId))).toEqual(
      new Set([world.school.id]),
    );
    expect((await ledger(world, { organization: world.company.id }, "school")).total).toBe(0);
    expect((await summary(world, {}, "school")).opensLedger).toBe(false);
    expect((await summary(world, { organization: world.school.id }, "school")).opensLedger).toBe(
      true,
    );
  });

  test("a visitor reads binding and booked sums, no entry, no organization", async () => {
    const seen = await ask(
      fundSummaryProcedure,
      { actor: anonymous, tenant: world.alliance.slug },
      {},
    );
    expect(seen.sides).toMatchObject({
      proposed: null,
      entered: null,
      requested: null,
      promised: { inKind: "500.00" },
      spent: { cash: "250.05" },
    });
    expect(seen.organizations).toEqual([]);
    await expect(
      ask(listLedgerProcedure, { actor: anonymous, tenant: world.alliance.slug }, {}),
    ).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(ledger(world, {}, "observer")).rejects.toMatchObject({ code: "forbidden" });
  });

  test("A-13 who reads only what is public asks no organization's sums one by one", async () => {
    const organization = world.company.id;
    const { slug: tenant, id: allianceId } = world.alliance;
    await expect(
      ask(fundSummaryProcedure, { actor: anonymous, tenant }, { organization }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
    const expert = await createActor(db(), "expert", { allianceId });
    await expect(
      ask(fundSummaryProcedure, { actor: expert, tenant }, { organization }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const seen = await ask(fundSummaryProcedure, { actor: expert, tenant }, {});
    expect(seen.sides).toMatchObject({ proposed: null, entered: null });
    expect(seen.organizations).toEqual([]);
    expect((await summary(world, { organization }, "observer")).sides.proposed).not.toBeNull();
  });

  test("I-19 a sum larger than any one amount is shown, and never as 0", async () => {
    const rich = await createFundWorld(db());
    for (const _ of [1, 2]) await rich.promised({ amount: "999999999999999" });
    expect((await summary(rich)).sides.promised?.cash).toBe("1999999999999998.00");
  });

  test("A-04 nothing of it is counted in another alliance", async () => {
    const foreign = await createFundWorld(db());
    expect((await summary(foreign)).sides.promised?.records).toBe(0);
    expect((await ledger(foreign)).total).toBe(0);
  });

  test("the list says whose turn it is, and why not the reader's", async () => {
    const forAuthor = (await ledger(world, { side: "entered" })).items[0]?.actions;
    expect(forAuthor).toMatchObject({ check: false, blocked: "same-person", discard: true });
    const forChecker = (await ledger(world, { side: "entered" }, "secretariat2")).items[0]?.actions;
    expect(forChecker).toMatchObject({ check: true, blocked: null, discard: false });
    const forChair = (await ledger(world, { side: "entered" }, "chair")).items[0]?.actions;
    expect(forChair).toMatchObject({ check: false, blocked: "role" });
  });

  test("a promise to a project without a number offers no confirmation that would be refused", async () => {
    const checking = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
    });
    const { id } = world.value(await world.pledge({ projectId: checking.id }));
    const { items } = await ledger(world, { side: "proposed" });
    const offered = items.map((entry) => [entry.id === id, entry.actions.confirm]);
    expect(offered).toEqual(
      expect.arrayContaining([
        [true, false],
        [false, true],
      ]),
    );
    await db().fundCommitment.delete({ where: { id } });
  });

  test.each([
    ["-amount", "35000000.00"],
    ["amount", "0.20"],
  ] as const)("sorted by %s", async (sort, first) =>
    expect((await ledger(world, { sort })).items[0]?.amount).toBe(first),
  );
});

test("S002 Deyang: 2,000 万元 under a condition; promised 0, received 0", async () => {
  const world = await createFundWorld(db());
  world.value(
    await world.pledge({ amount: "20000000", condition: "公司注册完成且各方出资到位后" }),
  );
  const { sides } = await summary(world);
  expect(sides.conditional?.cash).toBe("20000000.00");
  expect(sides.promised).toEqual({ cash: "0.00", inKind: "0.00", records: 0 });
  expect(sides.received).toEqual({ cash: "0.00", inKind: "0.00", records: 0 });
  const project = await ask(getProjectProcedure, world.call("contact"), { id: world.project.id });
  expect(project.inside?.money.received.cash).toBe("0.00");
  expect(project.inside?.commitments).toMatchObject([{ state: "conditional", received: "0.00" }]);
});

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

const OPERATIONS = Number(process.env.MONEY_OPERATIONS ?? 400);

test("I-18 A-32 random operations through the doors keep model, roll-up, accounts and entries equal to the fen", async () => {
  const steps = fc.sample(step, { numRuns: OPERATIONS, seed: 20261122 });
  const world = await createFundWorld(db());
  const model = createModel(world);
  for (const [index, given] of steps.entries()) {
    await model.run(given);
    if (index % 100 !== 99) continue;
    const { sides } = await summary(world);
    expect(sides).toMatchObject(model.expected());
    expect(await differences()).toEqual([]);
  }
  const above = await db().$queryRaw<unknown[]>`
    SELECT c.id FROM fund_commitments c JOIN fund_entries r ON r.commitment_id = c.id AND r.state <> 'rejected'
    GROUP BY c.id HAVING sum(r.amount) > c.amount AND NOT bool_or(r.above_commitment)`;
  expect(above).toEqual([]);
}, 180_000);

test("I-18 the roll-up stays true when many write at once", async () => {
  const world = await createFundWorld(db());
  const entries = await Promise.all(
    Array.from({ length: 20 }, () => world.enter({ amount: "0.07" })),
  );
  const approved = await Promise.all(entries.map((one) => world.approved(world.value(one))));
  await Promise.allSettled(
    approved.flatMap((one) => [
      world.post(one),
      world.post(one, "secretariat3"),
      world.enter({ amount: "1" }),
    ]),
  );
  expect(await differences()).toEqual([]);
  // Who found no free connection in time comes again; who was booked is not booked twice.
  for (const one of approved) await Promise.allSettled([world.post(one)]);
  expect(await differences()).toEqual([]);
  const { sides } = await summary(world);
  expect(parseYuan(sides.received.cash)).toBe(140n);
});
