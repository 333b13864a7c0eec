import { beforeAll, describe, expect, test } from "vitest";
import {
  addEquipmentCommand,
  answerPlatformCommand,
  applyTemplateCommand,
  createPlatformCommand,
  exportPlatformsQuery,
  getPlatformQuery,
  listPlatformsQuery,
  recognisePlatformCommand,
  retireEquipmentCommand,
  setLadderCommand,
  stepPlatformCommand,
  updateComponentCommand,
} from "@/lib/features/platforms/procedures/platforms";
import { platformMayBecome } from "@/lib/features/platforms/rules/states";
import { platformStates } from "@/lib/features/platforms/types";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createPlatformRow } from "@/prisma/seed/factories/colleges";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, type Who, type World } from "../colleges/world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const make = async (more: object = {}) =>
  (
    await createPlatformRow(db(), {
      allianceId: world.alliance.id,
      hostId: world.school.id,
      ...more,
    })
  ).id;
const read = (platformId: string, who: Who = "clerk") =>
  ask(getPlatformQuery, callAs(world, who), { platformId });
const recognise = (platformId: string, level: "national" | "provincial" | "school", on: string) =>
  perform(recognisePlatformCommand, callAs(world, "clerk"), {
    platformId,
    level,
    recognisedOn: on,
    approver: "示例厅",
  });

describe("S001-12 levels over time", () => {
  test("the latest recognition counts, in whatever order they are entered; each platform once", async () => {
    const id = await make();
    await recognise(id, "national", "2025-06-01");
    await recognise(id, "school", "2019-06-01");
    expect((await read(id)).level).toBe("national");
    expect(await recognise(id, "provincial", "2025-06-01")).toMatchObject({
      reason: "platform-recognised-that-day",
    });
    const page = await ask(listPlatformsQuery, callAs(world, "clerk"), { pageSize: 100 });
    expect(page.levels.reduce((sum, { count }) => sum + count, 0)).toBe(page.total);
    expect(page.levels.find(({ level }) => level === "national")?.count).toBe(1);
    await expect(
      db().platformRecognition.deleteMany({ where: { platformId: id } }),
    ).rejects.toThrow();
  });
});

test("I-12 every step that is no edge is refused, and nothing changes", async () => {
  for (const state of platformStates) {
    const id = await make({ state });
    for (const to of platformStates.filter((one) => !platformMayBecome(state, one))) {
      const done = await perform(stepPlatformCommand, callAs(world, "clerk"), {
        platformId: id,
        version: 1,
        to,
        on: "2026-01-02",
      });
      expect(done).toMatchObject({ ok: false, reason: "wrong-state" });
    }
    expect(await read(id)).toMatchObject({ state });
  }
});

test("S004-2 approved is what somebody has recognised; the host does not approve itself", async () => {
  const id = await make({ state: "applied" });
  const step = (who: Who, to: "approved" | "building") =>
    read(id).then(({ version }) =>
      perform(stepPlatformCommand, callAs(world, who), {
        platformId: id,
        version,
        to,
        on: "2026-01-02",
      }),
    );
  expect(await step("clerk", "approved")).toMatchObject({ reason: "platform-needs-recognition" });
  await recognise(id, "provincial", "2026-01-01");
  await expect(step("leader", "approved")).rejects.toMatchObject({ code: "forbidden" });
  expect(await step("clerk", "approved")).toMatchObject({ ok: true });
  expect(await step("leader", "building")).toMatchObject({ ok: true });
});

test("S001-5 all parties confirm; a party answers for itself only", async () => {
  const made = await perform(createPlatformCommand, callAs(world, "leader"), {
    name: "示例公共实训中心",
    kind: "public_training_centre",
    parties: [
      { organizationId: world.company.id, role: "enterprise_body" },
      { organizationId: world.park.id, role: "park_host" },
    ],
  });
  if (!made.ok) throw new Error(made.reason);
  const answer = (organizationId: string, given: "confirm" | "decline" = "confirm") =>
    perform(answerPlatformCommand, callAs(world, "contact"), {
      platformId: made.value.id,
      organizationId,
      answer: given,
    });
  await expect(answer(world.park.id)).rejects.toMatchObject({ code: "forbidden" });
  expect(await answer(world.company.id)).toMatchObject({ ok: true });
  expect(await answer(world.company.id)).toMatchObject({ ok: true });
  expect(await answer(world.company.id, "decline")).toMatchObject({
    reason: "party-already-answered",
  });
});

test("who builds a platform takes its row away, who declined does not", async () => {
  const own = await createWorld(db());
  const answers = ["pending", "confirmed", "declined"] as const;
  const ids: string[] = [];
  for (const state of answers) {
    const { id } = await createPlatformRow(db(), {
      allianceId: own.alliance.id,
      hostId: own.school.id,
    });
    await db().platformParty.create({
      data: {
        allianceId: own.alliance.id,
        platformId: id,
        organizationId: own.company.id,
        role: "enterprise_body",
        state,
        ...(state !== "pending" && { answeredAt: new Date() }),
      },
    });
    ids.push(id);
  }
  const taken = async (who: Who) =>
    (await ask(exportPlatformsQuery, callAs(own, who), {})).items.map(({ id }) => id).sort();
  expect(await taken("clerk")).toEqual(ids.toSorted());
  expect(await taken("leader")).toEqual(ids.toSorted());
  expect(await taken("contact")).toEqual(ids.slice(0, 2).sort());
});

