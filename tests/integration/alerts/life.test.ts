import { beforeEach, describe, expect, test } from "vitest";
import {
  acknowledgeCommand,
  endAlertByLinkCommand,
  endAlertCommand,
} from "@/lib/features/alerts/procedures";
import { anonymous } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";
import { useDatabase } from "@/tests/support/database";
import { refusedFor } from "../corrections/support";
import { type AlertWorld, alertWorld } from "./world";

const { db } = useDatabase();
let world: AlertWorld;
beforeEach(async () => {
  world = await alertWorld(db);
});

const none = { metricCode: undefined, direction: undefined, bound: undefined };

describe("setting", () => {
  test("the usual bounds: one report, one veto indicator, ninety days", async () => {
    for (const about of ["missing_reports", "negative_indicator", "promise_overdue"]) {
      await world.taken({ ...none, about });
    }
    const { items } = await world.list();
    expect(items.map(({ about, bound }) => [about, bound])).toEqual([
      ["missing_reports", "1.00"],
      ["negative_indicator", "1.00"],
      ["promise_overdue", "90.00"],
    ]);
  });

  test("twice at once, and again later, is one; switched off, it may be set again", async () => {
    const both = await Promise.all([world.set({}), world.set({ bound: "100.00" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.set({})).toMatchObject({ reason: "alert-set-already" });
    expect((await world.set({ direction: "above" })).ok).toBe(true);
    const [first] = (await world.list()).items;
    await perform(endAlertCommand, world.by(world.chair), { id: first?.id ?? "" });
    expect((await world.set({})).ok).toBe(true);
    // Those without a number of their own are one as well, though their columns are empty.
    const promises = { ...none, about: "promise_overdue" };
    const two = await Promise.all([world.set(promises), world.set({ ...promises, bound: "90" })]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("twenty, and no more, also at once", async () => {
    for (let n = 0; n < 19; n += 1) await world.taken({ bound: String(n) });
    const both = await Promise.all([world.set({ bound: "30" }), world.set({ bound: "31" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "too-many-alerts" });
  });

  test.each([
    ["a threshold without its number", { metricCode: undefined }],
    ["a threshold without its direction", { direction: undefined }],
    ["a threshold without its bound", { bound: undefined }],
    ["a bound that is no decimal", { bound: "1e3" }],
    ["a bound below zero", { bound: "-1" }],
    ["reports by half", { ...none, about: "missing_reports", bound: "1.5" }],
    ["no report at all", { ...none, about: "missing_reports", bound: "0" }],
    ["promises by years", { ...none, about: "promise_overdue", from: 2024 }],
    ["reports with a direction", { ...none, about: "missing_reports", direction: "above" }],
    ["an unknown key", { userId: "x" }],
  ])("%s is malformed", async (_name, input) => {
    await expect(world.set(input)).rejects.toMatchObject({ code: "malformed" });
  });

  test("a number that the filter does not divide, and one that is not registered, are refused", async () => {
    const divided = { metricCode: "meetings-held", organization: world.school.id };
    expect(await world.set(divided)).toMatchObject({ reason: "alert-number-not-divided" });
    expect(await world.set({ metricCode: "M99" })).toMatchObject({
      reason: "alert-number-not-divided",
    });
  });

  test("what one may not read one may not watch (as rights allow)", async () => {
    const reports = { ...none, about: "missing_reports" };
    const promises = { ...none, about: "promise_overdue" };
    const refused = [
      () => world.set(reports, world.observer),
      () => world.set({ ...reports, organization: world.other.id }, world.leader),
      () => world.set(promises, world.observer),
      () => world.set(promises, world.leader),
      () => world.set({}, world.delegate),
    ];
    for (const attempt of refused)
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    expect((await world.set({ ...reports, organization: world.school.id }, world.leader)).ok).toBe(
      true,
    );
    expect((await world.list(world.observer)).abouts).toEqual(["threshold", "negative_indicator"]);
    expect((await world.list(world.leader)).abouts).toEqual([
      "threshold",
      "missing_reports",
      "negative_indicator",
    ]);
  });

  test("A-04 another's, another alliance's, and a member that is none are not found", async () => {
    await world.report("verified", "120");
    const id = await world.taken();
    await world.check();
    const [raising] = await world.raisings();
    const other = await createAlliance(db());
    const stranger = await createActor(db(), "chair", { allianceId: other.id });
    const seen = { id: raising?.id ?? "" };
    const tries = [
      () => perform(endAlertCommand, world.by(world.supervisor), { id }),
      () => perform(endAlertCommand, world.by(stranger, other.slug), { id }),
      () => perform(acknowledgeCommand, world.by(world.supervisor), seen),
      () => perform(acknowledgeCommand, world.by(stranger, other.slug), seen),
      () => world.set({ organization: other.id }),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    expect((await world.row(id)).endedAt).toBeNull();
    expect(await world.raisings(world.supervisor)).toEqual([]);
  });
});

describe("switching off and seeing", () => {
  const raised = async () => {
    await world.report("verified", "120");
    const id = await world.taken();
    await world.check();
    const [raising] = await world.raisings();
    return { id, raisingId: raising?.id ?? "" };
  };

  test("the link ends it without signing in, closes what stands, and again changes nothing", async () => {
    const { id } = await raised();
    const { linkKey: key } = await world.row(id);
    await perform(endAlertByLinkCommand, world.by(anonymous), { key });
    const ended = await world.row(id);
    expect(ended.endedHow).toBe("link");
    expect((await world.raisings())[0]?.closedHow).toBe("ended");
    await perform(endAlertByLinkCommand, world.by(anonymous), { key });
    expect(await world.row(id)).toEqual(ended);
    const unknown = perform(endAlertByLinkCommand, world.by(anonymous), { key: "x".repeat(43) });
    await expect(unknown).rejects.toMatchObject({ code: "not-found" });
    expect((await world.checkTomorrow()).checked).toBe(0);
  });

  test("seen once, with a note; it stands all the same", async () => {
    const { raisingId } = await raised();
    const mark = (note?: string) =>
      perform(acknowledgeCommand, world.by(world.chair), { id: raisingId, note });
    const both = await Promise.allSettled([mark("已请秘书处核对"), mark("已请秘书处核对")]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect(await mark()).toMatchObject({ reason: "alert-seen" });
    const [raising] = await world.raisings(world.chair, true);
    expect(raising).toMatchObject({ note: "已请秘书处核对", closedAt: null });
    expect(raising?.seenAt).not.toBeNull();
  });

  test("what is over is not marked any more", async () => {
    const { id, raisingId } = await raised();
    await perform(endAlertCommand, world.by(world.chair), { id });
    const late = perform(acknowledgeCommand, world.by(world.chair), { id: raisingId });
    expect(await late).toMatchObject({ reason: "alert-over" });
  });

  test("the database holds it too", async () => {
    const { id, raisingId } = await raised();
    const { alert, alertRaising } = db();
    const twin = await alertRaising.findUniqueOrThrow({ where: { id: raisingId } });
    const tries = [
      () => alert.updateMany({ where: { id }, data: { bound: "1" } }),
      () => alert.updateMany({ where: { id }, data: { userId: world.observer.userId ?? "" } }),
      () => alert.deleteMany({ where: { id } }),
      () => alertRaising.updateMany({ where: { id: raisingId }, data: { value: "1" } }),
      () => alertRaising.deleteMany({ where: { id: raisingId } }),
    ];
    for (const attempt of tries) expect(await refusedFor(attempt())).toMatch(/immutable/);
    const { id: _id, ...again } = twin;
    expect(await refusedFor(alertRaising.create({ data: again }))).toMatch(/unique|Unique/);
    await perform(endAlertCommand, world.by(world.chair), { id });
    expect(await refusedFor(alertRaising.create({ data: again }))).toMatch(/guard/);
    const reopened = alertRaising.updateMany({
      where: { id: raisingId },
      data: { closedAt: null, closedHow: null },
    });
    expect(await refusedFor(reopened)).toMatch(/immutable/);
    const alive = alert.updateMany({ where: { id }, data: { endedAt: null, endedHow: null } });
    expect(await refusedFor(alive)).toMatch(/immutable/);
  });
});
