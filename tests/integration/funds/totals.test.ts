import { beforeAll, describe, expect, test } from "vitest";
import { listLedgerProcedure } from "@/lib/features/funds/procedures/entries";
import { fundSummaryProcedure } from "@/lib/features/funds/procedures/reports";
import { sixNumbers, sixTexts } from "@/lib/features/funds/queries/six";
import { fundSides } from "@/lib/features/funds/types";
import { getProjectProcedure } from "@/lib/features/projects/procedures/projects";
import { parseYuan } from "@/lib/kernel/money";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask } from "@/lib/platform/corridor/faces";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { differences, runAgainstModel } from "./model";
import { createFundWorld, type FundWorld, type Who } from "./world";

const { db } = useDatabase();

const summary = (world: FundWorld, input: object = {}, who: Who = "secretariat") =>
  ask(fundSummaryProcedure, world.call(who), input);
const ledger = (world: FundWorld, input: object = {}, who: Who = "secretariat") =>
  ask(listLedgerProcedure, world.call(who), input);

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

test("I-18 A-32 random operations through the doors keep model, roll-up, accounts and entries equal to the fen", async () => {
  await runAgainstModel(await createFundWorld(db()), 400, 20261122);
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
