import { beforeAll, describe, expect, test } from "vitest";
import {
  resumeEntryProcedure,
  submitEntryProcedure,
} from "@/lib/features/funds/procedures/entries";
import { perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "../../support/database";
import { atOnce, audits } from "../projects/world";
import { createFundWorld, type FundWorld, type Who } from "./world";

const { db } = useDatabase();
let world: FundWorld;
beforeAll(async () => {
  world = await createFundWorld(db());
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
      on_hold: async () => world.value(await world.stop("hold", world.value(await world.enter()))),
      incomplete: async () =>
        world.value(await world.stop("ask", world.value(await world.enter()))),
      rejected: async () =>
        world.value(await world.stop("reject", world.value(await world.enter()))),
    };
    type Moved = { id: string; version: number };
    const moves: [string, (entry: Moved) => Promise<{ ok: boolean }>, (keyof typeof states)[]][] = [
      ["check", (entry) => world.check(entry), ["submitted"]],
      ["approve", (entry) => world.approve(entry), ["checked"]],
      ["post", (entry) => world.post(entry, "secretariat3"), ["approved"]],
      ["hold", (entry) => world.stop("hold", entry), ["submitted", "checked", "approved"]],
      [
        "resume",
        ({ id, version }) =>
          perform(resumeEntryProcedure, world.call("secretariat2"), { id, version }),
        ["on_hold"],
      ],
      ["ask", (entry) => world.stop("ask", entry), ["submitted", "checked"]],
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