test("the list says for whom a platform waits and since when, as its own page does", async () => {
  const own = await createWorld(db());
  const since = new Date("2026-03-04T16:30:00Z");
  for (const state of platformStates) {
    await createPlatformRow(db(), { allianceId: own.alliance.id, state, stateSince: since });
  }
  const { items } = await ask(listPlatformsQuery, callAs(own, "clerk"), {});
  expect(items).toHaveLength(platformStates.length);
  for (const { id, state, waiting, waitingSince } of items) {
    const page = await ask(getPlatformQuery, callAs(own, "clerk"), { platformId: id });
    expect([waiting, waitingSince]).toEqual([page.waiting, page.waitingSince]);
    expect([state, waitingSince]).toEqual([state, waiting === "nobody" ? null : "2026-03-05"]);
  }
});

test("equipment: the value is a sum to the fen, and what is negative is refused", async () => {
  const id = await make();
  const add = (value: string) =>
    perform(addEquipmentCommand, callAs(world, "leader"), {
      platformId: id,
      name: "示例设备",
      count: 2,
      value,
      openHours: "周三",
    });
  await add("0.10");
  await add("0.20");
  expect((await read(id)).equipmentValue).toBe("0.30");
  await expect(add("-1")).rejects.toMatchObject({ code: "malformed" });
});

test("S001-13 the ladder has eight levels and no names; other platforms have none", async () => {
  const studio = await make({ kind: "master_studio" });
  const set = (platformId: string) =>
    perform(setLadderCommand, callAs(world, "leader"), {
      platformId,
      holders: [
        { level: "chief_technician", holders: 1 },
        { level: "apprentice", holders: 30 },
      ],
    });
  expect(await set(studio)).toMatchObject({ ok: true });
  expect((await read(studio)).ladder.map(({ level }) => level)).toEqual([
    "apprentice",
    "chief_technician",
  ]);
  expect(await set(await make())).toMatchObject({ reason: "platform-no-studio" });
});

describe("S004-5 one space, two think tanks, three centres, four programmes", () => {
  const start = (platformId: string) =>
    perform(applyTemplateCommand, callAs(world, "leader"), { platformId });

  test("ten places, nine named; the tenth is open and cannot be done until somebody names it", async () => {
    const id = await make();
    const { done, refused } = await atOnce([() => start(id), () => start(id)]);
    expect([done, refused]).toEqual([1, ["platform-has-components"]]);
    const { components } = await read(id);
    expect(components).toHaveLength(10);
    const tenth = components.filter(({ name }) => name === null);
    expect(tenth).toMatchObject([{ kind: "programme", ordinal: 4, state: "open" }]);
    const finish = (more: object) =>
      perform(updateComponentCommand, callAs(world, "leader"), {
        platformId: id,
        componentId: tenth[0]?.id ?? "",
        version: 1,
        state: "done",
        ...more,
      });
    expect(await finish({ evidence: "示例" })).toMatchObject({ reason: "component-needs-name" });
    expect(await finish({ name: "示例专项" })).toMatchObject({
      reason: "component-needs-evidence",
    });
    expect(await finish({ name: "示例专项", evidence: "示例" })).toMatchObject({ ok: true });
    await expect(finish({ name: "示例", evidence: "示例" })).rejects.toMatchObject({
      code: "stale",
    });
  });
});

test("A-04 a neighbouring alliance finds nothing", async () => {
  const platformId = await make();
  await expect(
    ask(
      getPlatformQuery,
      { actor: world.actors.stranger, tenant: world.other.slug },
      { platformId },
    ),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("a name is taken once, also at once; equipment is retired once and counts no longer", async () => {
  const name = "示例平台（唯一）";
  const create = () =>
    perform(createPlatformCommand, callAs(world, "clerk"), {
      name,
      kind: "training_base",
      hostId: world.school.id,
      parties: [],
    });
  const { done } = await atOnce([create, create]);
  expect(done).toBe(1);
  expect(await create()).toMatchObject({ reason: "platform-name-taken" });
  const id = await make();
  await perform(addEquipmentCommand, callAs(world, "clerk"), {
    platformId: id,
    name: "示例设备",
    count: 1,
    value: "100.00",
  });
  const [item] = (await read(id)).equipment;
  const retire = () =>
    perform(retireEquipmentCommand, callAs(world, "clerk"), {
      platformId: id,
      equipmentId: item?.id ?? "",
    });
  expect(await retire()).toMatchObject({ ok: true });
  expect((await read(id)).equipmentValue).toBe("0.00");
  expect(await retire()).toMatchObject({ reason: "equipment-retired" });
  const ahead = await recognise(id, "school", "2199-01-01");
  expect(ahead).toMatchObject({ reason: "day-in-future" });
});
