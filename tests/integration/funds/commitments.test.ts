import { beforeAll, describe, expect, test } from "vitest";
import { promiseMoney } from "@/lib/features/funds/commands/promise";
import { projectFundsProcedure } from "@/lib/features/funds/procedures/budgets";
import {
  allocateProcedure,
  cancelCommitmentProcedure,
  createSpecialFundProcedure,
  listSpecialFundsProcedure,
  proveConditionProcedure,
  raiseCommitmentProcedure,
  scheduleCommitmentProcedure,
} from "@/lib/features/funds/procedures/promises";
import { promiseAgeingProcedure } from "@/lib/features/funds/procedures/reports";
import { sixNumbers } from "@/lib/features/funds/queries/six";
import { addDays } from "@/lib/kernel/dates";
import { today } from "@/lib/platform/clock";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { inTransaction } from "@/lib/platform/db/transaction";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createStoredFile } from "@/prisma/seed/factories/governance";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { scopeOf } from "../../support/scope";
import { atOnce, audits } from "../projects/world";
import { createFundWorld, type FundWorld, type Who } from "./world";

const { db } = useDatabase();
let world: FundWorld;
beforeAll(async () => {
  world = await createFundWorld(db());
});

const createFile = async (allianceId: string) => (await createStoredFile(db(), { allianceId })).id;

describe("commitments.create", () => {
  test("a party promises for itself; the promise is proposed until it is proved", async () => {
    const promise = world.value(await world.pledge({ amount: "12.5" }));
    expect(promise).toMatchObject({
      state: "proposed",
      amount: "12.50",
      received: "0.00",
      proof: null,
    });
    expect(await audits(db(), promise.id)).toEqual([{ action: "contribution.pledge" }]);
  });
  test.each([
    ["a contact for another party", () => world.pledge({ organizationId: world.school.id })],
    ["the chair", () => world.pledge({}, "chair")],
    ["an observer", () => world.pledge({}, "observer")],
  ])("%s may not", (_, call) => expect(call()).rejects.toMatchObject({ code: "forbidden" }));
  test("an organization that is no party promises nothing here", async () => {
    expect(await world.pledge({ organizationId: world.supplier.id }, "supplier")).toMatchObject({
      reason: "not-a-party",
    });
    expect(await world.pledge({ organizationId: world.supplier.id }, "secretariat")).toMatchObject({
      reason: "not-a-party",
    });
  });
  test("goods need the basis of their value", () =>
    expect(world.pledge({ kind: "equipment" })).rejects.toMatchObject({
      issues: [{ path: "valuation", message: "valuation-required" }],
    }));
  test.each(["0", "-5", "0.001", "1e3", "NaN", "1000000000000000", "１２"])(
    "A-32 I-19 refuses the amount %s",
    (amount) =>
      expect(world.pledge({ amount })).rejects.toMatchObject({ issues: [{ path: "amount" }] }),
  );
  test("I-19 the largest amount is kept to the fen", async () => {
    const promise = world.value(await world.pledge({ amount: "999999999999999.99" }));
    expect(promise.amount).toBe("999999999999999.99");
    await db().fundCommitment.delete({ where: { id: promise.id } });
  });
  test("hours at a rate are told with the promise, and must give its amount", async () => {
    const given = {
      kind: "staff_time",
      valuation: "示例工时表",
      valuedBy: "rate_hours",
      hourlyRate: "150",
      hours: "8.5",
    };
    expect(await world.pledge({ ...given, amount: "1200" })).toMatchObject({
      reason: "valuation-differs",
      details: { field: "amount", computed: "1275.00" },
    });
    expect(world.value(await world.pledge({ ...given, amount: "1275" }))).toMatchObject({
      valuedBy: "rate_hours",
      hourlyRate: "150.00",
      hours: "8.50",
    });
    await expect(world.pledge({ ...given, kind: "cash", amount: "1275" })).rejects.toMatchObject({
      issues: [{ path: "hours", message: "hours-need-rate" }],
    });
  });
  test("Foreign or partial payment: a promise in another currency keeps its rate and the day of it", async () => {
    const given = { currency: "USD", foreignAmount: "100", rateOn: "2026-03-02" };
    await expect(world.pledge({ ...given, amount: "712.34" })).rejects.toMatchObject({
      issues: [{ path: "rate", message: "foreign-incomplete" }],
    });
    expect(await world.pledge({ ...given, rate: "7.1234", amount: "712" })).toMatchObject({
      reason: "valuation-differs",
      details: { computed: "712.34" },
    });
    expect(
      world.value(await world.pledge({ ...given, rate: "7.1234", amount: "712.34" })),
    ).toMatchObject({ currency: "USD", foreignAmount: "100.00", rateOn: "2026-03-02" });
  });
  test("nothing is promised to a project that ended", async () => {
    const ended = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
      state: "withdrawn",
    });
    expect(await world.pledge({ projectId: ended.id })).toMatchObject({
      reason: "project-wrong-state",
    });
  });
  test("a project that one may not see is not found", async () => {
    const hidden = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
    });
    await expect(
      world.pledge({ projectId: hidden.id, organizationId: world.supplier.id }, "supplier"),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("commitments.confirm", () => {
  test("the secretariat names the proof, and it is promised", async () => {
    const promise = world.value(await world.pledge());
    expect(world.value(await world.confirm(promise.id))).toMatchObject({
      state: "confirmed",
      proof: "示例协议第 1 号",
    });
  });
  test.each(["contact", "chair", "supervisor"] as const)("%s may not", async (who) => {
    const promise = world.value(await world.pledge());
    await expect(world.confirm(promise.id, who)).rejects.toMatchObject({ code: "forbidden" });
  });
  test("twice at once: once", async () => {
    const promise = world.value(await world.pledge());
    const { done, refused, errors } = await atOnce([
      () => world.confirm(promise.id),
      () => world.confirm(promise.id, "secretariat2"),
    ]);
    expect([done.length, refused.length + errors.length]).toEqual([1, 1]);
    expect(await world.confirm(promise.id)).toMatchObject({ reason: "commitment-wrong-state" });
  });
  test("not before the project has its number", async () => {
    const checking = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
    });
    const promise = world.value(await world.pledge({ projectId: checking.id }));
    expect(await world.confirm(promise.id)).toMatchObject({ reason: "project-not-registered" });
  });
  test("A-04 another alliance's promise is not found", async () => {
    const promise = world.value(await world.pledge());
    const foreign = await createFundWorld(db());
    await expect(foreign.confirm(promise.id)).rejects.toMatchObject({ code: "not-found" });
  });
  test("the database itself refuses a binding promise without proof", () =>
    expect(
      db().fundCommitment.create({
        data: {
          allianceId: world.alliance.id,
          projectId: world.project.id,
          organizationId: world.company.id,
          kind: "cash",
          amount: "1",
          state: "confirmed",
          promisedOn: new Date("2026-01-01"),
        },
      }),
    ).rejects.toThrow());
});

