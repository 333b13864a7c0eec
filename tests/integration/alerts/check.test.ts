import { beforeEach, describe, expect, test } from "vitest";
import { checkAlertsCommand } from "@/lib/features/alerts/procedures";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { remindAll } from "@/scripts/run/reminders";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { type AlertWorld, alertWorld, today } from "./world";

const { db } = useDatabase();
const thisYear = Number(today.slice(0, 4));
let world: AlertWorld;
beforeEach(async () => {
  world = await alertWorld(db);
});

describe("Alerts: threshold", () => {
  test("raised once, with the number then, the way to it and one mail; it stands until the condition ends", async () => {
    const stock = { metricCode: "M47", year: thisYear - 1 };
    await world.report("verified", "120", stock);
    const id = await world.taken({ metricCode: "M47" });
    expect(await world.check()).toEqual({ checked: 1, raised: 1, closed: 0, ended: 0, failed: 0 });
    const [raising] = await world.raisings();
    expect(raising).toMatchObject({ value: "120.00", about: "threshold", closedAt: null });
    expect(raising?.path).toMatch(/^outcomes\?metric=M47&state=approved&year=\d{4}$/);
    expect(raising?.sentence.zh).toMatch(
      /订单班在册人数（\d{4} 年）为 120 人，达到或超过 100 人。$/,
    );
    expect(raising?.sentence.en).toMatch(/is 120 units, at or above 100 units\.$/);
    const [mail, ...more] = await world.mails();
    expect(more).toEqual([]);
    expect(mail?.body).toContain(raising?.sentence.zh);
    expect(mail?.body).toContain(raising?.path);
    expect(mail?.body).toContain(`/dashboard/alerts/end/${(await world.row(id)).linkKey}`);
    // Again and again the same day and the days after: not a new mail every day.
    expect((await world.check()).checked).toBe(0);
    await world.report("verified", "5", stock);
    expect(await world.checkTomorrow()).toMatchObject({ checked: 1, raised: 0, closed: 0 });
    expect(await world.mails()).toHaveLength(1);
    expect((await world.raisings())[0]?.value).toBe("120.00");
    // It ends, and comes again: a second raising with its own mail.
    await world.report("verified", "1", { ...stock, year: thisYear });
    expect(await world.checkTomorrow()).toMatchObject({ raised: 0, closed: 1 });
    expect(await world.raisings(world.chair, true)).toEqual([]);
    await world.report("verified", "200", { ...stock, year: thisYear });
    expect(await world.checkTomorrow()).toMatchObject({ raised: 1 });
    expect(await world.mails()).toHaveLength(2);
    expect(await world.raisings()).toHaveLength(2);
  });

  test.each([
    ["at_least", 1],
    ["above", 0],
    ["at_most", 1],
    ["below", 0],
  ] as const)("value exactly at the threshold: %s raises %i", async (direction, raised) => {
    await world.report("verified", "100");
    await world.taken({ direction });
    expect((await world.check()).raised).toBe(raised);
  });

  test("no value: nothing is raised, it is told, and what stands is not taken back", async () => {
    await world.taken({ direction: "below", kind: "vocational_college" });
    expect((await world.check()).raised).toBe(0);
    expect((await world.list()).items[0]?.result).toBe("no_value");
    await world.report("verified", "5");
    expect((await world.checkTomorrow()).raised).toBe(1);
    // The school becomes a member of another kind: of the chosen one nothing is reported any more.
    await db().organization.update({
      where: { id: world.school.id },
      data: { kind: "university" },
    });
    expect(await world.checkTomorrow()).toMatchObject({ raised: 0, closed: 0 });
    expect(await world.raisings(world.chair, true)).toHaveLength(1);
    expect((await world.list()).items[0]?.result).toBe("no_value");
  });

  test("the sentence names a part of a whole, and money as money", async () => {
    const bound = { direction: "at_least", bound: "0" };
    await world.taken({ ...bound, metricCode: "members-university" });
    await world.taken({ ...bound, metricCode: "money-promised-cash" });
    expect((await world.check()).raised).toBe(2);
    const said = (await world.raisings()).map(({ sentence }) => sentence.zh);
    expect(said).toContainEqual(
      expect.stringMatching(/：成员单位.+本科院校为 1 家，达到或超过 0 家。$/),
    );
    expect(said).toContainEqual(
      expect.stringMatching(/（\d{4}–\d{4} 年）为 0 元，达到或超过 0 元。$/),
    );
  });

  test("with the rights of its person then: what is hidden from one raises nothing", async () => {
    await world.report("verified", "60");
    await world.report("submitted", "60");
    const live = { status: "live" };
    await world.taken(live);
    await world.taken(live, world.observer);
    await world.taken(live, { ...world.leader });
    expect((await world.check()).raised).toBe(2);
    expect(await world.raisings()).toHaveLength(1);
    expect(await world.raisings(world.leader)).toHaveLength(1);
    expect(await world.raisings(world.observer)).toEqual([]);
    expect((await world.list(world.observer)).items[0]?.result).toBe("quiet");
  });
});

