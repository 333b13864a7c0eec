import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { fundSummaryProcedure, listLedgerProcedure } from "@/lib/features/funds/procedures";
import { fundSides } from "@/lib/features/funds/types";
import { getProjectProcedure } from "@/lib/features/projects/procedures";
import { parseYuan, yuanText } from "@/lib/kernel/money";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { createFundWorld, type FundWorld, type Who } from "./world";

const { db } = useDatabase();

const summary = (world: FundWorld, input: object = {}, who: Who = "secretariat") =>
  ask(fundSummaryProcedure, world.call(who), input);
const ledger = (world: FundWorld, input: object = {}, who: Who = "secretariat") =>
  ask(listLedgerProcedure, world.call(who), input);

/** Rows of the roll-up that differ from what the entries say. */
const differences = () => db().$queryRaw<unknown[]>`
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
    await world.booked({ amount: "1000.10", receivedOn: "2025-12-31" });
    await world.booked({ amount: "0.20", receivedOn: "2026-01-01" });
    await world.booked({ kind: "site", amount: "3", valuation: "评估报告" });
    world.value(await world.enter({ amount: "9" }));
    await world.booked({ organizationId: world.school.id, amount: "4" });
  });

  test("promised and received, cash and in kind stand apart; what was spent is said to be missing, not 0", async () => {
    const { sides, spent } = await summary(world);
    expect(sides).toMatchObject({
      promised: { cash: "35000000.00", inKind: "500.00", records: 2 },
      received: { cash: "1004.30", inKind: "3.00", records: 4 },
      proposed: { cash: "7.00", inKind: "0.00" },
      entered: { cash: "9.00" },
      conditional: { cash: "0.00" },
    });
    expect(spent).toBe("not-recorded");
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
    expect(own.items.map((entry) => entry.organizationId)).toEqual([world.school.id]);
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
      promised: { inKind: "500.00" },
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
    expect((await summary(rich)).sides.promised.cash).toBe("1999999999999998.00");
  });

  test("A-04 nothing of it is counted in another alliance", async () => {
    const foreign = await createFundWorld(db());
    expect((await summary(foreign)).sides.promised.records).toBe(0);
    expect((await ledger(foreign)).total).toBe(0);
  });

  test("the booker's list says who may book, and why not", async () => {
    const forEnterer = (await ledger(world, { side: "entered" })).items[0]?.actions;
    expect(forEnterer).toMatchObject({ book: false, bookBlocked: "same-person", discard: true });
    const forChair = (await ledger(world, { side: "entered" }, "chair")).items[0]?.actions;
    expect(forChair).toMatchObject({ book: true, bookBlocked: null, discard: false });
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
  expect(sides.conditional.cash).toBe("20000000.00");
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
  "book",
  "bookSelf",
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

/** A model of one alliance's money beside the real one: plain bigint sums of what the answers said. */
function createModel(world: FundWorld) {
  const promises: { id: string; cash: boolean; fen: bigint; confirmed: boolean }[] = [];
  const entered: { id: string; cash: boolean; fen: bigint; reverses?: string }[] = [];
  const booked: { id: string; cash: boolean; fen: bigint; reversed: boolean }[] = [];
  const at = <T>(list: T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
  const kind = (cash: boolean) =>
    cash ? { kind: "cash" } : { kind: "equipment", valuation: "发票" };

  async function book(given: Step, who: Who) {
    const one = at(entered, given.pick);
    if (!one) return;
    const result = await world.book(one.id, who);
    if (who === "secretariat") return expect(result).toMatchObject({ reason: "same-person" });
    expect(result.ok).toBe(true);
    entered.splice(entered.indexOf(one), 1);
    booked.push({ ...one, reversed: one.reverses !== undefined });
  }
  async function enterOn(given: Step) {
    const promise = at(
      promises.filter((one) => one.confirmed),
      given.pick,
    );
    if (!promise) return;
    const result = await world.enter({
      ...kind(promise.cash),
      commitmentId: promise.id,
      amount: yuanText(BigInt(given.fen)),
      receivedOn: `${given.year}-05-05`,
    });
    if (!result.ok) return expect(result.reason).toBe("above-commitment");
    entered.push({ id: result.value.id, cash: promise.cash, fen: BigInt(given.fen) });
  }
  const run: Record<(typeof verbs)[number], (given: Step) => Promise<void>> = {
    pledge: async (given) => {
      const amount = yuanText(BigInt(given.fen));
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
    enter: async (given) => {
      const amount = yuanText(BigInt(given.fen));
      const receipt = await world.enter({
        ...kind(given.cash),
        amount,
        receivedOn: `${given.year}-05-05`,
      });
      entered.push({ id: world.value(receipt).id, cash: given.cash, fen: BigInt(given.fen) });
    },
    enterOn,
    book: (given) => book(given, "chair"),
    bookSelf: (given) => book(given, "secretariat"),
    reverse: async (given) => {
      const one = at(booked, given.pick);
      if (!one) return;
      const result = await world.reverse(one.id);
      expect(result.ok).toBe(!one.reversed);
      if (!result.ok) return;
      one.reversed = true;
      entered.push({ id: result.value.id, cash: one.cash, fen: -one.fen, reverses: one.id });
    },
    discard: async (given) => {
      const one = at(entered, given.pick);
      if (!one) return;
      expect((await world.discard(one.id)).ok).toBe(true);
      entered.splice(entered.indexOf(one), 1);
      const original = booked.find((other) => other.id === one.reverses);
      if (original) original.reversed = false;
    },
  };
  const sum = (list: { cash: boolean; fen: bigint }[], cash: boolean) =>
    yuanText(list.filter((one) => one.cash === cash).reduce((total, one) => total + one.fen, 0n));
  const sides = () => ({
    promised: promises.filter((one) => one.confirmed),
    proposed: promises.filter((one) => !one.confirmed),
    received: booked,
    entered,
  });
  const expected = () =>
    Object.fromEntries(
      Object.entries(sides()).map(([side, list]) => [
        side,
        { cash: sum(list, true), inKind: sum(list, false) },
      ]),
    );
  return { run: (given: Step) => run[given.verb](given), expected };
}

test("I-18 A-32 a thousand random operations keep model, roll-up and entries equal to the fen", async () => {
  const steps = fc.sample(step, { numRuns: 1_000, seed: 20261122 });
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
    SELECT c.id FROM fund_commitments c JOIN fund_receipts r ON r.commitment_id = c.id
    GROUP BY c.id HAVING sum(r.amount) > c.amount AND NOT bool_or(r.above_commitment)`;
  expect(above).toEqual([]);
}, 180_000);

test("I-18 the roll-up stays true when many write at once", async () => {
  const world = await createFundWorld(db());
  const receipts = await Promise.all(
    Array.from({ length: 30 }, () => world.enter({ amount: "0.07" })),
  );
  await Promise.all(
    receipts.flatMap((one) => [
      world.book(world.value(one).id),
      world.book(world.value(one).id, "secretariat2"),
      world.enter({ amount: "1" }),
    ]),
  );
  expect(await differences()).toEqual([]);
  const { sides } = await summary(world);
  expect(parseYuan(sides.received.cash)).toBe(210n);
});
