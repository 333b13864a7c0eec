import { beforeAll, describe, expect, test } from "vitest";
import {
  applyPlacementCommand,
  createCallCommand,
  createPairingCommand,
  endPairingCommand,
  getPairingQuery,
  listPairingsQuery,
  listPlacementsQuery,
  stepPlacementCommand,
  visitPairingCommand,
} from "@/lib/features/platforms/procedures/parks";
import { placementMayBecome } from "@/lib/features/platforms/rules/states";
import { placementStates } from "@/lib/features/platforms/types";
import { dateOf } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "../../support/database";
import { atOnce, callAs, createWorld, type Who, type World } from "../colleges/world";

const { db } = useDatabase();
let world: World;
let serial = 0;
beforeAll(async () => {
  world = await createWorld(db());
});

const newPark = async () =>
  (await createOrganization(db(), { kind: "park", regionCode: "510100" })).id;
const unitOf = () => {
  serial += 1;
  return `示例二级学院 ${serial}`;
};
const pair = (unit: string, parkId: string, validFrom = "2026-01-01") =>
  perform(createPairingCommand, callAs(world, "clerk"), {
    schoolId: world.school.id,
    unit,
    parkId,
    validFrom,
  });

describe("S000-23 一院一园", () => {
  test("both sides are in one pairing at a time", async () => {
    const [unit, park] = [unitOf(), await newPark()];
    expect(await pair(unit, park)).toMatchObject({ ok: true });
    expect(await pair(unitOf(), park)).toMatchObject({ reason: "pairing-park-taken" });
    expect(await pair(unit, await newPark())).toMatchObject({ reason: "pairing-unit-taken" });
    await expect(
      db().parkPairing.create({
        data: {
          allianceId: world.alliance.id,
          schoolId: world.school.id,
          unit: unitOf(),
          parkId: park,
          validFrom: dateOf("2026-06-01"),
        },
      }),
    ).rejects.toThrow();
  });

  test("two at once for one park: one stands", async () => {
    const park = await newPark();
    const { done, refused } = await atOnce([
      () => pair(unitOf(), park),
      () => pair(unitOf(), park),
    ]);
    expect([done, refused]).toEqual([1, ["pairing-park-taken"]]);
  });

  test("after its last day both are free again", async () => {
    const [unit, park] = [unitOf(), await newPark()];
    const made = await pair(unit, park);
    if (!made.ok) throw new Error(made.reason);
    const end = () =>
      perform(endPairingCommand, callAs(world, "clerk"), {
        pairingId: made.value.id,
        version: 1,
        validTo: "2026-06-30",
        reason: "示例",
      });
    expect(await end()).toMatchObject({ ok: true });
    await expect(end()).rejects.toMatchObject({ code: "stale" });
    expect(await pair(unit, park, "2026-06-30")).toMatchObject({ reason: "pairing-park-taken" });
    expect(await pair(unit, park, "2026-07-01")).toMatchObject({ ok: true });
  });

  test("only a park is a park", async () => {
    expect(await pair(unitOf(), world.company.id)).toMatchObject({ reason: "pairing-no-park" });
  });

  test("visits of the school; none before the pairing and none by others", async () => {
    const made = await pair(unitOf(), await newPark());
    if (!made.ok) throw new Error(made.reason);
    const visit = (who: Who, on: string) =>
      perform(visitPairingCommand, callAs(world, who), {
        pairingId: made.value.id,
        on,
        people: 4,
        result: "示例成效",
      });
    expect(await visit("reporter", "2026-03-01")).toMatchObject({ ok: true });
    expect(await visit("reporter", "2025-12-31")).toMatchObject({ reason: "pairing-not-then" });
    await expect(visit("contact", "2026-03-01")).rejects.toMatchObject({ code: "forbidden" });
    const seen = await ask(getPairingQuery, callAs(world, "clerk"), { pairingId: made.value.id });
    expect(seen).toMatchObject({ visits: 1, lastVisitOn: "2026-03-01", log: [{ people: 4 }] });
    const { items, parks, total } = await ask(listPairingsQuery, callAs(world, "clerk"), {
      pageSize: 100,
    });
    expect([items.length, parks]).toEqual([total, total]);
  });
});

test("a pairing ends once, and not before it began; no visit is of a day to come", async () => {
  const made = await pair(unitOf(), await newPark());
  if (!made.ok) throw new Error(made.reason);
  const pairingId = made.value.id;
  const end = (validTo: string, version: number) =>
    perform(endPairingCommand, callAs(world, "clerk"), {
      pairingId,
      version,
      validTo,
      reason: "示例",
    });
  expect(await end("2025-12-31", 1)).toMatchObject({ reason: "ends-before-start" });
  const visit = { pairingId, on: "2199-01-01", people: 1, result: "示例" };
  expect(await perform(visitPairingCommand, callAs(world, "reporter"), visit)).toMatchObject({
    reason: "day-in-future",
  });
  expect(await end("2026-06-30", 1)).toMatchObject({ ok: true });
  expect(await end("2026-07-31", 2)).toMatchObject({ reason: "pairing-ended" });
});

