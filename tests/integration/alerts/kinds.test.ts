import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import {
  checkAlertsCommand,
  listRaisingsQuery,
  setAlertCommand,
} from "@/lib/features/alerts/procedures";
import { listRoundsQuery } from "@/lib/features/evaluations/procedures/rounds";
import { promiseAgeingProcedure } from "@/lib/features/funds/procedures/reports";
import { listObligationsQuery } from "@/lib/features/reporting/procedures/cycles";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { inTransaction } from "@/lib/platform/db/transaction";
import { createRound } from "@/prisma/seed/factories/evaluations";
import { useDatabase } from "@/tests/support/database";
import { createFundWorld } from "../funds/world";
import { openCycle, reportingWorld, today, type World } from "../reporting/world";

const { db } = useDatabase();

const set = async (call: Call, input: object) => {
  const result = await perform(setAlertCommand, call, {
    about: "missing_reports" as const,
    ...input,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
};

/** The next day comes, and the clock of the secretariat looks. */
const look = async (office: Call) => {
  await db().alert.updateMany({
    where: { endedAt: null, checkedOn: { not: null } },
    data: { checkedOn: dateOf(addDays(today, -1)) },
  });
  const result = await perform(checkAlertsCommand, office, {});
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

const standing = async (call: Call) => (await ask(listRaisingsQuery, call, { open: true })).items;

const searchOf = (path = "") => Object.fromEntries(new URLSearchParams(path.split("?")[1]));

describe("Alerts: missing reports", () => {
  let world: World;
  beforeEach(async () => {
    world = await reportingWorld(db());
  });
  const late = { dueOn: addDays(today, -1), opensOn: addDays(today, -10) };

  test("a cycle past due with n obligations open, not one report before its day or on it", async () => {
    await openCycle(db(), world, { dueOn: today });
    await set(world.chair, {});
    expect(await look(world.secretary)).toMatchObject({ checked: 1, raised: 0 });
    await db().reportingCycle.updateMany({
      where: { allianceId: world.allianceId },
      data: { dueOn: dateOf(addDays(today, -1)) },
    });
    expect(await look(world.secretary)).toMatchObject({ raised: 1 });
    const [raising] = await standing(world.chair);
    expect(raising?.sentence.zh).toContain("“示例季度”已过截止日");
    expect(raising?.sentence.zh).toContain("还有 2 份未报");
    // The list behind it has as many rows, under the same filter.
    expect(raising?.path).toMatch(/^reporting\?missing=true&cycle=/);
    const list = await ask(listObligationsQuery, world.chair, searchOf(raising?.path));
    expect([list.total, raising?.value]).toEqual([2, "2.00"]);
  });

  test("below the number nothing is raised; handed in or exempted, it ends", async () => {
    const cycle = await openCycle(db(), world, late);
    await set(world.chair, { bound: "3" });
    await set(world.secretary, { bound: "2" });
    expect(await look(world.secretary)).toMatchObject({ checked: 2, raised: 1 });
    await db().obligation.update({
      where: { id: cycle.obligationId },
      data: { exemptReason: "示例豁免", exemptedById: world.secretary.actor.userId },
    });
    expect(await look(world.secretary)).toMatchObject({ raised: 0, closed: 1 });
    expect(await standing(world.secretary)).toEqual([]);
  });

  test("a member's leader hears of its own alone, and the other member's is not in the number", async () => {
    const cycle = await openCycle(db(), world, late);
    await set(world.leader, { bound: "2" });
    await set(world.otherLeader, {});
    expect(await look(world.secretary)).toMatchObject({ checked: 2, raised: 1 });
    expect((await standing(world.otherLeader))[0]?.value).toBe("1.00");
    await db().obligation.update({
      where: { id: await cycle.of(world.other.id) },
      data: { exemptReason: "示例豁免", exemptedById: world.secretary.actor.userId },
    });
    expect(await look(world.secretary)).toMatchObject({ closed: 1 });
  });
});

describe("Alerts: negative indicator", () => {
  test("a veto indicator of the set in force is met in the newest report handed in; the next one without it ends it", async () => {
    const world = await reportingWorld(db());
    const cycle = await openCycle(db(), world);
    const watch = { about: "negative_indicator" };
    await set(world.chair, watch);
    await set(world.otherLeader, watch);
    const answer = (obligationId: string, amount: string) =>
      db().reportValue.create({
        data: {
          allianceId: world.allianceId,
          obligationId,
          setId: world.set.id,
          indicatorId: world.indicator("Y"),
          answer: "value",
          amount,
        },
      });
    const mark = (veto: boolean) =>
      db().$executeRaw`ALTER TABLE indicators DISABLE TRIGGER USER`.then(async () => {
        await db().indicator.update({ where: { id: world.indicator("Y") }, data: { veto } });
        await db().$executeRaw`ALTER TABLE indicators ENABLE TRIGGER USER`;
      });
    await answer(cycle.obligationId, "1");
    await mark(true);
    // Typed, but not handed in.
    expect(await look(world.secretary)).toMatchObject({ checked: 2, raised: 0 });
    const handIn = (id: string) =>
      db().$executeRaw`ALTER TABLE obligations DISABLE TRIGGER USER`.then(async () => {
        await db().obligation.update({
          where: { id },
          data: { state: "submitted", firstSubmittedAt: new Date(), submittedAt: new Date() },
        });
        await db().$executeRaw`ALTER TABLE obligations ENABLE TRIGGER USER`;
      });
    await handIn(cycle.obligationId);
    await mark(false);
    expect(await look(world.secretary)).toMatchObject({ raised: 0 });
    await mark(true);
    expect(await look(world.secretary)).toMatchObject({ raised: 1 });
    expect(await standing(world.otherLeader)).toEqual([]);
    const [raising] = await standing(world.chair);
    expect(raising?.sentence.zh).toContain("有 1 份触及否决指标");
    const list = await ask(listObligationsQuery, world.chair, searchOf(raising?.path));
    expect(list.items.map(({ id }) => id)).toEqual([cycle.obligationId]);
    const later = await openCycle(db(), world, { periodFrom: "2026-10-01" });
    await answer(later.obligationId, "0");
    await handIn(later.obligationId);
    expect(await look(world.secretary)).toMatchObject({ raised: 0, closed: 1 });
  });
});

describe("Alerts: negative indicator, for the authority", () => {
  /** A published round with a veto: how it gets there is the evaluations' own matter. */
  const published = async (world: World, year: number, vetoed: boolean, publicGrades = true) => {
    const { id, subject } = await createRound(db(), {
      allianceId: world.allianceId,
      organizationIds: [world.school.id],
      state: "objection",
      publicGrades,
    });
    await inTransaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      const made = await tx.evaluationRound.update({
        where: { id },
        data: {
          ...(scheme && { schemeId: scheme }),
          year,
          state: "published",
          publishedAt: new Date(),
          resolutionId: randomUUID(),
        },
      });
      scheme = made.schemeId;
      await tx.evaluationSubject.update({ where: { id: subject }, data: { vetoed } });
    });
  };
  let scheme: string | undefined;
  beforeEach(() => {
    scheme = undefined;
  });

  test("a veto of the newest published evaluation; the next one without it ends it", async () => {
    const world = await reportingWorld(db());
    const observer = await world.call("observer");
    await set(observer, { about: "negative_indicator" });
    await published(world, 2024, true);
    expect(await look(world.secretary)).toMatchObject({ checked: 1, raised: 1 });
    const [raising] = await standing(observer);
    expect(raising?.path).toBe("evaluations?waits=vetoed");
    expect(raising?.sentence.zh).toContain("已公布的 1 次绩效评价中有单位被否决");
    expect((await ask(listRoundsQuery, observer, { waits: "vetoed" })).total).toBe(1);
    await published(world, 2025, false);
    expect(await look(world.secretary)).toMatchObject({ raised: 0, closed: 1 });
  });

  test("where grades are not public the authority hears of none", async () => {
    const world = await reportingWorld(db());
    const observer = await world.call("observer");
    await set(observer, { about: "negative_indicator" });
    await published(world, 2024, true, false);
    expect(await look(world.secretary)).toMatchObject({ checked: 1, raised: 0 });
    expect((await ask(listRoundsQuery, observer, { waits: "vetoed" })).total).toBe(0);
    expect((await ask(listRoundsQuery, world.chair, { waits: "vetoed" })).total).toBe(1);
  });
});

describe("Alerts: promise overdue", () => {
  test.each([
    [90, 0],
    [91, 1],
  ])("more than 90 days: late by %i raises %i", async (days, raised) => {
    const world = await createFundWorld(db());
    const pledged = world.value(await world.pledge({ dueOn: addDays(today, 1) }));
    world.value(await world.confirm(pledged.id));
    await db().$executeRaw`ALTER TABLE fund_commitments DISABLE TRIGGER USER`;
    await db().fundCommitment.update({
      where: { id: pledged.id },
      data: { dueOn: dateOf(addDays(today, -days)) },
    });
    await db().$executeRaw`ALTER TABLE fund_commitments ENABLE TRIGGER USER`;
    const chair = world.call("chair2");
    await set(chair, { about: "promise_overdue" });
    expect((await look(world.call("secretariat"))).raised).toBe(raised);
    const [raising] = await standing(chair);
    expect(raising?.path).toBe(raised ? "funds/ageing?over=90" : undefined);
    const list = await ask(promiseAgeingProcedure, chair, { over: "90" });
    expect(list.total).toBe(raised);
  });
});
