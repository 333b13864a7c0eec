import { beforeAll, describe, expect, test } from "vitest";
import {
  allowAdvanceProcedure,
  decideBudgetProcedure,
  projectFundsProcedure,
  proposeBudgetProcedure,
} from "@/lib/features/funds/procedures/budgets";
import { taskLedgerProcedure } from "@/lib/features/funds/procedures/reports";
import { getProjectProcedure } from "@/lib/features/projects/procedures/projects";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { inTransaction } from "@/lib/platform/db/transaction";
import { useDatabase } from "../../support/database";
import { atOnce, audits } from "../projects/world";
import { withdrawTwice } from "./model";
import { createFundWorld, type FundWorld, patiently, type Who } from "./world";

const { db } = useDatabase();

const line = (planned: string, more: object = {}) => ({
  task: "示例任务一",
  title: "设备费",
  department: "示例计划财务处",
  responsible: "示例负责人",
  planned,
  ...more,
});

const propose = (world: FundWorld, lines: object[], who: Who = "school") =>
  perform(proposeBudgetProcedure, world.call(who), {
    projectId: world.project.id,
    reason: "示例：年度预算",
    lines: lines as ReturnType<typeof line>[],
  });
const decide = (
  world: FundWorld,
  id: string,
  who: Who = "secretariat",
  decision: "adopt" | "reject" = "adopt",
) => perform(decideBudgetProcedure, world.call(who), { id, decision });

const view = (world: FundWorld) =>
  ask(projectFundsProcedure, world.call("secretariat"), { id: world.project.id });

async function withBudget(planned: string, received: string) {
  const world = await createFundWorld(db());
  await world.posted({ amount: received });
  world.value(await decide(world, world.value(await propose(world, [line(planned)])).id));
  const { lines } = await view(world);
  return { world, lineId: lines[0]?.id ?? "" };
}

describe("budget lines with revisions", () => {
  test("proposed by the lead, adopted by another person; the old version is kept", async () => {
    const { world, lineId } = await withBudget("1000", "1");
    const next = world.value(
      await propose(world, [line("1500", { id: lineId }), line("200", { title: "差旅费" })]),
    );
    expect(next).toMatchObject({ number: 2, state: "proposed" });
    expect(await propose(world, [line("1")])).toMatchObject({ reason: "budget-open" });
    expect((await view(world)).lines[0]).toMatchObject({ planned: "1000.00" });
    world.value(await decide(world, next.id));
    const { lines, revisions } = await view(world);
    expect(lines).toMatchObject([
      {
        planned: "1500.00",
        ceiling: "1650.00",
        planBy: [
          { number: 1, planned: "1000.00" },
          { number: 2, planned: "1500.00" },
        ],
      },
      { planned: "200.00", planBy: [{ number: 2, planned: "200.00" }] },
    ]);
    expect(revisions.map(({ number, state }) => [number, state])).toEqual([
      [2, "adopted"],
      [1, "adopted"],
    ]);
    expect(await decide(world, next.id)).toMatchObject({ reason: "budget-decided" });
    await expect(
      db().budgetAmount.updateMany({ where: { revisionId: next.id }, data: { planned: "9" } }),
    ).rejects.toThrow();
  });
  test("I-15 who proposes does not adopt; others may not at all", async () => {
    const world = await createFundWorld(db());
    const own = world.value(await propose(world, [line("10")], "secretariat"));
    expect(await decide(world, own.id, "secretariat")).toMatchObject({ reason: "same-person" });
    await expect(decide(world, own.id, "school")).rejects.toMatchObject({ code: "forbidden" });
    await expect(propose(world, [line("10")], "contact")).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      db().budgetRevision.update({
        where: { id: own.id },
        data: {
          state: "adopted",
          decidedAt: new Date(),
          decidedById: world.actors.secretariat.userId,
        },
      }),
    ).rejects.toThrow();
    const { done, refused, errors } = await atOnce([
      () => decide(world, own.id, "chair"),
      () => decide(world, own.id, "secretariat2"),
    ]);
    expect([done.length, refused.length + errors.length]).toEqual([1, 1]);
    expect((await audits(db(), own.id)).map(({ action }) => action)).toEqual([
      "budget.propose",
      "budget.decide",
    ]);
  });
  test("a new version never falls below what was spent", async () => {
    const { world, lineId } = await withBudget("1000", "2000");
    await world.paid({ lineId, amount: "900" });
    const next = world.value(await propose(world, [line("500", { id: lineId })]));
    expect(await decide(world, next.id)).toMatchObject({
      reason: "below-spent",
      details: { spent: "900.00" },
    });
    expect((await view(world)).revisions[0]?.state).toBe("proposed");
  });
});

