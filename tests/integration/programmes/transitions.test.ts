import { expect, test } from "vitest";
import { listEntriesQuery } from "@/lib/features/audit/procedures";
import {
  getOfferingQuery,
  recordTransitionCommand,
  removePathwayCommand,
} from "@/lib/features/programmes/procedures";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { talentWorld, today, value, type World } from "../talent/world";

const { db } = useDatabase();
const thisYear = Number(today.slice(0, 4));

const pathwayOf = (world: World, more: object = {}) =>
  db().programmePathway.create({
    data: {
      allianceId: world.allianceId,
      fromOfferingId: world.offeringId,
      toOfferingId: world.otherOfferingId,
      model: "three_plus_two",
      academicYear: 2021,
      quota: 40,
      ...more,
    },
  });
const record = (world: World, pathwayId: string, more: object = {}, call = world.leader) =>
  perform(recordTransitionCommand, call, {
    ...{ pathwayId, year: 2024, moved: 36, evidence: "示例名册" },
    ...more,
  });
const read = async (world: World, call = world.leader) =>
  (await ask(getOfferingQuery, call, { offeringId: world.offeringId })).pathways[0];

test("S003-20 who went over is counted by year, by either school or the secretariat, and read by everybody", async () => {
  const world = await talentWorld(db());
  const { id } = await pathwayOf(world);
  value(await record(world, id));
  value(await record(world, id, { year: 2025, moved: 40 }, world.otherLeader));
  value(await record(world, id, { year: 2023, moved: 0 }, world.secretary));
  await expect(record(world, id, { year: 2022 }, world.contact)).rejects.toMatchObject({
    code: "forbidden",
  });
  const visitor = { actor: anonymous, tenant: world.alliance.slug };
  const pathway = await read(world, visitor);
  expect(pathway?.mayManage).toBe(false);
  expect(pathway?.transitions.map(({ year, moved }) => [year, moved])).toEqual([
    [2025, 40],
    [2024, 36],
    [2023, 0],
  ]);
  expect((await read(world))?.mayManage).toBe(true);
});

test("a correction names the version that was seen, and the trail keeps the number before", async () => {
  const world = await talentWorld(db());
  const { id } = await pathwayOf(world);
  const both = await Promise.allSettled([record(world, id), record(world, id, { moved: 35 })]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const before = (await read(world))?.transitions[0]?.moved;
  value(await record(world, id, { moved: 34, yearVersion: 1 }));
  await expect(record(world, id, { moved: 33, yearVersion: 1 })).rejects.toMatchObject({
    code: "stale",
  });
  expect((await read(world))?.transitions).toMatchObject([{ moved: 34, version: 2 }]);
  const asked = { action: "pathway.record_transition", limit: 10 } as const;
  const { items } = await ask(listEntriesQuery, world.secretary, asked);
  expect(JSON.stringify(items)).toContain(`[${before},34]`);
});

test("never above the quota, before the pathway began or ahead: refused kindly, and by the database", async () => {
  const world = await talentWorld(db());
  const { id } = await pathwayOf(world);
  const own = { allianceId: world.allianceId, pathwayId: id, evidence: "示例名册" };
  for (const [more, reason] of [
    [{ moved: 41 }, "pathway-above-quota"],
    [{ year: 2020 }, "pathway-before-start"],
    [{ year: thisYear + 1 }, "pathway-year-ahead"],
  ] as const) {
    expect(await record(world, id, more)).toMatchObject({ reason });
  }
  for (const row of [
    { ...own, year: 2024, moved: 41 },
    { ...own, year: 2024, moved: -1 },
    { ...own, year: 2020, moved: 1 },
    { ...own, year: 2024, moved: 1, evidence: " " },
  ]) {
    await expect(db().pathwayTransition.create({ data: row })).rejects.toThrow();
  }
  value(await record(world, id));
  await expect(
    db().programmePathway.update({ where: { id }, data: { quota: 35 } }),
  ).rejects.toThrow();
});

test("a pathway by which somebody went over is not taken back, and another alliance's is none", async () => {
  const world = await talentWorld(db());
  const elsewhere = await talentWorld(db());
  const { id } = await pathwayOf(world);
  await expect(record(elsewhere, id)).rejects.toMatchObject({ code: "not-found" });
  value(await record(world, id));
  expect(await perform(removePathwayCommand, world.leader, { pathwayId: id })).toMatchObject({
    reason: "pathway-counted",
  });
});