describe("rounds", () => {
  test("two at once raise once and send once", async () => {
    await world.report("verified", "120");
    await world.taken();
    const rounds = await Promise.all([world.check(), world.check()]);
    expect(rounds.reduce((sum, { raised }) => sum + raised, 0)).toBe(1);
    expect(await world.raisings()).toHaveLength(1);
    expect(await world.mails()).toHaveLength(1);
  });

  test("however many are due, one turn of the clock looks at all, in rounds that end", async () => {
    await world.report("verified", "120");
    for (let n = 1; n <= 12; n += 1) await world.taken({ bound: String(n) });
    expect((await world.check()).checked).toBeLessThan(12);
    await remindAll();
    expect(await world.mails()).toHaveLength(12);
  });

  test("killed in the middle: without the mail nothing was raised, and the next round does both", async () => {
    await world.report("verified", "120");
    const id = await world.taken();
    await db().$executeRaw`ALTER TABLE outbox_mails RENAME TO outbox_mails_gone`;
    await expect(world.check()).rejects.toThrow();
    await db().$executeRaw`ALTER TABLE outbox_mails_gone RENAME TO outbox_mails`;
    expect(await world.raisings()).toEqual([]);
    expect((await world.row(id)).checkedOn).toBeNull();
    expect((await world.check()).raised).toBe(1);
    expect(await world.mails()).toHaveLength(1);
  });

  test("failing evaluation: told to its owner once, and the others are looked at", async () => {
    await world.report("verified", "120");
    await world.taken(
      { about: "promise_overdue", metricCode: undefined, direction: undefined, bound: undefined },
      world.supervisor,
    );
    await world.taken();
    await db().$executeRaw`ALTER TABLE fund_instalments RENAME TO fund_instalments_gone`;
    expect(await world.check()).toMatchObject({ checked: 2, raised: 1, failed: 1 });
    expect(await world.checkTomorrow()).toMatchObject({ checked: 2, failed: 1 });
    await db().$executeRaw`ALTER TABLE fund_instalments_gone RENAME TO fund_instalments`;
    expect((await world.list(world.supervisor)).items[0]?.result).toBe("failed");
    expect((await world.mails(world.supervisor)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining("预警核对失败"),
    ]);
    expect(await world.mails()).toHaveLength(1);
    expect(await world.checkTomorrow()).toMatchObject({ failed: 0 });
    expect((await world.list(world.supervisor)).items[0]?.result).toBe("quiet");
  });

  test("in another alliance nothing of this one is looked at", async () => {
    await world.taken();
    const other = await createAlliance(db());
    const office = await createActor(db(), "secretariat", { allianceId: other.id });
    const result = await perform(checkAlertsCommand, world.by(office, other.slug), {});
    expect(result).toMatchObject({ ok: true, value: { checked: 0 } });
  });
});

describe("stop when the role ends", () => {
  const past = { validFrom: dateOf(addDays(today, -9)), validTo: dateOf(addDays(today, -1)) };

  test("no number, one word about it, what stood is closed, and never again", async () => {
    await world.report("verified", "120");
    const id = await world.taken();
    await world.check();
    await db().roleGrant.updateMany({ where: { userId: world.chair.userId ?? "" }, data: past });
    expect(await world.checkTomorrow()).toMatchObject({ checked: 1, ended: 1, raised: 0 });
    expect((await world.row(id)).endedHow).toBe("rights");
    const raising = await db().alertRaising.findFirstOrThrow({ where: { alertId: id } });
    expect(raising.closedHow).toBe("ended");
    expect((await world.mails()).at(-1)?.body).not.toContain("120");
    expect(await world.mails()).toHaveLength(2);
    expect((await world.checkTomorrow()).checked).toBe(0);
  });

  test("another role that may not see this kind ends it as well", async () => {
    const reports = {
      about: "missing_reports",
      metricCode: undefined,
      direction: undefined,
      bound: "1",
    };
    const id = await world.taken(reports);
    await db().roleGrant.updateMany({ where: { userId: world.chair.userId ?? "" }, data: past });
    await db().roleGrant.create({
      data: {
        userId: world.chair.userId ?? "",
        role: "observer",
        allianceId: world.alliance.id,
        validFrom: dateOf(addDays(today, -1)),
      },
    });
    expect((await world.check()).ended).toBe(1);
    expect((await world.row(id)).endedHow).toBe("rights");
  });

  test("a closed account gets nothing at all", async () => {
    await world.report("verified", "120");
    const id = await world.taken();
    await db().user.update({
      where: { id: world.chair.userId ?? "" },
      data: { disabledAt: new Date() },
    });
    expect((await world.check()).ended).toBe(1);
    expect((await world.row(id)).endedHow).toBe("rights");
    expect(await world.mails()).toEqual([]);
  });
});