describe("a conditional promise", () => {
  test("condition proven with file → confirmed; without it never, and 0 received until then", async () => {
    const own = await createFundWorld(db());
    const promise = own.value(
      await own.pledge({ amount: "20000000", condition: "销售利润实现后" }),
    );
    expect(promise).toMatchObject({ state: "conditional", standing: "conditional" });
    expect(await own.confirm(promise.id)).toMatchObject({ reason: "condition-open" });
    const file = await createFile(own.alliance.id);
    const prove = (fileId: string, metOn = "2026-03-01") =>
      perform(proveConditionProcedure, own.call("secretariat"), {
        id: promise.id,
        proof: "示例协议第 2 号",
        fileId,
        metOn,
      });
    const foreign = await createFile((await createFundWorld(db())).alliance.id);
    await expect(prove(foreign)).rejects.toMatchObject({ code: "not-found" });
    expect(await prove(file, addDays(today(), 2))).toMatchObject({ reason: "entry-in-future" });
    expect(own.value(await prove(file))).toMatchObject({
      state: "confirmed",
      conditionMetOn: "2026-03-01",
    });
    expect(await prove(file)).toMatchObject({ reason: "commitment-wrong-state" });
  });
});

describe("“increase promise?”", () => {
  const raise = (id: string, amount: string, who: Who = "secretariat") =>
    perform(raiseCommitmentProcedure, world.call(who), { id, amount, proof: "示例补充协议" });
  test("by a new paper, up only, the first amount stays visible, then the receipt fits", async () => {
    const promise = await world.promised({ amount: "100" });
    const given = { commitmentId: promise.id, amount: "130" };
    expect(await world.enter(given)).toMatchObject({ reason: "above-commitment" });
    expect(await raise(promise.id, "100")).toMatchObject({ reason: "not-raised" });
    expect(world.value(await raise(promise.id, "130"))).toMatchObject({
      amount: "130.00",
      originalAmount: "100.00",
    });
    expect(await world.enter(given)).toMatchObject({ ok: true });
    await expect(raise(promise.id, "200", "contact")).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      db().fundCommitment.update({ where: { id: promise.id }, data: { amount: "99" } }),
    ).rejects.toThrow(/commitment-edge/);
  });
  test("a promise that is not binding is not raised", async () => {
    const promise = world.value(await world.pledge());
    expect(await raise(promise.id, "2000")).toMatchObject({ reason: "commitment-not-confirmed" });
  });
});