describe("S000-24 百名博士进园区", () => {
  const openCall = async (closesOn = "2199-12-31") => {
    const made = await perform(createCallCommand, callAs(world, "clerk"), {
      title: unitOf(),
      target: 100,
      opensOn: "2026-01-01",
      closesOn,
    });
    if (!made.ok) throw new Error(made.reason);
    return made.value.id;
  };
  const apply = (callId: string, reference: string, who: Who = "reporter", schoolId?: string) =>
    perform(applyPlacementCommand, callAs(world, who), {
      callId,
      schoolId: schoolId ?? world.school.id,
      reference,
      field: "示例方向",
    });
  const step = (placementId: string, to: (typeof placementStates)[number], version: number) =>
    perform(stepPlacementCommand, callAs(world, "clerk"), {
      placementId,
      version,
      to,
      hostId: world.company.id,
      task: "示例任务",
      startsOn: "2026-03-01",
      endsOn: "2027-02-28",
      report: "示例情况",
    });

  test("from the application to the appraisal; who is sent counts towards the target", async () => {
    const callId = await openCall();
    const made = await apply(callId, "博士 001");
    if (!made.ok) throw new Error(made.reason);
    const sent = async () =>
      (await ask(listPlacementsQuery, callAs(world, "clerk"), {})).calls.find(
        ({ id }) => id === callId,
      )?.sent;
    const path = ["matched", "dispatched", "midterm", "appraised"] as const;
    expect(await sent()).toBe(0);
    for (const [index, to] of path.entries()) {
      expect(await step(made.value.id, to, index + 1)).toMatchObject({ ok: true });
    }
    expect(await sent()).toBe(1);
  });

  test("I-12 every step that is no edge is refused, and nothing changes", async () => {
    const callId = await openCall();
    for (const state of placementStates) {
      const { id } = await db().placement.create({
        data: {
          ...{ allianceId: world.alliance.id, callId, schoolId: world.school.id, field: "示例" },
          ...{ reference: `博士 ${state}`, state, hostId: world.company.id, task: "示例" },
          startsOn: dateOf("2026-03-01"),
          endsOn: dateOf("2027-02-28"),
        },
      });
      for (const to of placementStates.filter((one) => !placementMayBecome(state, one))) {
        expect(await step(id, to, 1)).toMatchObject({ ok: false, reason: "wrong-state" });
      }
      expect(await db().placement.findUniqueOrThrow({ where: { id } })).toMatchObject({ state });
    }
  });

  test("the same reference twice, another school, a closed call", async () => {
    const callId = await openCall();
    const { done, refused } = await atOnce([
      () => apply(callId, "博士 002"),
      () => apply(callId, "博士 002"),
    ]);
    expect([done, refused]).toEqual([1, ["placement-known"]]);
    await expect(apply(callId, "博士 003", "reporter", world.company.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await apply(await openCall("2026-01-31"), "博士 004")).toMatchObject({
      reason: "placement-call-closed",
    });
  });

  test("a step says what it needs", async () => {
    const made = await apply(await openCall(), "博士 005");
    if (!made.ok) throw new Error(made.reason);
    await expect(
      perform(stepPlacementCommand, callAs(world, "clerk"), {
        placementId: made.value.id,
        version: 1,
        to: "matched",
      }),
    ).rejects.toMatchObject({
      issues: [
        { path: "hostId", message: "required" },
        { path: "task", message: "required" },
      ],
    });
  });

  test("I-15 who sent a doctor does not appraise; a call of one name is opened once", async () => {
    const title = unitOf();
    const open = () =>
      perform(createCallCommand, callAs(world, "clerk"), {
        title,
        target: 10,
        opensOn: "2026-01-01",
        closesOn: "2199-12-31",
      });
    const { done, refused } = await atOnce([open, open]);
    expect([done, refused]).toEqual([1, ["placement-call-exists"]]);
    const { id } = await db().placement.create({
      data: {
        ...{ allianceId: world.alliance.id, callId: await openCall(), schoolId: world.school.id },
        ...{ reference: "博士 006", field: "示例", state: "midterm" as const },
        ...{ hostId: world.company.id, task: "示例", appliedById: world.actors.clerk.userId },
        startsOn: dateOf("2026-03-01"),
        endsOn: dateOf("2027-02-28"),
      },
    });
    expect(await step(id, "appraised", 1)).toMatchObject({ reason: "same-person" });
  });
});
