import { beforeAll, describe, expect, test } from "vitest";
import { fundSummaryProcedure } from "@/lib/features/funds/procedures/reports";
import { today } from "@/lib/platform/clock";
import { ask } from "@/lib/platform/corridor/faces";
import { createReceiptRow } from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { atOnce } from "../projects/world";
import { createFundWorld, type FundWorld } from "./world";

const { db } = useDatabase();
let world: FundWorld;
beforeAll(async () => {
  world = await createFundWorld(db());
});

describe("I-18 what is posted never changes", () => {
  test.each([
    ["amount", { amount: "1" }],
    ["day", { happenedOn: new Date("2020-01-01") }],
    ["voucher", { voucherNo: "other" }],
    ["state", { state: "submitted" as const, postedAt: null }],
  ])("its %s", async (_, data) => {
    const entry = await world.posted();
    await expect(db().fundEntry.update({ where: { id: entry.id }, data })).rejects.toThrow();
    await expect(db().fundEntry.delete({ where: { id: entry.id } })).rejects.toThrow();
  });
  test("it is reversed by its exact negative, dated today, by as many persons", async () => {
    const entry = await world.posted({ amount: "77.77" });
    const reversal = world.value(await world.reverse(entry.id));
    expect(reversal).toMatchObject({
      amount: "-77.77",
      reversalOfId: entry.id,
      state: "submitted",
      happenedOn: today(),
      voucherNo: entry.voucherNo,
    });
    expect(await world.check(reversal, "secretariat")).toMatchObject({ reason: "same-person" });
    expect(await world.through(reversal)).toMatchObject({ state: "posted" });
  });
  test("once, also at once; anew when the reversal was rejected", async () => {
    const entry = await world.posted();
    const { done, refused, errors } = await atOnce([
      () => world.reverse(entry.id),
      () => world.reverse(entry.id, "secretariat2"),
      () => world.reverse(entry.id, "chair"),
    ]);
    expect([done.length, refused.length, errors.length]).toEqual([1, 2, 0]);
    expect(await world.reverse(entry.id)).toMatchObject({ reason: "already-reversed" });
    const [first] = done;
    if (!first?.ok) throw new Error("no reversal");
    world.value(await world.stop("reject", first.value));
    expect(await world.reverse(entry.id)).toMatchObject({ ok: true });
  });
  test("reversed and given back at once: one of the two, for the money is there once", async () => {
    for (let round = 0; round < 6; round += 1) {
      const entry = await world.posted();
      const { done, refused, errors } = await atOnce<{ ok: boolean }>([
        () => world.reverse(entry.id),
        () => world.enter({ flow: "refund", source: undefined, settlesId: entry.id, amount: "1" }),
      ]);
      expect([done.length, refused.length, errors.length]).toEqual([1, 1, 0]);
    }
  });
  test("a reversal is not reversed nor edited, nor what is not posted", async () => {
    const entry = await world.posted();
    const reversal = world.value(await world.reverse(entry.id));
    expect(await world.reverse(reversal.id)).toMatchObject({ reason: "entry-wrong-state" });
    expect(await world.edit(reversal, { amount: "1" })).toMatchObject({
      reason: "entry-wrong-state",
    });
    await world.through(reversal);
    expect(await world.reverse(reversal.id)).toMatchObject({ reason: "entry-wrong-state" });
  });
  test("the database itself refuses a reversal that is not exact, or that is bent afterwards", async () => {
    const entry = await world.posted({ amount: "50" });
    const { id: reversalId } = world.value(await world.reverse((await world.posted()).id));
    await expect(
      createReceiptRow(db(), {
        allianceId: world.alliance.id,
        projectId: world.project.id,
        organizationId: world.company.id,
        state: "submitted",
        amount: "-49",
        voucherNo: entry.voucherNo,
        reversalOfId: entry.id,
      }),
    ).rejects.toThrow();
    await expect(
      db().fundEntry.update({ where: { id: reversalId }, data: { amount: "-1" } }),
    ).rejects.toThrow();
  });
  test("after the reversal the promise may be received anew", async () => {
    const promise = await world.promised({ amount: "100" });
    const entry = await world.posted({ commitmentId: promise.id, amount: "100" });
    await world.through(world.value(await world.reverse(entry.id)));
    expect(await world.enter({ commitmentId: promise.id, amount: "100" })).toMatchObject({
      ok: true,
    });
  });
  test.each(["contact", "supervisor"] as const)("%s may not reverse", async (who) => {
    const entry = await world.posted();
    await expect(world.reverse(entry.id, who)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what is taken back", () => {
  test("In-kind asset later withdrawn: negative delivery with date; total falls from that date", async () => {
    const own = await createFundWorld(db());
    const delivery = await own.posted({ kind: "equipment", amount: "800", valuation: "发票" });
    const back = {
      flow: "withdrawal",
      kind: "equipment",
      source: undefined,
      settlesId: delivery.id,
    };
    expect(await own.enter({ ...back, amount: "801" })).toMatchObject({
      reason: "settles-too-much",
      details: { left: "800.00" },
    });
    const withdrawn = await own.posted({ ...back, amount: "300", happenedOn: "2026-06-01" });
    expect(withdrawn).toMatchObject({ amount: "-300.00", happenedOn: "2026-06-01" });
    const { sides } = await ask(fundSummaryProcedure, own.call("secretariat"), {});
    expect(sides.received).toMatchObject({ cash: "0.00", inKind: "500.00" });
    expect(await own.reverse(delivery.id)).toMatchObject({ reason: "entry-settled" });
    const { done, refused } = await atOnce(
      [1, 2].map(() => () => own.enter({ ...back, amount: "300" })),
    );
    expect([done.length, refused.length]).toEqual([1, 1]);
  });
  test("a refund lowers what was received, a recovery what was spent", async () => {
    const own = await createFundWorld(db());
    const receipt = await own.posted({ amount: "1000" });
    const payment = await own.paid({ amount: "400" });
    await own.posted({ flow: "refund", source: undefined, settlesId: receipt.id, amount: "500" });
    await own.posted({ flow: "recovery", source: undefined, settlesId: payment.id, amount: "150" });
    const account = await db().fundAccount.findFirstOrThrow({
      where: { projectId: own.project.id },
    });
    expect([account.receivedCash.toFixed(2), account.spentCash.toFixed(2)]).toEqual([
      "500.00",
      "250.00",
    ]);
    expect(
      await own.enter({ flow: "refund", source: undefined, settlesId: payment.id, amount: "1" }),
    ).toMatchObject({ reason: "settles-other-flow" });
  });
});