describe("Budget guard: over a line up to 10 % warns and needs reason; above → revision first", () => {
  test("each beside its field", async () => {
    const { world, lineId } = await withBudget("1000", "5000");
    expect(await world.spend({ amount: "10" })).toMatchObject({
      reason: "line-required",
      details: { field: "lineId" },
    });
    await world.paid({ lineId, amount: "950" });
    expect(await world.spend({ lineId, amount: "51" })).toMatchObject({
      reason: "line-over",
      details: { field: "overReason", left: "50.00", planned: "1000.00" },
    });
    expect(await world.spend({ lineId, amount: "151" })).toMatchObject({ reason: "line-passed" });
    await world.paid({ lineId, amount: "150", overReason: "示例：材料涨价" });
    expect((await view(world)).lines[0]).toMatchObject({ spent: "1100.00" });
    expect(await world.spend({ lineId, kind: "equipment", amount: "1" })).toMatchObject({
      reason: "line-other-kind",
    });
  });
  test("two on one line at once: the line holds", async () => {
    const { world, lineId } = await withBudget("100", "5000");
    const both = await Promise.all(
      [1, 2].map(async () =>
        world.approved(world.value(await world.spend({ lineId, amount: "100" }))),
      ),
    );
    const { done, refused, errors } = await atOnce(both.map((entry) => () => world.post(entry)));
    expect([done.length, refused.length + errors.length]).toEqual([1, 1]);
  });
});