test("a promise is cancelled by a decision, never silently, and not when something has arrived", async () => {
  const cancel = (id: string) =>
    perform(cancelCommitmentProcedure, world.call("secretariat"), { id, reason: "示例决议" });
  const promise = await world.promised();
  const entry = world.value(await world.enter({ commitmentId: promise.id }));
  expect(await cancel(promise.id)).toMatchObject({ reason: "commitment-has-receipts" });
  world.value(await world.discard(entry));
  expect(world.value(await cancel(promise.id))).toMatchObject({ state: "cancelled" });
  expect(await cancel(promise.id)).toMatchObject({ reason: "commitment-wrong-state" });
});

describe("instalments", () => {
  const schedule = (milestoneId?: string) => [
    { dueOn: "2026-03-01", amount: "400", ...(milestoneId && { milestoneId }) },
    { dueOn: "2026-12-01", amount: "600" },
  ];
  const milestone = (projectId = world.project.id) =>
    db().projectMilestone.create({
      data: {
        allianceId: world.alliance.id,
        projectId,
        sortOrder: 1 + Math.floor(Math.random() * 1_000_000),
        title: "示例里程碑",
        deliverable: "示例成果",
        dueOn: new Date("2026-02-01"),
      },
    });
  /** Past the commands of the project, whose steps are its own tests' matter. */
  const setState = (id: string, state: "accepted" | "returned") =>
    inTransaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`UPDATE project_milestones SET state = ${state}::milestone_state,
        accepted_at = CASE WHEN ${state} = 'accepted' THEN now() END,
        authority = CASE WHEN ${state} = 'accepted' THEN 'secretariat'::project_authority END, state_reason = '示例' WHERE id = ${id}::uuid`;
    });

  test("released by an accepted milestone; receivable when the acceptance is withdrawn", async () => {
    const { id: milestoneId } = await milestone();
    const promise = await world.promised({ schedule: schedule(milestoneId) });
    const [first, second] = promise.instalments;
    expect([first?.state, second?.state]).toEqual(["planned", "planned"]);
    const pay = () =>
      world.enter({ commitmentId: promise.id, instalmentId: first?.id, amount: "400" });
    expect(await pay()).toMatchObject({
      reason: "instalment-held",
      details: { milestone: "示例里程碑" },
    });
    await setState(milestoneId, "accepted");
    const paid = await world.through(world.value(await pay()));
    expect(await world.read(paid.id)).toMatchObject({
      promise: { amount: "1000.00", instalment: 1 },
    });
    const states = async () => {
      const funds = await ask(projectFundsProcedure, world.call("secretariat"), {
        id: world.project.id,
      });
      return funds.commitments
        .find((one) => one.id === promise.id)
        ?.instalments.map((one) => one.state);
    };
    expect(await states()).toEqual(["paid", "planned"]);
    await setState(milestoneId, "returned");
    expect(await states()).toEqual(["reclaimable", "planned"]);
  });
  test("a schedule adds up to its promise; milestones are of the same project", async () => {
    await expect(
      world.pledge({ schedule: [{ dueOn: "2026-03-01", amount: "999" }] }),
    ).rejects.toMatchObject({ issues: [{ path: "schedule", message: "schedule-sum" }] });
    const other = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id],
    });
    const { id: foreign } = await milestone(other.id);
    expect(await world.pledge({ schedule: schedule(foreign) })).toMatchObject({
      reason: "milestone-elsewhere",
    });
    const promise = await world.promised();
    const set = (given: object[]) =>
      perform(scheduleCommitmentProcedure, world.call("secretariat"), {
        id: promise.id,
        schedule: given as { dueOn: string; amount: string }[],
      });
    expect(await set([{ dueOn: "2026-05-01", amount: "1" }])).toMatchObject({
      reason: "schedule-sum",
    });
    const planned = world.value(await set(schedule()));
    expect(planned.instalments).toHaveLength(2);
    expect(planned.standing).toBe("overdue");
    world.value(
      await world.enter({
        commitmentId: promise.id,
        instalmentId: planned.instalments[0]?.id,
        amount: "1",
      }),
    );
    const [first, second] = planned.instalments;
    const rest = second?.amount ?? "";
    expect(await set(schedule())).toMatchObject({
      reason: "schedule-sum",
      details: { amount: rest },
    });
    // The rest goes to another day; the line on which something was entered stays, id and number.
    const later = world.value(await set([{ dueOn: "2026-09-01", amount: rest }]));
    expect(later.instalments).toMatchObject([
      { id: first?.id, order: 1, amount: first?.amount, entered: true },
      { order: 2, dueOn: "2026-09-01", amount: rest, entered: false },
    ]);
    world.value(
      await world.enter({
        commitmentId: promise.id,
        instalmentId: later.instalments[1]?.id,
        amount: "1",
      }),
    );
    expect(await set([{ dueOn: "2026-10-01", amount: rest }])).toMatchObject({
      reason: "schedule-in-use",
    });
  });
});

