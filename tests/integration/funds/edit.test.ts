import { beforeAll, describe, expect, test } from "vitest";
import {
  resumeEntryProcedure,
  submitEntryProcedure,
} from "@/lib/features/funds/procedures/entries";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import { audits } from "../projects/world";
import { createFundWorld, type FundWorld, nextVoucher, type Who } from "./world";

const { db } = useDatabase();
let world: FundWorld;
beforeAll(async () => {
  world = await createFundWorld(db());
});

describe("halts, questions, edits", () => {
  test("INCOMPLETE asks one thing: the answer comes from its author alone, and it begins anew", async () => {
    const checked = world.value(await world.check(world.value(await world.enter())));
    const asked = world.value(await world.stop("ask", checked));
    expect(asked.state).toBe("incomplete");
    const hand = (who: Who, answer?: string) =>
      perform(submitEntryProcedure, world.call(who), {
        id: asked.id,
        version: asked.version,
        ...(answer && { answer }),
      });
    expect(await hand("secretariat")).toMatchObject({ reason: "answer-missing" });
    await expect(hand("secretariat3", "已补")).rejects.toMatchObject({ code: "forbidden" });
    expect(world.value(await hand("secretariat", "回单已补"))).toMatchObject({
      state: "submitted",
    });
    const { history, hands } = await world.read(asked.id);
    expect(history.at(-1)).toMatchObject({ kind: "answered", text: "回单已补" });
    expect(hands?.checked).toBeNull();
  });
  test("An entry says for whom it waits since when, and nothing once it is posted", async () => {
    const entered = world.value(await world.enter());
    const before = (await world.read(entered.id)).waitingSince;
    const checked = world.value(await world.check(entered));
    const after = (await world.read(entered.id)).waitingSince;
    expect(after?.getTime()).toBeGreaterThanOrEqual(before?.getTime() ?? Number.NaN);
    const { history } = await world.read(entered.id);
    expect(after).toEqual(history.find((event) => event.kind === "checked")?.at);
    world.value(await world.post(world.value(await world.approve(checked))));
    expect((await world.read(entered.id)).waitingSince).toBeNull();
  });
  test("ON_HOLD goes on where it was halted", async () => {
    const approved = await world.approved(world.value(await world.enter()));
    const held = world.value(await world.stop("hold", approved));
    expect(await world.post(held)).toMatchObject({ reason: "entry-wrong-state" });
    const { id, version } = held;
    const again = world.value(
      await perform(resumeEntryProcedure, world.call("chair"), { id, version }),
    );
    expect(again.state).toBe("approved");
    expect(world.value(await world.post(again)).state).toBe("posted");
  });
  test("Editing amount, payee, date, line or voucher in CHECKED or APPROVED returns it to SUBMITTED with the difference shown", async () => {
    const approved = await world.approved(world.value(await world.enter({ amount: "100" })));
    const voucherNo = approved.voucherNo;
    const edited = world.value(await world.edit(approved, { amount: "120", voucherNo }));
    expect(edited).toMatchObject({ state: "submitted", amount: "120.00" });
    const { history, hands } = await world.read(edited.id);
    expect(history.at(-1)).toMatchObject({
      kind: "edited",
      changes: { amount: ["100.00", "120.00"] },
    });
    expect([hands?.checked, hands?.approved]).toEqual([null, null]);
  });
  test("a note does not send it back", async () => {
    const checked = world.value(await world.check(world.value(await world.enter())));
    const { voucherNo } = checked;
    const edited = world.value(
      await world.edit(checked, { voucherNo, purpose: "示例：第一期", amount: "100" }),
    );
    expect(edited.state).toBe("checked");
  });
  test("only its author edits", async () => {
    const entry = world.value(await world.enter());
    await expect(world.edit(entry, {}, "secretariat2")).rejects.toMatchObject({
      code: "forbidden",
    });
  });
  test("the database does not let a checked entry change under its check", async () => {
    const checked = world.value(await world.check(world.value(await world.enter())));
    await expect(
      db().fundEntry.update({ where: { id: checked.id }, data: { amount: "99" } }),
    ).rejects.toThrow(/entry-edited/);
  });
  test("Two people decide at once: the second sees what changed", async () => {
    const entry = world.value(await world.enter());
    world.value(await world.edit(entry, { amount: "55" }));
    await expect(world.check(entry)).rejects.toMatchObject({ code: "stale" });
  });
  test("a party asks for what it laid out, for itself only", async () => {
    const own = world.value(await world.request());
    expect(own).toMatchObject({ flow: "spending", state: "submitted" });
    await expect(world.request({ organizationId: world.company.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(world.request({}, "observer")).rejects.toMatchObject({ code: "forbidden" });
    await expect(world.read(own.id, "contact")).rejects.toMatchObject({ code: "not-found" });
  });
  test("entries.discard: its author, before anybody checked; the chain keeps it, the voucher is free again", async () => {
    const voucherNo = nextVoucher();
    const entry = world.value(await world.enter({ voucherNo }));
    await expect(world.discard(entry, "secretariat2")).rejects.toMatchObject({ code: "forbidden" });
    expect(await world.discard(entry)).toMatchObject({ ok: true });
    expect((await audits(db(), entry.id)).at(-1)).toEqual({ action: "ledger.discard_entry" });
    expect(await world.enter({ voucherNo })).toMatchObject({ ok: true });
    const checked = world.value(await world.check(world.value(await world.enter())));
    expect(await world.discard(checked)).toMatchObject({ reason: "entry-wrong-state" });
  });
});