describe("A-33 spent ≤ received + allowed advance", () => {
  test("refused with what is left; an advance by the chair gives room, and is not taken away while it is used", async () => {
    const world = await createFundWorld(db());
    await world.posted({ amount: "100" });
    const entry = await world.approved(world.value(await world.spend({ amount: "150" })));
    expect(await world.post(entry)).toMatchObject({
      reason: "overspent",
      details: { left: "100.00", wanted: "150.00" },
    });
    const allow = (amount: string, who: Who = "chair") =>
      perform(allowAdvanceProcedure, world.call(who), {
        projectId: world.project.id,
        amount,
        basis: "示例批复",
      });
    await expect(allow("50", "secretariat")).rejects.toMatchObject({ code: "forbidden" });
    world.value(await allow("50"));
    world.value(await world.post(entry));
    expect(await allow("49.99")).toMatchObject({
      reason: "advance-used",
      details: { used: "50.00" },
    });
    const { six, advance } = await view(world);
    expect([six.spent.cash, six.received.cash, advance]).toEqual(["150.00", "100.00", "50.00"]);
  });
  test("cash does not pay for goods: each kind has its own room", async () => {
    const world = await createFundWorld(db());
    await world.posted({ amount: "100" });
    const entry = await world.approved(
      world.value(await world.spend({ kind: "equipment", amount: "1" })),
    );
    expect(await world.post(entry)).toMatchObject({ reason: "overspent" });
  });
  test("money that was spent is not taken from under it by a reversal", async () => {
    const world = await createFundWorld(db());
    const receipt = await world.posted({ amount: "100" });
    await world.paid({ amount: "60" });
    const reversal = await world.approved(world.value(await world.reverse(receipt.id)));
    expect(await world.post(reversal)).toMatchObject({ reason: "overspent" });
  });
  test("two withdrawals in parallel never overspend: 50 rounds", async () => {
    await withdrawTwice(await createFundWorld(db(), 1, patiently), 50);
  }, 300_000);
  test("who waits too long for the account hears when to come again; nothing happened, and once again it goes", async () => {
    const world = await createFundWorld(db());
    await world.posted({ amount: "100" });
    const entry = await world.approved(world.value(await world.spend({ amount: "100" })));
    const [holds, waits] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const held = inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM fund_accounts WHERE alliance_id = ${world.alliance.id}::uuid FOR UPDATE`;
      holds.resolve();
      await waits.promise;
    });
    await Promise.race([holds.promise, held]);
    // The database gives up a lock after three seconds.
    await expect(world.post(entry)).rejects.toMatchObject({
      code: "unavailable",
      retryAfter: 2,
    });
    waits.resolve();
    await held;
    expect(await world.read(entry.id)).toMatchObject({ state: "approved", version: entry.version });
    expect(world.value(await world.post(entry))).toMatchObject({ state: "posted" });
  }, 20_000);
  test("the database keeps it without the application", async () => {
    const world = await createFundWorld(db());
    await world.posted({ amount: "100" });
    const both = await Promise.all(
      [1, 2].map(async () => world.approved(world.value(await world.spend({ amount: "100" })))),
    );
    const settled = await Promise.allSettled(
      both.map(({ id }) =>
        db().fundEntry.update({
          where: { id },
          data: {
            state: "posted",
            postedAt: new Date(),
            postedById: world.actors.secretariat2.userId,
          },
        }),
      ),
    );
    expect(settled.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("专项台账: task, budget, arrival and execution by department and responsible person", () => {
  let world: FundWorld;
  beforeAll(async () => {
    world = await createFundWorld(db());
    const first = world.value(
      await propose(world, [
        line("1000"),
        line("500", { title: "培训费" }),
        line("300", { task: "示例任务二", department: "示例教务处", responsible: "示例老师" }),
      ]),
    );
    world.value(await decide(world, first.id));
    const [equipment] = (await view(world)).lines;
    const lineId = equipment?.id;
    await world.posted({ amount: "600", lineId });
    await world.paid({ amount: "250", lineId });
  });
  const tasks = (input: object = {}, who: Who = "chair") =>
    ask(taskLedgerProcedure, world.call(who), input);
  test("one row per task with its sums, and a sum per department", async () => {
    const { items, departments, total } = await tasks();
    expect(total).toBe(2);
    const first = items.find((one) => one.task === "示例任务一");
    expect(first).toMatchObject({
      planned: "1500.00",
      received: "600.00",
      spent: "250.00",
      lines: 2,
      department: "示例计划财务处",
      responsible: "示例负责人",
    });
    expect(departments).toHaveLength(2);
    expect((await tasks({ department: "示例教务处" })).items).toMatchObject([
      { task: "示例任务二" },
    ]);
    expect((await tasks({ sort: "-execution" })).items[0]?.task).toBe("示例任务一");
  });
  test.each(["contact", "observer", "school"] as const)("%s may not read the whole", (who) =>
    expect(tasks({}, who)).rejects.toMatchObject({ code: "forbidden" }),
  );
  test("Project without money: allowed, counted as 0, not as missing", async () => {
    const own = await createFundWorld(db());
    expect((await view(own)).six).toEqual({
      promised: { cash: "0.00", inKind: "0.00" },
      received: { cash: "0.00", inKind: "0.00" },
      spent: { cash: "0.00", inKind: "0.00" },
    });
  });
  test("Project without money: its tab is hidden, and shown as soon as there is money after all", async () => {
    const own = await createFundWorld(db());
    const hidden = async () =>
      (await ask(getProjectProcedure, own.call("contact"), { id: own.project.id })).inside
        ?.withoutMoney;
    expect(await hidden()).toBe(false);
    await db().project.update({ where: { id: own.project.id }, data: { withoutMoney: true } });
    expect(await hidden()).toBe(true);
    own.value(await own.pledge({ amount: "7" }));
    expect(await hidden()).toBe(false);
  });
  test("a party reads its own promises of the project, a stranger nothing", async () => {
    const read = (who: Who) =>
      ask(projectFundsProcedure, world.call(who), { id: world.project.id });
    await world.promised({ amount: "5" });
    expect((await read("contact")).commitments).toHaveLength(1);
    expect((await read("school")).commitments).toHaveLength(0);
    await expect(read("supplier")).rejects.toMatchObject({ code: "not-found" });
  });
});
