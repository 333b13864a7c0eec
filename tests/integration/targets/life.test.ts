import { beforeAll, describe, expect, test } from "vitest";
import {
  adoptTargetCommand,
  agreeTargetCommand,
  declineTargetCommand,
  listTargetsQuery,
  setTargetCommand,
  withdrawTargetCommand,
} from "@/lib/features/targets/procedures";
import { againstTargets, targetsOf } from "@/lib/features/targets/queries/of";
import { stateAfter } from "@/lib/features/targets/rules";
import { type TargetState, targetStates } from "@/lib/features/targets/types";
import { dateOf } from "@/lib/kernel/dates";
import type { Actor } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { createAlliance } from "@/prisma/seed/factories/basics";
import { createActor } from "../../support/actors";
import { useDatabase } from "../../support/database";
import { heldMeeting } from "../minutes/world";
import { createStage } from "../outcomes/support";

const { db } = useDatabase();
let stage: Awaited<ReturnType<typeof createStage>>;
let chair: Actor;
let year = 1990;

beforeAll(async () => {
  stage = await createStage(db());
  chair = await createActor(db(), "chair", { allianceId: stage.alliance.id });
});

const by = (actor: Actor) => ({ actor, tenant: stage.alliance.slug });
const number = () => ({ metricCode: "M35", year, value: "20", basis: "示例：三年行动计划" });
const propose = (more: object = {}, actor = stage.secretariat) =>
  perform(setTargetCommand, by(actor), { ...number(), ...more });
async function proposed(more: object = {}) {
  const result = await propose(more);
  if (!result.ok) throw new Error(result.reason);
  return { targetId: result.value.id, version: result.value.version };
}
const agree = (at: { targetId: string; version: number }, actor = chair) =>
  perform(agreeTargetCommand, by(actor), at);
const inForce = () => targetsOf(db(), stage.alliance.id, { years: [year] });

/** Each test has a year of its own. */
const another = () => {
  year += 1;
};

describe("setting and agreeing", () => {
  test("it holds when the chair agrees, and a later number supersedes it without changing it", async () => {
    another();
    const first = await proposed();
    expect(await inForce()).toEqual([]);
    expect(await agree(first)).toMatchObject({
      ok: true,
      value: { state: "in_force", version: 2 },
    });
    const second = await proposed({ value: "30" });
    expect(await inForce()).toMatchObject([{ code: "M35", value: "20.00" }]);
    expect(await agree(second)).toMatchObject({ ok: true });
    expect(await inForce()).toMatchObject([{ code: "M35", value: "30.00" }]);
    const list = await ask(listTargetsQuery, by(chair), { year: String(year) });
    expect(list.items.map((row) => [row.state, row.value, row.before])).toEqual([
      ["in_force", "30.00", "20.00"],
      ["superseded", "20.00", null],
    ]);
  });

  test("one waits at a time, and the same number is none", async () => {
    another();
    const first = await proposed();
    expect(await propose({ value: "21" })).toMatchObject({ reason: "target-proposed-already" });
    await agree(first);
    expect(await propose()).toMatchObject({ reason: "target-same" });
    // A member's number is another thing.
    expect(await propose({ organizationId: stage.school.id })).toMatchObject({ ok: true });
  });

  test("only what members report, only for members of today", async () => {
    another();
    expect(await propose({ metricCode: "M99" })).toMatchObject({
      reason: "target-metric-not-reported",
    });
    const alien = await createAlliance(db());
    const stranger = await createActor(db(), "secretariat", { allianceId: alien.id });
    await expect(propose({}, stranger)).rejects.toMatchObject({ code: "forbidden" });
    const gone = await db().organization.create({
      data: { name: "示例外单位", kind: "enterprise", pinyin: "x", searchText: "x" },
    });
    expect(await propose({ organizationId: gone.id })).toMatchObject({
      reason: "target-not-a-member",
    });
  });

  test("adopted by a resolution that holds, of this alliance", async () => {
    const world = await heldMeeting();
    const here = { actor: world.secretary.actor, tenant: world.secretary.tenant };
    await createStage(db());
    const set = await perform(setTargetCommand, here, {
      metricCode: "M41",
      year: 2031,
      value: "500",
      basis: "示例：理事会年度计划",
    });
    if (!set.ok) throw new Error(set.reason);
    const at = { targetId: set.value.id, version: 1 };
    another();
    const elsewhere = await proposed();
    expect(
      await perform(adoptTargetCommand, by(stage.secretariat), {
        ...elsewhere,
        resolutionId: world.resolutionId,
      }),
    ).toMatchObject({ reason: "target-resolution-does-not-fit" });
    expect(
      await perform(adoptTargetCommand, here, { ...at, resolutionId: world.resolutionId }),
    ).toMatchObject({ ok: true, value: { state: "in_force" } });
  });
});

