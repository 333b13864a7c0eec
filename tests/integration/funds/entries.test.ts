import { beforeAll, describe, expect, test } from "vitest";
import {
  askEntryProcedure,
  holdEntryProcedure,
  rejectEntryProcedure,
  resumeEntryProcedure,
  submitEntryProcedure,
} from "@/lib/features/funds/procedures/entries";
import { addDays } from "@/lib/kernel/dates";
import { today } from "@/lib/platform/clock";
import { perform } from "@/lib/platform/corridor/faces";
import {
  createCommitmentRow,
  createProjectWithParties,
  createReceiptRow,
} from "@/prisma/seed/factories/projects";
import { useDatabase } from "../../support/database";
import { atOnce, audits } from "../projects/world";
import { createFundWorld, type FundWorld, nextVoucher, type Who } from "./world";

const { db } = useDatabase();
let world: FundWorld;
beforeAll(async () => {
  world = await createFundWorld(db());
});

const stop = (
  which: typeof holdEntryProcedure | typeof askEntryProcedure | typeof rejectEntryProcedure,
  entry: { id: string; version: number },
  who: Who = "secretariat2",
) => perform(which, world.call(who), { id: entry.id, version: entry.version, reason: "缺少回单" });

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
  test.each(["-5", "0", "1e21", "NaN", "1000000000000000", "0.001"])(
    "A-32 I-19 negative and huge amounts: %s",
    (amount) =>
      expect(world.enter({ amount })).rejects.toMatchObject({ issues: [{ path: "amount" }] }),
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
    world.value(await stop(rejectEntryProcedure, third));
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

describe("I-15 author ≠ checker ≠ approver", () => {
  test("the whole way: entered, checked, approved, posted", async () => {
    const entry = world.value(await world.enter());
    const checked = world.value(await world.check(entry));
    const approved = world.value(await world.approve(checked));
    const posted = world.value(await world.post(approved));
    expect([checked.state, approved.state, posted.state]).toEqual([
      "checked",
      "approved",
      "posted",
    ]);
    expect((await audits(db(), entry.id)).map(({ action }) => action)).toEqual([
      "ledger.create_entry",
      "ledger.check_entry",
      "ledger.approve_entry",
      "ledger.post_entry",
    ]);
    const { history, hands } = await world.read(entry.id);
    expect(history.map(({ kind }) => kind)).toEqual(["submitted", "checked", "approved", "posted"]);
    expect(new Set([hands?.entered, hands?.checked, hands?.approved]).size).toBe(3);
  });
  test("no path by which one account creates, approves and posts: all pairs tried through the doors", async () => {
    const people = Object.keys(world.actors) as Who[];
    for (const author of ["secretariat", "school"] as const) {
      const enter = author === "school" ? world.request : world.spend;
      const entry = world.value(await enter({ amount: "1" }, author));
      expect(await deniedTo(() => world.check(entry, author))).toBe(true);
      const checked = world.value(await world.check(entry));
      for (const who of [author, "secretariat2"] as const)
        expect(await deniedTo(() => world.approve(checked, who))).toBe(true);
      const approved = world.value(await world.approve(checked));
      for (const who of [author, "chair"] as const)
        expect(await deniedTo(() => world.post(approved, who))).toBe(true);
    }
    // Whoever has every right of the alliance in one account is still one person.
    const all = world.actors.secretariat;
    const before = all.roles.length;
    for (const role of ["chair", "supervisor"] as const)
      all.roles.push({ role, allianceId: world.alliance.id, organizationId: null });
    const own = world.value(await world.enter());
    expect(await world.check(own, "secretariat")).toMatchObject({ reason: "same-person" });
    const checked = world.value(await world.check(own));
    expect(await world.approve(checked, "secretariat")).toMatchObject({ reason: "same-person" });
    const approved = world.value(await world.approve(checked));
    expect(await world.post(approved, "secretariat")).toMatchObject({ reason: "same-person" });
    const others = world.value(await world.enter({}, "secretariat2"));
    const mine = world.value(await world.check(others, "secretariat"));
    expect(await world.approve(mine, "secretariat")).toMatchObject({ reason: "same-person" });
    all.roles.length = before;
    expect(people.length).toBeGreaterThan(8);
  });
  test.each(["contact", "delegate", "observer", "school"] as const)(
    "%s neither checks nor approves nor posts",
    async (who) => {
      const entry = world.value(await world.enter());
      for (const step of [world.check, world.approve, world.post])
        await expect(step(entry, who)).rejects.toMatchObject({ code: "forbidden" });
    },
  );
  test("the database knows it too: two parts of one account, and skipped steps", async () => {
    const entry = world.value(await world.enter());
    const self = world.actors.secretariat.userId;
    const other = world.actors.secretariat2.userId;
    const at = new Date();
    const set = (data: object) => db().fundEntry.update({ where: { id: entry.id }, data });
    await expect(set({ state: "checked", checkedById: self, checkedAt: at })).rejects.toThrow();
    await expect(set({ state: "checked" })).rejects.toThrow();
    await expect(set({ state: "posted", postedById: other, postedAt: at })).rejects.toThrow();
    await set({ state: "checked", checkedById: other, checkedAt: at });
    for (const approvedById of [self, other]) {
      await expect(set({ state: "approved", approvedById, approvedAt: at })).rejects.toThrow();
    }
    await set({ state: "approved", approvedById: world.actors.chair.userId, approvedAt: at });
    for (const postedById of [self, world.actors.chair.userId]) {
      await expect(set({ state: "posted", postedById, postedAt: at })).rejects.toThrow();
    }
  });
  test("From amount C two approvers, in code and in the database", async () => {
    const entry = world.value(await world.enter({ amount: "500000" }));
    const checked = world.value(await world.check(entry));
    const first = world.value(await world.approve(checked));
    expect(first.state).toBe("checked");
    expect(await world.post(first)).toMatchObject({ reason: "entry-wrong-state" });
    expect(await world.approve(first)).toMatchObject({ reason: "same-person" });
    await expect(
      db().fundEntry.update({ where: { id: entry.id }, data: { state: "approved" } }),
    ).rejects.toThrow(/second-approver/);
    const second = world.value(await world.approve(first, "supervisor"));
    expect(second.state).toBe("approved");
    expect(world.value(await world.post(second)).state).toBe("posted");
  });
  test("An approver from an organization that receives the money is barred", async () => {
    await world.posted({ amount: "1000" });
    const paid = world.value(
      await world.spend({ payeeOrganizationId: world.company.id, payee: "示例企业" }),
    );
    const checked = world.value(await world.check(paid));
    expect(await world.approve(checked, "companyChair")).toMatchObject({ reason: "beneficiary" });
    await expect(
      db().fundEntry.update({
        where: { id: paid.id },
        data: {
          state: "approved",
          approvedById: world.actors.companyChair.userId,
          approvedAt: new Date(),
        },
      }),
    ).rejects.toThrow(/beneficiary/);
    expect(await world.approve(checked, "schoolChair")).toMatchObject({ ok: true });
    const receipt = world.value(await world.check(world.value(await world.enter())));
    expect(await world.approve(receipt, "schoolChair")).toMatchObject({ reason: "beneficiary" });
  });
  test("What a party laid out comes back to it: its own people do not approve that, nor after an edit", async () => {
    await world.posted({ amount: "1000" });
    const asked = world.value(await world.request());
    const edited = world.value(
      await world.edit(asked, { payee: "示例供应商", purpose: "示例" }, "school"),
    );
    const checked = world.value(await world.check(edited));
    expect(await world.approve(checked, "schoolChair")).toMatchObject({ reason: "beneficiary" });
    expect(await world.approve(checked, "companyChair")).toMatchObject({ ok: true });
  });
  test("A-31 two approve at once: one approval, and the other sees a changed entry", async () => {
    for (let round = 0; round < 10; round += 1) {
      const checked = world.value(await world.check(world.value(await world.enter())));
      const { done, refused, errors } = await atOnce([
        () => world.approve(checked, "chair"),
        () => world.approve(checked, "supervisor"),
      ]);
      expect([done.length, refused.length + errors.length]).toEqual([1, 1]);
    }
  });
  test("A-04 another alliance's entry is not found", async () => {
    const entry = world.value(await world.enter());
    const foreign = await createFundWorld(db());
    await expect(foreign.check(entry)).rejects.toMatchObject({ code: "not-found" });
  });
});

/** Denied, by whatever words. */
async function deniedTo(step: () => Promise<{ ok: boolean }>): Promise<boolean> {
  try {
    return !(await step()).ok;
  } catch (error) {
    return (error as { code?: string }).code === "forbidden";
  }
}

describe("I-12 every illegal edge is refused and changes nothing", () => {
  test("of every state", async () => {
    const states = {
      draft: async () => world.value(await world.enter({ draft: true })),
      submitted: async () => world.value(await world.enter()),
      checked: async () => world.value(await world.check(world.value(await world.enter()))),
      approved: async () => world.approved(world.value(await world.enter())),
      posted: async () => world.posted(),
      on_hold: async () =>
        world.value(await stop(holdEntryProcedure, world.value(await world.enter()))),
      incomplete: async () =>
        world.value(await stop(askEntryProcedure, world.value(await world.enter()))),
      rejected: async () =>
        world.value(await stop(rejectEntryProcedure, world.value(await world.enter()))),
    };
    type Moved = { id: string; version: number };
    const moves: [string, (entry: Moved) => Promise<{ ok: boolean }>, (keyof typeof states)[]][] = [
      ["check", (entry) => world.check(entry), ["submitted"]],
      ["approve", (entry) => world.approve(entry), ["checked"]],
      ["post", (entry) => world.post(entry, "secretariat3"), ["approved"]],
      ["hold", (entry) => stop(holdEntryProcedure, entry), ["submitted", "checked", "approved"]],
      [
        "resume",
        ({ id, version }) =>
          perform(resumeEntryProcedure, world.call("secretariat2"), { id, version }),
        ["on_hold"],
      ],
      ["ask", (entry) => stop(askEntryProcedure, entry), ["submitted", "checked"]],
      [
        "submit",
        ({ id, version }) =>
          perform(submitEntryProcedure, world.call("secretariat"), { id, version, answer: "已补" }),
        ["draft", "incomplete"],
      ],
      ["reverse", ({ id }) => world.reverse(id), ["posted"]],
      [
        "edit",
        (entry) => world.edit(entry, { amount: "101" }),
        ["draft", "submitted", "incomplete", "checked", "approved"],
      ],
    ];
    for (const [name, move, legal] of moves) {
      for (const [state, make] of Object.entries(states)) {
        const entry = await make();
        const result = await move(entry);
        const allowed = (legal as string[]).includes(state);
        expect([name, state, result.ok]).toEqual([name, state, allowed]);
        if (!allowed) {
          expect(result).toMatchObject({ reason: "entry-wrong-state" });
          expect((await world.read(entry.id)).version).toBe(entry.version);
        }
      }
    }
  }, 120_000);
  test("the database refuses the edge as well", async () => {
    const entry = world.value(await world.enter());
    await expect(
      db().fundEntry.update({ where: { id: entry.id }, data: { state: "draft" } }),
    ).rejects.toThrow(/entry-edge/);
  });
});

describe("halts, questions, edits", () => {
  test("INCOMPLETE asks one thing: the answer comes from its author alone, and it begins anew", async () => {
    const checked = world.value(await world.check(world.value(await world.enter())));
    const asked = world.value(await stop(askEntryProcedure, checked));
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
    const held = world.value(await stop(holdEntryProcedure, approved));
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
    world.value(await stop(rejectEntryProcedure, first.value));
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
