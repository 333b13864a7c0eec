import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/lib/kernel/dates";
import { today } from "@/lib/platform/clock";
import { createCommitmentRow, createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { atOnce, audits } from "../projects/world";
import { createFundWorld, type FundWorld, nextVoucher } from "./world";

const { db } = useDatabase();
let world: FundWorld;
beforeAll(async () => {
  world = await createFundWorld(db());
});

describe("entries.create", () => {
  test("what is entered waits for the others", async () => {
    const entry = world.value(await world.enter({ amount: "12.3" }));
    expect(entry).toMatchObject({ state: "submitted", amount: "12.30", reversalOfId: null });
    expect(await audits(db(), entry.id)).toEqual([{ action: "ledger.create_entry" }]);
  });
  test.each(["chair", "contact", "supervisor", "observer", "stranger"] as const)(
    "%s may not",
    (who) => expect(world.enter({}, who)).rejects.toMatchObject({ code: "forbidden" }),
  );
  test("voucher unique per account, also at once; beside the field, nothing lost", async () => {
    const voucherNo = nextVoucher();
    const { done, refused, errors } = await atOnce(
      [1, 2, 3, 4].map(() => () => world.enter({ voucherNo })),
    );
    expect([done.length, refused.length, errors.length]).toEqual([1, 3, 0]);
    expect(refused[0]).toMatchObject({
      reason: "voucher-used",
      details: { voucher: voucherNo, field: "voucherNo" },
    });
    expect(await world.enter({ voucherNo, account: "示例专户" })).toMatchObject({ ok: true });
  });
  test("the same voucher number in another alliance is another voucher", async () => {
    const voucherNo = nextVoucher();
    const foreign = await createFundWorld(db());
    world.value(await world.enter({ voucherNo }));
    expect(await foreign.enter({ voucherNo })).toMatchObject({ ok: true });
  });
  test("money does not arrive tomorrow, and not outside of the project", async () => {
    expect(await world.enter({ happenedOn: addDays(today(), 1) })).toMatchObject({
      reason: "entry-in-future",
      details: { field: "happenedOn" },
    });
    expect(await world.enter({ happenedOn: "2025-05-31" })).toMatchObject({
      reason: "outside-project",
      details: { field: "happenedOn", from: "2025-06-01", to: "2027-06-29" },
    });
  });
  test("nothing arrives for a project without a number, from one that is no party, or without basis", async () => {
    const checking = await createProjectWithParties(db(), {
      allianceId: world.alliance.id,
      organizationIds: [world.company.id, world.school.id],
    });
    expect(await world.enter({ projectId: checking.id })).toMatchObject({
      reason: "project-not-registered",
    });
    expect(await world.enter({ organizationId: world.supplier.id })).toMatchObject({
      reason: "not-a-party",
    });
    await expect(world.enter({ kind: "equipment" })).rejects.toMatchObject({
      issues: [{ path: "valuation" }],
    });
    await expect(world.enter({ organizationId: undefined })).rejects.toMatchObject({
      issues: [{ path: "organizationId" }],
    });
  });
  test.each([
    ["-5", "not-positive"],
    ["0", "not-positive"],
    ["1e21", "not-an-amount"],
    ["NaN", "not-an-amount"],
    ["0.001", "not-an-amount"],
    ["1000000000000000", "amount-too-large"],
    ["9999999999999999999999.99", "amount-too-large"],
  ])("A-32 I-19 negative and huge amounts: %s says %s", (amount, message) =>
    expect(world.enter({ amount })).rejects.toMatchObject({
      issues: [{ path: "amount", message }],
    }),
  );
  test("元 taken for 万元: the factor is named, and said to be right it passes", async () => {
    const own = await createFundWorld(db());
    const promise = await own.promised({ amount: "35700000" });
    const given = { commitmentId: promise.id, amount: "3570", amountIsRight: false };
    expect(await own.enter(given)).toMatchObject({
      reason: "amount-too-small",
      details: { field: "amount", factor: 10_000, usual: "35700000.00" },
    });
    expect(await own.enter({ ...given, amountIsRight: true })).toMatchObject({ ok: true });
  });
  test("Foreign or partial payment: recorded in currency and yuan with rate and date", async () => {
    const given = {
      currency: "USD",
      foreignAmount: "100",
      rate: "7.1234",
      rateOn: "2026-03-01",
    };
    expect(await world.enter({ ...given, amount: "712" })).toMatchObject({
      reason: "valuation-differs",
      details: { computed: "712.34" },
    });
    const { id } = world.value(await world.enter({ ...given, amount: "712.34" }));
    expect(await world.read(id)).toMatchObject({ ...given, foreignAmount: "100.00" });
    await expect(world.enter({ currency: "USD", amount: "1" })).rejects.toMatchObject({
      issues: [{ path: "rate" }],
    });
  });
});

describe("received against promised", () => {
  test("Receipt above promise → asks “increase promise?”, and stands marked when it is said", async () => {
    const promise = await world.promised({ amount: "100" });
    const given = { commitmentId: promise.id, organizationId: undefined };
    world.value(await world.enter({ ...given, amount: "60" }));
    expect(await world.enter({ ...given, amount: "40.01" })).toEqual({
      ok: false,
      reason: "above-commitment",
      details: { field: "amount", promised: "100.00", arrived: "60.00", over: "0.01" },
    });
    const above = world.value(
      await world.enter({ ...given, amount: "40.01", aboveCommitment: true }),
    );
    expect(await world.read(above.id)).toMatchObject({ aboveCommitment: true });
  });
  test("said without need it marks nothing", async () => {
    const promise = await world.promised({ amount: "100" });
    const exact = world.value(
      await world.enter({ commitmentId: promise.id, aboveCommitment: true }),
    );
    expect(await world.read(exact.id)).toMatchObject({ aboveCommitment: false });
  });
  test("A-33 two receipts at once do not pass the promise together", async () => {
    for (let round = 0; round < 10; round += 1) {
      const promise = await world.promised({ amount: "100" });
      const { done, refused, errors } = await atOnce(
        [1, 2, 3].map(() => () => world.enter({ commitmentId: promise.id, amount: "60" })),
      );
      expect([done.length, refused.length, errors.length]).toEqual([1, 2, 0]);
    }
  });
  test("several receipts per promise; a rejected one gives its room back", async () => {
    const promise = await world.promised({ amount: "100" });
    for (const amount of ["30", "30"])
      world.value(await world.enter({ commitmentId: promise.id, amount }));
    const third = world.value(await world.enter({ commitmentId: promise.id, amount: "40" }));
    expect(await world.enter({ commitmentId: promise.id, amount: "0.01" })).toMatchObject({
      reason: "above-commitment",
    });
    world.value(await world.stop("reject", third));
    expect(await world.enter({ commitmentId: promise.id, amount: "40" })).toMatchObject({
      ok: true,
    });
  });
  test("cash and goods do not stand for each other; another's promise is not touched", async () => {
    const goods = await world.promised({ kind: "equipment", valuation: "发票" });
    expect(await world.enter({ commitmentId: goods.id })).toMatchObject({
      reason: "commitment-other-kind",
    });
    expect(
      await world.enter({
        commitmentId: goods.id,
        kind: "equipment",
        organizationId: world.school.id,
      }),
    ).toMatchObject({ reason: "commitment-other-organization" });
    expect(await world.enter({ commitmentId: goods.id, kind: "equipment" })).toMatchObject({
      ok: true,
    });
  });
  test("a promise that is not binding receives nothing", async () => {
    const proposed = world.value(await world.pledge());
    const conditional = world.value(await world.pledge({ condition: "公司注册完成后" }));
    for (const { id } of [proposed, conditional]) {
      expect(await world.enter({ commitmentId: id })).toMatchObject({
        reason: "commitment-not-confirmed",
      });
    }
  });
  test("the promise of another project is not found", async () => {
    const foreign = await createFundWorld(db());
    const promise = await foreign.promised();
    await expect(world.enter({ commitmentId: promise.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("One promise shown in two projects: a commitment belongs to one project", async () => {
  const promise = await createCommitmentRow(db(), {
    allianceId: world.alliance.id,
    projectId: world.project.id,
    organizationId: world.company.id,
  });
  const other = await createProjectWithParties(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.company.id],
  });
  await expect(
    db().fundCommitment.update({ where: { id: promise.id }, data: { projectId: other.id } }),
  ).rejects.toThrow(/commitment-edge/);
});
