import { beforeAll, describe, expect, test } from "vitest";
import { setRulesProcedure } from "@/lib/features/funds/procedures/budgets";
import {
  closeYearProcedure,
  countersignYearProcedure,
  listYearsProcedure,
  restateYearProcedure,
  takeBackClosingProcedure,
} from "@/lib/features/funds/procedures/reports";
import { addDays } from "@/lib/kernel/dates";
import { today } from "@/lib/platform/clock";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { inTransaction } from "@/lib/platform/db/transaction";
import { useDatabase } from "../../support/database";
import { atOnce, resolutionAbout } from "../projects/world";
import { createFundWorld, type FundWorld, type Who } from "./world";

const { db } = useDatabase();

const close = (world: FundWorld, who: Who = "secretariat", year = 2025) =>
  perform(closeYearProcedure, world.call(who), { year });
const sign = (world: FundWorld, who: Who = "supervisor", year = 2025) =>
  perform(countersignYearProcedure, world.call(who), { year });
const list = (world: FundWorld) => ask(listYearsProcedure, world.call("secretariat"), {});
/** The window for late entries is over: a month goes by. */
const lateOver = (world: FundWorld) =>
  inTransaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE fund_years SET late_until = current_date - 2 WHERE alliance_id = ${world.alliance.id}::uuid`;
  });

async function closed() {
  const world = await createFundWorld(db());
  await world.posted({ amount: "100", happenedOn: "2025-08-01" });
  world.value(await close(world));
  world.value(await sign(world));
  return world;
}

describe("year close", () => {
  test("proposed by finance, countersigned by the supervisor; the figures of that day are kept", async () => {
    const world = await createFundWorld(db());
    await world.posted({ amount: "100", happenedOn: "2025-08-01" });
    await world.posted({ amount: "7", happenedOn: "2026-02-01" });
    expect(await close(world, "secretariat", 2026)).toMatchObject({ reason: "year-not-over" });
    world.value(await close(world));
    expect(await close(world)).toMatchObject({ reason: "year-wrong-state" });
    for (const who of ["secretariat", "chair", "contact"] as const)
      await expect(sign(world, who)).rejects.toMatchObject({ code: "forbidden" });
    world.value(await sign(world));
    const { items } = await list(world);
    expect(items.map(({ year, state }) => [year, state])).toEqual([
      [2026, "open"],
      [2025, "closed"],
    ]);
    expect(items[1]).toMatchObject({
      closed: { received: { cash: "100.00" }, spent: { cash: "0.00" } },
      lateUntil: addDays(today(), 30),
    });
    expect(await sign(world)).toMatchObject({ reason: "year-wrong-state" });
  });
  test("not while entries of the year are under way; a proposal can be taken back", async () => {
    const world = await createFundWorld(db());
    const entry = world.value(await world.enter({ happenedOn: "2025-08-01" }));
    expect(await close(world)).toMatchObject({
      reason: "year-has-entries",
      details: { pending: 1 },
    });
    world.value(await world.discard(entry));
    world.value(await close(world));
    world.value(await world.enter({ happenedOn: "2025-08-01" }));
    expect(await sign(world)).toMatchObject({ reason: "year-has-entries" });
    const back = () =>
      perform(takeBackClosingProcedure, world.call("secretariat2"), { year: 2025 });
    expect(await back()).toMatchObject({ value: { state: "open" } });
    await expect(back()).rejects.toMatchObject({ code: "not-found" });
  });
  test("two countersign at once: once", async () => {
    const world = await createFundWorld(db());
    await world.posted({ happenedOn: "2025-08-01" });
    world.value(await close(world));
    const { done, refused, errors } = await atOnce([() => sign(world), () => sign(world)]);
    expect([done.length, refused.length + errors.length]).toEqual([1, 1]);
  });
  test("I-15 the database wants two persons, and a closed year stays", async () => {
    const world = await closed();
    const where = { allianceId_year: { allianceId: world.alliance.id, year: 2025 } };
    await expect(
      db().fundYear.update({ where, data: { state: "closing", closedAt: null } }),
    ).rejects.toThrow();
    await expect(db().fundYear.delete({ where })).rejects.toThrow();
    const self = world.actors.secretariat.userId;
    await expect(
      db().fundYear.create({
        data: {
          allianceId: world.alliance.id,
          year: 2024,
          proposedById: self,
          countersignedById: self,
        },
      }),
    ).rejects.toThrow();
  });
});

describe("Spending dated after close", () => {
  test("“Late entries” window by finance only", async () => {
    const world = await closed();
    expect(await world.request({ happenedOn: "2025-09-01" })).toMatchObject({
      reason: "year-closed",
      details: { field: "happenedOn", year: 2025 },
    });
    await world.paid({ amount: "40", happenedOn: "2025-09-01" });
    const { items } = await list(world);
    const year = items.find((one) => one.year === 2025);
    expect([year?.now.spent.cash, year?.closed?.spent.cash]).toEqual(["40.00", "0.00"]);
  });
  test("later → by decision; closed figures get a restatement", async () => {
    const world = await closed();
    const late = await world.approved(
      world.value(await world.enter({ amount: "9", happenedOn: "2025-09-01" })),
    );
    await lateOver(world);
    expect(await world.enter({ happenedOn: "2025-09-01" })).toMatchObject({
      reason: "year-closed",
    });
    expect(await world.post(late)).toMatchObject({ reason: "year-closed" });
    const resolution = await resolutionAbout(db(), world, world.project.id);
    const restate = (given: object = {}, who: Who = "secretariat") =>
      perform(restateYearProcedure, world.call(who), {
        year: 2025,
        resolutionId: resolution.id,
        note: "示例：补记一笔到账",
        until: addDays(today(), 10),
        ...given,
      });
    await expect(restate({}, "chair")).rejects.toMatchObject({ code: "forbidden" });
    expect(await restate({ until: addDays(today(), 91) })).toMatchObject({
      reason: "restatement-too-long",
    });
    expect(await restate({ year: 2025 })).toMatchObject({ ok: true });
    expect(await restate()).toMatchObject({ reason: "restated-already" });
    expect(world.value(await world.post(late)).state).toBe("posted");
    const { items } = await list(world);
    expect(items.find((one) => one.year === 2025)).toMatchObject({
      state: "closed",
      now: { received: { cash: "109.00" } },
      closed: { received: { cash: "100.00" } },
      restatements: [{ note: "示例：补记一笔到账" }],
    });
    const foreign = await createFundWorld(db());
    const other = await resolutionAbout(db(), foreign, foreign.project.id);
    await expect(restate({ resolutionId: other.id })).rejects.toMatchObject({ code: "not-found" });
  });
  test("who posts and who closes at once: the figures hold the posting or it is late", async () => {
    for (let round = 0; round < 8; round += 1) {
      const world = await createFundWorld(db());
      await world.posted({ amount: "100", happenedOn: "2025-08-01" });
      world.value(await close(world));
      const entry = await world.approved(
        world.value(await world.enter({ amount: "5", happenedOn: "2025-08-02" })),
      );
      await atOnce<{ ok: boolean }>([() => world.post(entry), () => sign(world)]);
      const { items } = await list(world);
      const year = items.find((one) => one.year === 2025);
      if (year?.closed) expect(year.closed.received.cash).toBe("105.00");
    }
  });
});

describe("limits of an alliance", () => {
  let world: FundWorld;
  beforeAll(async () => {
    world = await createFundWorld(db());
  });
  const set = (given: object = {}, who: Who = "chair") =>
    perform(setRulesProcedure, world.call(who), {
      secondApproverFrom: "50",
      overLinePercent: 5,
      lateDays: 10,
      basis: "示例资金管理办法",
      ...given,
    });
  test("set by the chair, kept with those before, and they hold at once", async () => {
    await expect(set({}, "secretariat")).rejects.toMatchObject({ code: "forbidden" });
    await expect(set({ overLinePercent: 51 })).rejects.toMatchObject({
      issues: [{ path: "overLinePercent" }],
    });
    expect(world.value(await set())).toMatchObject({ number: 1, lateDays: 10 });
    const checked = world.value(
      await world.check(world.value(await world.enter({ amount: "50" }))),
    );
    expect(world.value(await world.approve(checked)).state).toBe("checked");
    expect(world.value(await set({ lateDays: 20 }))).toMatchObject({ number: 2 });
    expect(await db().fundRule.count({ where: { allianceId: world.alliance.id } })).toBe(2);
  });
});
