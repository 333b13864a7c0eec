import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/lib/kernel/dates";
import { today } from "@/lib/platform/clock";
import { createProjectWithParties } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { atOnce, audits } from "../projects/world";
import { createFundWorld, type FundWorld, nextVoucher } from "./world";

const { db } = useDatabase();
let world: FundWorld;
beforeAll(async () => {
  world = await createFundWorld(db());
});

describe("receipts.enter", () => {
  test("what is entered waits for the second person", async () => {
    const receipt = world.value(await world.enter({ amount: "12.3" }));
    expect(receipt).toMatchObject({ state: "entered", amount: "12.30", reversalOfId: null });
    expect(await audits(db(), receipt.id)).toEqual([{ action: "ledger.create_entry" }]);
  });
  test.each(["chair", "contact", "supervisor", "observer", "stranger"] as const)(
    "%s may not",
    (who) => expect(world.enter({}, who)).rejects.toMatchObject({ code: "forbidden" }),
  );
  test("a voucher is entered once, also at once", async () => {
    const voucherNo = nextVoucher();
    const { done, refused, errors } = await atOnce(
      [1, 2, 3, 4].map(() => () => world.enter({ voucherNo })),
    );
    expect([done.length, refused.length, errors.length]).toEqual([1, 3, 0]);
    expect(refused[0]).toMatchObject({ reason: "voucher-used", details: { voucher: voucherNo } });
  });
  test("the same voucher number in another alliance is another voucher", async () => {
    const voucherNo = nextVoucher();
    const foreign = await createFundWorld(db());
    world.value(await world.enter({ voucherNo }));
    expect(await foreign.enter({ voucherNo })).toMatchObject({ ok: true });
  });
  test("money does not arrive tomorrow", async () => {
    expect(await world.enter({ receivedOn: addDays(today(), 1) })).toMatchObject({
      reason: "receipt-in-future",
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
});

describe("received against promised", () => {
  test("above the promise is asked, and stands marked when it is said", async () => {
    const promise = await world.promised({ amount: "100" });
    const given = { commitmentId: promise.id, organizationId: undefined };
    world.value(await world.enter({ ...given, amount: "60" }));
    expect(await world.enter({ ...given, amount: "40.01" })).toEqual({
      ok: false,
      reason: "above-commitment",
      details: { promised: "100.00", arrived: "60.00", over: "0.01" },
    });
    const above = world.value(
      await world.enter({ ...given, amount: "40.01", aboveCommitment: true }),
    );
    expect(
      (await db().fundReceipt.findUniqueOrThrow({ where: { id: above.id } })).aboveCommitment,
    ).toBe(true);
  });
  test("said without need it marks nothing", async () => {
    const promise = await world.promised({ amount: "100" });
    const exact = world.value(
      await world.enter({ commitmentId: promise.id, aboveCommitment: true }),
    );
    expect(
      (await db().fundReceipt.findUniqueOrThrow({ where: { id: exact.id } })).aboveCommitment,
    ).toBe(false);
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
  test("several receipts per promise", async () => {
    const promise = await world.promised({ amount: "100" });
    for (const amount of ["30", "30", "40"])
      world.value(await world.enter({ commitmentId: promise.id, amount }));
    expect(await world.enter({ commitmentId: promise.id, amount: "0.01" })).toMatchObject({
      reason: "above-commitment",
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
    ).toMatchObject({
      reason: "commitment-other-organization",
    });
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

describe("receipts.book", () => {
  test("I-15 A-31 who entered does not book, in code and in the database", async () => {
    const receipt = world.value(await world.enter());
    expect(await world.book(receipt.id, "secretariat")).toMatchObject({ reason: "same-person" });
    const self = world.actors.secretariat.userId;
    await expect(
      db().fundReceipt.update({
        where: { id: receipt.id },
        data: { state: "booked", bookedAt: new Date(), bookedById: self },
      }),
    ).rejects.toThrow();
  });
  test.each(["chair", "secretariat2"] as const)("%s is a second person", async (who) => {
    const receipt = world.value(await world.enter());
    expect(world.value(await world.book(receipt.id, who))).toMatchObject({ state: "booked" });
  });
  test.each(["contact", "supervisor", "observer"] as const)("%s is none", async (who) => {
    const receipt = world.value(await world.enter());
    await expect(world.book(receipt.id, who)).rejects.toMatchObject({ code: "forbidden" });
  });
  test("A-31 the same person with another role added is still the same person", async () => {
    const receipt = world.value(await world.enter());
    const actor = world.actors.secretariat;
    actor.roles.push({ role: "chair", allianceId: world.alliance.id, organizationId: null });
    expect(await world.book(receipt.id, "secretariat")).toMatchObject({ reason: "same-person" });
    actor.roles.pop();
  });
  test("two book at once: once", async () => {
    for (let round = 0; round < 20; round += 1) {
      const receipt = world.value(await world.enter());
      const { done, refused, errors } = await atOnce([
        () => world.book(receipt.id, "chair"),
        () => world.book(receipt.id, "secretariat2"),
      ]);
      expect([done.length, refused.length, errors.length]).toEqual([1, 1, 0]);
    }
  });
  test("A-04 another alliance's entry is not found", async () => {
    const receipt = world.value(await world.enter());
    const foreign = await createFundWorld(db());
    await expect(foreign.book(receipt.id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("I-18 what is booked never changes", () => {
  test.each([
    ["amount", { amount: "1" }],
    ["day", { receivedOn: new Date("2020-01-01") }],
    ["voucher", { voucherNo: "other" }],
    ["state", { state: "entered" as const, bookedAt: null }],
  ])("its %s", async (_, data) => {
    const receipt = await world.booked();
    await expect(db().fundReceipt.update({ where: { id: receipt.id }, data })).rejects.toThrow();
    await expect(db().fundReceipt.delete({ where: { id: receipt.id } })).rejects.toThrow();
  });
  test("it is reversed by its exact negative, dated today, which a second person books", async () => {
    const receipt = await world.booked({ amount: "77.77" });
    const reversal = world.value(await world.reverse(receipt.id));
    expect(reversal).toMatchObject({
      amount: "-77.77",
      reversalOfId: receipt.id,
      state: "entered",
      receivedOn: today(),
      voucherNo: receipt.voucherNo,
    });
    expect(await world.book(reversal.id, "secretariat")).toMatchObject({ reason: "same-person" });
    expect(world.value(await world.book(reversal.id))).toMatchObject({ state: "booked" });
  });
  test("once, also at once", async () => {
    const receipt = await world.booked();
    const { done, refused, errors } = await atOnce([
      () => world.reverse(receipt.id),
      () => world.reverse(receipt.id, "secretariat2"),
      () => world.reverse(receipt.id, "chair"),
    ]);
    expect([done.length, refused.length, errors.length]).toEqual([1, 2, 0]);
    expect(await world.reverse(receipt.id)).toMatchObject({ reason: "already-reversed" });
  });
  test("a reversal is not reversed, nor what is not booked", async () => {
    const receipt = await world.booked();
    const reversal = world.value(await world.reverse(receipt.id));
    expect(await world.reverse(reversal.id)).toMatchObject({ reason: "receipt-wrong-state" });
    await world.book(reversal.id);
    expect(await world.reverse(reversal.id)).toMatchObject({ reason: "receipt-wrong-state" });
    const entered = world.value(await world.enter());
    expect(await world.reverse(entered.id)).toMatchObject({ reason: "receipt-wrong-state" });
  });
  test("the database itself refuses a reversal that is not exact, or that is bent afterwards", async () => {
    const receipt = await world.booked({ amount: "50" });
    const { id: reversalId } = world.value(await world.reverse((await world.booked()).id));
    await expect(
      db().fundReceipt.create({
        data: {
          allianceId: world.alliance.id,
          projectId: world.project.id,
          organizationId: world.company.id,
          kind: "cash",
          source: "enterprise",
          amount: "-49",
          receivedOn: new Date("2026-04-01"),
          voucherNo: receipt.voucherNo,
          reversalOfId: receipt.id,
        },
      }),
    ).rejects.toThrow();
    await expect(
      db().fundReceipt.update({ where: { id: reversalId }, data: { amount: "-1" } }),
    ).rejects.toThrow();
  });
  test("after the reversal the promise may be received anew", async () => {
    const promise = await world.promised({ amount: "100" });
    const receipt = await world.booked({ commitmentId: promise.id, amount: "100" });
    const reversal = world.value(await world.reverse(receipt.id));
    await world.book(reversal.id);
    expect(await world.enter({ commitmentId: promise.id, amount: "100" })).toMatchObject({
      ok: true,
    });
  });
  test.each(["contact", "supervisor"] as const)("%s may not reverse", async (who) => {
    const receipt = await world.booked();
    await expect(world.reverse(receipt.id, who)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("receipts.discard", () => {
  test("an entry that nobody has booked is taken back; the chain keeps it", async () => {
    const voucherNo = nextVoucher();
    const receipt = world.value(await world.enter({ voucherNo }));
    expect(await world.discard(receipt.id)).toMatchObject({ ok: true });
    expect((await audits(db(), receipt.id)).at(-1)).toEqual({ action: "ledger.discard_entry" });
    expect(await world.enter({ voucherNo })).toMatchObject({ ok: true });
  });
  test("a booked one is not", async () => {
    const receipt = await world.booked();
    expect(await world.discard(receipt.id)).toMatchObject({ reason: "receipt-wrong-state" });
  });
  test("book and discard at once: one of the two", async () => {
    for (let round = 0; round < 10; round += 1) {
      const receipt = world.value(await world.enter());
      const { done, refused, errors } = await atOnce<{ ok: boolean }>([
        () => world.book(receipt.id),
        () => world.discard(receipt.id),
      ]);
      expect([done.length, refused.length + errors.length]).toEqual([1, 1]);
    }
  });
});
