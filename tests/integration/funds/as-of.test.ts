import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  exportDashboardProcedure,
  getDashboardProcedure,
  picturesProcedure,
} from "@/lib/features/dashboards/procedures";
import { listLedgerProcedure } from "@/lib/features/funds/procedures/entries";
import {
  cancelCommitmentProcedure,
  raiseCommitmentProcedure,
} from "@/lib/features/funds/procedures/promises";
import { fundSummaryProcedure } from "@/lib/features/funds/procedures/reports";
import { fundSides } from "@/lib/features/funds/types";
import { moneyMetrics } from "@/lib/features/metrics/types";
import { addDays, type Day, dateOf, dayIn, instantIn } from "@/lib/kernel/dates";
import { yuanText } from "@/lib/kernel/money";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { inTransaction } from "@/lib/platform/db/transaction";
import { useDatabase } from "../../support/database";
import { createFundWorld, type FundWorld, type Who } from "./world";

const { db } = useDatabase();
const zone = "Asia/Shanghai";
const first = addDays(dayIn(new Date(), zone), 1);

/** The clock goes on from tomorrow: what the database stamps by its own clock lies before all of it. */
const at = (day: Day, time = "12:00") => vi.setSystemTime(instantIn(day, time, zone));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  at(first);
});
afterEach(() => {
  vi.useRealTimers();
});

const summary = (world: FundWorld, input: object = {}, who: Who = "secretariat") =>
  ask(fundSummaryProcedure, world.call(who), input);
const ledger = (world: FundWorld, input: object = {}, who: Who = "secretariat") =>
  ask(listLedgerProcedure, world.call(who), input);
const raise = (world: FundWorld, id: string, amount: string) =>
  perform(raiseCommitmentProcedure, world.call("secretariat"), {
    id,
    amount,
    proof: "示例补充协议",
  });
const cancel = (world: FundWorld, id: string) =>
  perform(cancelCommitmentProcedure, world.call("secretariat"), { id, reason: "示例：不再出资" });