describe("special funds of a government", () => {
  test("allocation to projects ≤ total, also at once, and in the database", async () => {
    const own = await createFundWorld(db());
    const government = await createOrganization(db(), { kind: "government" });
    const create = (governmentId: string) =>
      perform(createSpecialFundProcedure, own.call("secretariat"), {
        governmentId,
        title: "示例紧缺人才实训专项",
        year: 2026,
        total: "1000",
        basis: "示例文件 1 号",
      });
    expect(await create(own.school.id)).toMatchObject({ reason: "not-a-government" });
    const fund = own.value(await create(government.id));
    expect(await create(government.id)).toMatchObject({ reason: "special-fund-exists" });
    const allocate = (amount: string) =>
      perform(allocateProcedure, own.call("secretariat"), {
        id: fund.id,
        projectId: own.project.id,
        amount,
        proof: "示例拨款通知",
      });
    // Eight: two that waited for each other would be told to come again.
    const { done, refused, errors } = await atOnce(
      Array.from({ length: 8 }, () => () => allocate("400")),
    );
    expect([done.length, refused.length, errors.length]).toEqual([2, 6, 0]);
    expect(refused[0]).toMatchObject({ reason: "over-allocated" });
    const six = await sixNumbers(db(), own.alliance.id, { programmeId: fund.id });
    expect(six.promised.cash).toBe(80_000n);
    // Transfers inside the alliance are not counted twice: the fund itself is no promise beside what it allots.
    const whole = await sixNumbers(db(), own.alliance.id, {});
    expect(whole.promised.cash).toBe(80_000n);
    const { items } = await ask(listSpecialFundsProcedure, own.call("secretariat"), {});
    expect(items).toMatchObject([{ total: "1000.00", allocated: "800.00", projects: 1 }]);
    await expect(ask(listSpecialFundsProcedure, own.call("observer"), {})).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

test("Promise ageing by funder: 0–30, 31–90, 91–180, > 180 days; partly received counts for its oldest lines", async () => {
  const own = await createFundWorld(db());
  const now = today();
  const late = (days: number, amount: string) =>
    own.promised({ amount, dueOn: addDays(now, -days) });
  await late(30, "1");
  await late(31, "20");
  await late(91, "300");
  const old = await late(181, "4000");
  await late(-1, "50000");
  await own.posted({ commitmentId: old.id, amount: "1500" });
  const { items, cash } = await ask(promiseAgeingProcedure, own.call("chair"), {});
  expect(items).toMatchObject([{ id: own.company.id, promises: 4 }]);
  expect(cash).toEqual({ to30: "1.00", to90: "20.00", to180: "300.00", above180: "2500.00" });
});

test("promiseMoney: contract money of an award binds at once and is scheduled", async () => {
  const own = await createFundWorld(db());
  const made = await inTransaction((tx) =>
    promiseMoney(tx, scopeOf(tx, own.alliance, own.actors.secretariat), {
      projectId: own.project.id,
      organizationId: own.company.id,
      kind: "cash",
      amount: "1000",
      proof: "示例合同",
      schedule: [
        { dueOn: "2026-12-01", amount: "300" },
        { dueOn: "2027-03-01", amount: "700" },
      ],
    }),
  );
  expect(made).toMatchObject({ ok: true, value: { state: "confirmed" } });
  const six = await sixNumbers(db(), own.alliance.id, { projectIds: [own.project.id] });
  expect(six.promised.cash).toBe(100_000n);
});