describe("every illegal edge", () => {
  const steps = ["agree", "adopt", "decline", "withdraw"] as const;
  const ends = targetStates.filter((state) => state !== "proposed");

  // A resolution that would do, so that only the state can refuse it.
  let council: Awaited<ReturnType<typeof heldMeeting>>;
  beforeAll(async () => {
    council = await heldMeeting();
  });

  async function inState(state: TargetState, call: Call) {
    another();
    const result = await perform(setTargetCommand, call, number());
    if (!result.ok) throw new Error(result.reason);
    const at = { targetId: result.value.id };
    const hands = { decidedById: chair.userId, version: 2 };
    const reason = state === "declined" ? { reason: "示例" } : {};
    await db().metricTarget.update({
      where: { id: at.targetId },
      data: {
        state: state === "superseded" ? "in_force" : state,
        ...(state === "withdrawn" ? { version: 2 } : hands),
        ...reason,
      },
    });
    if (state === "superseded") {
      await db().metricTarget.update({ where: { id: at.targetId }, data: { state } });
    }
    return { ...at, version: 2 };
  }

  test.each(ends.flatMap((state) => steps.map((step) => [state, step] as const)))(
    "%s refuses to %s, and nothing changes",
    async (state, step) => {
      expect(stateAfter(state, step)).toBeUndefined();
      const office = step === "adopt" ? council.secretary : by(stage.secretariat);
      const at = await inState(state, office);
      const { resolutionId } = council;
      const tried = {
        agree: () => agree(at),
        adopt: () => perform(adoptTargetCommand, office, { ...at, resolutionId }),
        decline: () => perform(declineTargetCommand, by(chair), { ...at, reason: "示例" }),
        withdraw: () => perform(withdrawTargetCommand, office, at),
      };
      expect(await tried[step]()).toMatchObject({ ok: false, reason: "target-decided" });
      const kept = await db().metricTarget.findUniqueOrThrow({ where: { id: at.targetId } });
      expect(kept).toMatchObject({ state, version: 2 });
    },
  );
});

describe("hands", () => {
  test("nobody agrees to an own number: one person with both roles is refused, by the database too", async () => {
    another();
    const at = { allianceId: stage.alliance.id, organizationId: null };
    const both: Actor = {
      ...stage.secretariat,
      roles: [
        { role: "secretariat", ...at },
        { role: "chair", ...at },
      ],
    };
    const target = await proposed();
    expect(await agree(target, both)).toMatchObject({ reason: "target-own-proposal" });
    await expect(
      db().metricTarget.update({
        where: { id: target.targetId },
        data: { state: "in_force", decidedById: stage.secretariat.userId },
      }),
    ).rejects.toThrow("metric_targets_hands");
  });
  test("the office does not agree, the chair does not set", async () => {
    another();
    const target = await proposed();
    await expect(agree(target, stage.secretariat)).rejects.toMatchObject({ code: "forbidden" });
    await expect(propose({ metricCode: "M41" }, chair)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
  test("sent twice the second is told, and a stale form is stale", async () => {
    another();
    const target = await proposed();
    expect(await agree(target)).toMatchObject({ ok: true });
    expect(await agree(target)).toMatchObject({ reason: "target-decided" });
    const next = await proposed({ value: "44" });
    await expect(agree({ ...next, version: 9 })).rejects.toMatchObject({ code: "stale" });
    expect(await inForce()).toMatchObject([{ value: "20.00" }]);
  });
  test("two at once: one number waits", async () => {
    another();
    const both = await Promise.all([propose({ value: "1" }), propose({ value: "2" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
  test("two chairs at once: one is first", async () => {
    another();
    const target = await proposed();
    const second = await createActor(db(), "chair", { allianceId: stage.alliance.id });
    const both = await Promise.allSettled([agree(target), agree(target, second)]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    expect(await inForce()).toHaveLength(1);
  });
  test("a number in force is never changed and never deleted", async () => {
    another();
    const target = await proposed();
    await agree(target);
    const id = target.targetId;
    await expect(
      db().$executeRaw`UPDATE metric_targets SET value = 1 WHERE id = ${id}::uuid`,
    ).rejects.toThrow("immutable: a target is superseded, never changed");
    await expect(
      db().$executeRaw`DELETE FROM metric_targets WHERE id = ${id}::uuid`,
    ).rejects.toThrow("immutable: a target is superseded or withdrawn, never deleted");
  });
});

describe("what was reached", () => {
  test("Missing target: a metric with results and no target has none, and no gap", async () => {
    another();
    const record = {
      allianceId: stage.alliance.id,
      organizationId: stage.school.id,
      title: "示例成果",
      year,
      occurredOn: dateOf(`${year}-05-01`),
    };
    const approved = { ...record, verifiedAt: new Date() };
    await db().outcomeRecord.createMany({
      data: [
        { ...approved, metricCode: "M35", quantity: 3, state: "verified", naturalKey: `a${year}` },
        { ...record, metricCode: "M35", quantity: 9, state: "submitted", naturalKey: `b${year}` },
        { ...approved, metricCode: "M41", quantity: 7, state: "published" },
      ],
    });
    await agree(await proposed({ organizationId: stage.school.id, value: "5" }));
    const views = await againstTargets(db(), stage.alliance.id, {
      organizationId: stage.school.id,
      year,
    });
    expect(
      views.map(({ metricCode, target, achieved, gap }) => [metricCode, target, achieved, gap]),
    ).toEqual([
      ["M35", "5.00", "3.00", "2.00"],
      ["M41", null, "7.00", null],
    ]);
    const list = await ask(listTargetsQuery, by(stage.reporter), { year: String(year) });
    expect(list.items).toMatchObject([{ achieved: "3.00", gap: "2.00", records: 1 }]);
  });
  test("Reader's rights hide members: a member reads the alliance's and its own, not another's", async () => {
    another();
    await agree(await proposed({ organizationId: stage.school.id }));
    await agree(await proposed());
    const seen = async (actor: Actor) =>
      (await ask(listTargetsQuery, by(actor), { year: String(year) })).items.map(
        (row) => row.organization?.id ?? null,
      );
    expect((await seen(stage.reporter)).sort()).toEqual([null, stage.school.id].sort());
    expect(await seen(stage.otherReporter)).toEqual([null]);
    expect((await seen(stage.delegate)).length).toBe(2);
  });
});