const verbs = [
  "promise",
  "pledge",
  "confirm",
  "raise",
  "cancel",
  "enter",
  "spend",
  "post",
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
  time: fc.constantFrom("00:00", "07:59", "08:01", "16:01", "23:59"),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Moved = { id: string; version: number };

/** Random money through the doors; what a rule refuses is refused, and changes no number. */
function createActs(world: FundWorld) {
  const promises: string[] = [];
  const waiting: Moved[] = [];
  const posted: string[] = [];
  const pick = <T>(list: readonly T[], { pick: n }: Step) => list[n % Math.max(1, list.length)];
  const typed = ({ fen, year, cash }: Step) => ({
    ...(cash ? { kind: "cash" } : { kind: "equipment", valuation: "发票" }),
    amount: yuanText(BigInt(fen)),
    happenedOn: `${year}-08-05`,
  });
  const promised = ({ fen, cash }: Step) => ({
    ...(cash ? { kind: "cash" } : { kind: "equipment", valuation: "发票" }),
    amount: yuanText(BigInt(fen)),
  });
  const keep = <T extends Moved>(
    result: { ok: true; value: T } | { ok: false; reason: string },
  ) => {
    if (result.ok) waiting.push({ id: result.value.id, version: result.value.version });
  };
  const onPromise = async (given: Step, act: (id: string) => Promise<unknown>) => {
    const id = pick(promises, given);
    if (id) await act(id);
  };
  const take = (given: Step) => {
    const one = pick(waiting, given);
    if (one) waiting.splice(waiting.indexOf(one), 1);
    return one;
  };
  const acts: Record<(typeof verbs)[number], (given: Step) => Promise<unknown>> = {
    promise: async (given) => promises.push((await world.promised(promised(given))).id),
    pledge: async (given) => promises.push(world.value(await world.pledge(promised(given))).id),
    confirm: (given) => onPromise(given, (id) => world.confirm(id)),
    raise: (given) => onPromise(given, (id) => raise(world, id, yuanText(BigInt(given.fen) * 3n))),
    cancel: (given) => onPromise(given, (id) => cancel(world, id)),
    enter: async (given) => keep(await world.enter(typed(given))),
    spend: async (given) => keep(await world.spend(typed(given))),
    post: async (given) => {
      const one = take(given);
      if (!one) return;
      const result = await world.post(await world.approved(one));
      if (result.ok) posted.push(one.id);
    },
    reverse: async (given) => {
      const id = pick(posted, given);
      if (id) keep(await world.reverse(id));
    },
    discard: async (given) => {
      const one = take(given);
      if (one) await world.discard(one);
    },
  };
  return (given: Step) => acts[given.verb](given);
}

const six = ["promised", "received", "spent"] as const;
const DAYS = 10;
const A_DAY = 14;

/** The six numbers, by year as well, and the tiles of the dashboard. */
async function shown(world: FundWorld, asOf?: Day) {
  const input = asOf ? { asOf } : {};
  const [money, board] = await Promise.all([
    summary(world, input),
    ask(getDashboardProcedure, world.call("secretariat"), { from: "2025", to: "2026", ...input }),
  ]);
  const codes = moneyMetrics.map(({ code }) => code);
  return {
    sides: six.map((side) => money.sides[side]),
    years: money.years.map(({ state: _, ...year }) => year),
    organizations: money.organizations,
    tiles: board.numbers
      .filter(({ code }) => codes.includes(code))
      .map(({ code, value, records }) => [code, value, records]),
  };
}

describe("behaviour 4.5 Time: money as of a date", () => {
  test("random money over days: the numbers of each day, asked for later, are those that stood there then", async () => {
    const world = await createFundWorld(db());
    const act = createActs(world);
    const steps = fc.sample(step, { numRuns: DAYS * A_DAY, seed: 20261123 });
    const days = Array.from({ length: DAYS }, (_, index) => addDays(first, index * 3));
    const then = new Map<Day, Awaited<ReturnType<typeof shown>>>();
    for (const [index, day] of days.entries()) {
      const ofDay = steps.slice(index * A_DAY, (index + 1) * A_DAY);
      for (const given of ofDay.toSorted((a, b) => a.time.localeCompare(b.time))) {
        at(day, given.time);
        await act(given);
      }
      at(day, "23:59");
      then.set(day, await shown(world));
    }
    at(addDays(first, DAYS * 3));
    expect(new Set([...then.values()].map((one) => JSON.stringify(one.sides))).size).toBe(DAYS);
    for (const [day, numbers] of then) {
      expect(await shown(world, day), day).toEqual(numbers);
      // Nothing happened on the two days after it.
      expect((await shown(world, addDays(day, 2))).sides, day).toEqual(numbers.sides);
    }
    const before = await shown(world, addDays(first, -1));
    expect(before.sides.map((side) => side?.records)).toEqual([0, 0, 0]);
    expect(before.years).toEqual([]);
    for (const who of ["secretariat", "chair", "school"] as const) {
      for (const asOf of [...days.slice(2, 9), undefined]) {
        const own = who === "school" ? { organization: world.school.id } : {};
        const input = { ...own, ...(asOf && { asOf }) };
        const { sides } = await summary(world, input, who);
        for (const side of fundSides) {
          const list = await ledger(world, { ...input, side, pageSize: "5", page: "2" }, who);
          expect([list.total, list.sums.cash, list.sums.inKind], `${who} ${asOf} ${side}`).toEqual([
            sides[side]?.records,
            sides[side]?.cash,
            sides[side]?.inKind,
          ]);
          expect(list.past?.day).toBe(asOf);
        }
      }
    }
  }, 180_000);

  test("stamps and the chain tell the same past as the triggers kept, of what is binding and posted", async () => {
    const differing = await inTransaction(async (tx) => {
      for (const table of ["fund_spans", "fund_rollup_days"]) {
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      }
      await tx.$executeRaw`CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM fund_spans`;
      await tx.$executeRaw`DELETE FROM fund_spans`;
      await tx.$executeRaw`SELECT fund_span_promise(c)::text FROM fund_commitments c`;
      await tx.$executeRaw`SELECT fund_span_of_entry(e)::text FROM fund_entries e`;
      // A promise that was raised and then cancelled or raised again left no stamp of the first of these.
      const rows = await tx.$queryRaw<unknown[]>`
        WITH binding AS (SELECT record_id, count(*) AS n FROM kept WHERE side = 'promised' GROUP BY 1),
        once AS (SELECT k.* FROM kept k LEFT JOIN binding b USING (record_id) LEFT JOIN fund_commitments c ON c.id = k.record_id
          WHERE k.side IN ('promised', 'received', 'spent') AND (c.id IS NULL OR c.state = 'confirmed' AND b.n <= 2
            OR c.state = 'cancelled' AND c.original_amount IS NULL)),
        told AS (SELECT s.* FROM fund_spans s WHERE s.side IN ('promised', 'received', 'spent')
          AND s.record_id IN (SELECT record_id FROM once))
        (SELECT record_id, since, until, side, amount FROM once EXCEPT SELECT record_id, since, until, side, amount FROM told)
        UNION ALL
        (SELECT record_id, since, until, side, amount FROM told EXCEPT SELECT record_id, since, until, side, amount FROM once)`;
      const [n] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM kept`;
      await tx.$executeRaw`DELETE FROM fund_spans`;
      await tx.$executeRaw`INSERT INTO fund_spans SELECT * FROM kept`;
      for (const table of ["fund_spans", "fund_rollup_days"]) {
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      }
      expect(n?.n).toBeGreaterThan(50);
      return rows;
    });
    expect(differing).toEqual([]);
  });

  test("I-18 a reversal counts from the day on which it is posted, and the list of before has none of it", async () => {
    const world = await createFundWorld(db());
    const entry = await world.posted({ amount: "100" });
    at(addDays(first, 2));
    await world.through(world.value(await world.reverse(entry.id)));
    at(addDays(first, 3));
    const of = async (asOf?: Day) => {
      const list = await ledger(world, { side: "received", ...(asOf && { asOf }) });
      return [
        list.sums.cash,
        list.items.map(({ isReversal, isReversed }) => [isReversal, isReversed]).toSorted(),
      ];
    };
    expect(await of(addDays(first, 1))).toEqual(["100.00", [[false, false]]]);
    const after = [
      "0.00",
      [
        [false, true],
        [true, false],
      ],
    ];
    expect(await of(addDays(first, 2))).toEqual(after);
    expect(await of()).toEqual(after);
    const { items } = await ledger(world, { asOf: addDays(first, 1) });
    expect(items[0]?.actions).toMatchObject({ reverse: false, edit: false });
  });

  test("a promise of a past day has its state and its amount of that day; today and tomorrow are now", async () => {
    const world = await createFundWorld(db());
    const { id } = world.value(await world.pledge({ amount: "10" }));
    at(addDays(first, 1));
    world.value(await world.confirm(id));
    at(addDays(first, 2));
    world.value(await raise(world, id, "25"));
    at(addDays(first, 3));
    world.value(await cancel(world, id));
    const sides = async (day: Day) => {
      const list = await ledger(world, { asOf: day });
      return list.items.map(({ side, state, amount }) => [side, state, amount]);
    };
    expect(await sides(addDays(first, -1))).toEqual([]);
    expect(await sides(first)).toEqual([["proposed", "proposed", "10.00"]]);
    expect(await sides(addDays(first, 1))).toEqual([["promised", "confirmed", "10.00"]]);
    expect(await sides(addDays(first, 2))).toEqual([["promised", "confirmed", "25.00"]]);
    for (const day of [addDays(first, 3), addDays(first, 90)]) {
      expect(await sides(day)).toEqual([]);
      expect((await ledger(world, { asOf: day })).past).toBeNull();
    }
  });

  test("what the database cannot know is not shown: promises before the day that history says", async () => {
    const world = await createFundWorld(db());
    await world.promised({ amount: "70" });
    await world.posted({ amount: "30" });
    at(addDays(first, 5));
    const known = addDays(first, 3);
    const asOf = addDays(first, 1);
    const before = await summary(world, { asOf });
    expect([before.sides.promised?.cash, before.past]).toEqual([
      "70.00",
      { day: asOf, knownFrom: null },
    ]);
    await db().fundHistory.create({
      data: { allianceId: world.alliance.id, promisedFrom: dateOf(known) },
    });
    const bare = await summary(world, { asOf });
    expect(bare.past).toEqual({ day: asOf, knownFrom: known });
    expect(bare.sides).toMatchObject({
      promised: null,
      conditional: null,
      proposed: null,
      received: { cash: "30.00" },
    });
    expect([bare.years, bare.organizations]).toEqual([[], []]);
    expect((await ledger(world, { asOf })).items.map(({ side }) => side)).toEqual(["received"]);
    const pictures = await ask(picturesProcedure, world.call("secretariat"), { asOf });
    expect([pictures.flow, pictures.past]).toEqual([null, { day: asOf, knownFrom: known }]);
    const board = await ask(getDashboardProcedure, world.call("secretariat"), { asOf });
    const stateOf = (code: string) => board.numbers.find((one) => one.code === code)?.state;
    expect([stateOf("money-promised-cash"), stateOf("money-received-cash")]).toEqual([
      "no-past",
      "value",
    ]);
    expect((await summary(world, { asOf: known })).sides.promised?.cash).toBe("70.00");
  });

  test("the picture of the flow is that of the day; a visitor reads no more of the past than of now", async () => {
    const world = await createFundWorld(db());
    await world.promised({ amount: "50" });
    at(addDays(first, 1));
    await world.posted({ amount: "20" });
    at(addDays(first, 2));
    const flow = async (asOf: Day) => {
      const found = await ask(picturesProcedure, world.call("secretariat"), { asOf });
      return found.flow?.links.map(({ value }) => value).toSorted();
    };
    expect(await flow(addDays(first, -1))).toEqual([]);
    expect(await flow(first)).toEqual(["50.00"]);
    expect((await flow(addDays(first, 1)))?.length).toBeGreaterThan(1);
    const visitor = { actor: anonymous, tenant: world.alliance.slug };
    const seen = await ask(fundSummaryProcedure, visitor, { asOf: first });
    expect([seen.sides.promised?.cash, seen.sides.entered, seen.organizations]).toEqual([
      "50.00",
      null,
      [],
    ]);
    await expect(
      ask(fundSummaryProcedure, visitor, { asOf: first, organization: world.company.id }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(ask(listLedgerProcedure, visitor, { asOf: first })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    expect((await ask(picturesProcedure, visitor, { asOf: first })).flow).toBeNull();
    const foreign = await createFundWorld(db());
    expect((await ledger(foreign, { asOf: first })).total).toBe(0);
  });

  test("I-17 the workbook of a past day holds the parts of its money: they add up to the tiles", async () => {
    const world = await createFundWorld(db());
    await world.promised({ amount: "50" });
    await world.posted({ amount: "20" });
    at(addDays(first, 1));
    await world.posted({ amount: "7", organizationId: world.school.id });
    at(addDays(first, 2));
    const parts = async (asOf: Day) => {
      const found = await ask(exportDashboardProcedure, world.call("secretariat"), {
        from: "2025",
        to: "2026",
        asOf,
      });
      expect(found.board.past?.day).toBe(asOf);
      const tile = found.board.numbers.find(({ code }) => code === "money-received-cash");
      const own = found.details.filter(({ code }) => code === "money-received-cash");
      expect(own.reduce((sum, { approved }) => sum + Number(approved), 0)).toBe(
        Number(tile?.value),
      );
      return own.map(({ approved }) => approved).toSorted();
    };
    expect(await parts(first)).toEqual(["20.00"]);
    expect(await parts(addDays(first, 1))).toEqual(["20.00", "7.00"]);
  });

  test("a past day is never rewritten, and one record counts in one way at a time", async () => {
    const world = await createFundWorld(db());
    const { id } = world.value(await world.pledge({ amount: "1" }));
    at(addDays(first, 1));
    world.value(await world.confirm(id));
    const ended = { allianceId: world.alliance.id, recordId: id, until: { not: null } };
    await expect(
      db().fundSpan.updateMany({ where: ended, data: { amount: "9" } }),
    ).rejects.toThrow();
    await expect(db().fundSpan.deleteMany({ where: ended })).rejects.toThrow();
    const open = { ...ended, until: null };
    await expect(
      db().fundSpan.updateMany({ where: open, data: { side: "received" } }),
    ).rejects.toThrow();
    await expect(db().fundRollupDay.deleteMany({})).rejects.toThrow();
    const [span] = await db().fundSpan.findMany({ where: open });
    if (!span) throw new Error("it counts");
    await expect(
      db().fundSpan.create({ data: { ...span, since: dateOf(addDays(first, 7)) } }),
    ).rejects.toThrow();
  });
});
