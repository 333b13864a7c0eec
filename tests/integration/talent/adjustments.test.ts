import { expect, test } from "vitest";
import { postDemandCommand } from "@/lib/features/talent/procedures/demands";
import {
  carryOutAdjustmentCommand,
  endorseAdjustmentCommand,
  listAdjustmentsQuery,
  proposeAdjustmentCommand,
  refuseAdjustmentCommand,
  withdrawAdjustmentCommand,
} from "@/lib/features/talent/procedures/reports";
import { adjustmentStates } from "@/lib/features/talent/types";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { openedDemand, talentWorld, value, type World, wanted, year } from "./world";

const { db } = useDatabase();
type Row = { id: string; version: number };
const step = (row: Row) => ({ adjustmentId: row.id, version: row.version });

async function proposal(more: object = {}) {
  const world = await talentWorld(db());
  const demand = await openedDemand(world);
  const fresh = await db().programme.create({
    data: { name: `示例新专业 ${world.alliance.slug}`, level: "college", synthetic: true },
  });
  const propose = (over: object = {}, by: World["leader"] = world.leader) =>
    perform(proposeAdjustmentCommand, by, {
      organizationId: world.school.id,
      kind: "open" as const,
      programmeId: fresh.id,
      demandId: demand.id,
      academicYear: year + 1,
      reason: "示例：企业缺人",
      ...more,
      ...over,
    });
  return { world, demand, fresh, propose };
}

test("S002-36 a new programme cites a confirmed demand, another person endorses it, and it appears", async () => {
  const { world, fresh, propose } = await proposal();
  await expect(propose({ demandId: undefined })).rejects.toMatchObject({ code: "malformed" });
  const draft = value(await perform(postDemandCommand, world.contact, wanted(world)));
  expect(await propose({ demandId: draft.id })).toMatchObject({ reason: "demand-not-confirmed" });
  await expect(propose({}, world.otherLeader)).rejects.toMatchObject({ code: "forbidden" });
  let adjustment = value(await propose());
  expect(await perform(carryOutAdjustmentCommand, world.leader, step(adjustment))).toMatchObject({
    reason: "wrong-state",
  });
  adjustment = value(await perform(endorseAdjustmentCommand, world.secretary, step(adjustment)));
  value(await perform(carryOutAdjustmentCommand, world.leader, step(adjustment)));
  const where = {
    allianceId: world.allianceId,
    offering: { organizationId: world.school.id, programmeId: fresh.id },
  };
  expect(await db().allianceOffering.findFirstOrThrow({ where })).toMatchObject({
    status: "running",
  });
  expect(await propose()).toMatchObject({ reason: "offering-exists" });
});

test("warned, wound down, closed: the offering stands as the last adjustment says", async () => {
  const { world, propose } = await proposal();
  const carry = async (kind: "warn" | "close") => {
    let row = value(await propose({ kind, programmeId: world.programme.id }));
    row = value(await perform(endorseAdjustmentCommand, world.secretary, step(row)));
    value(await perform(carryOutAdjustmentCommand, world.leader, step(row)));
    const key = { allianceId: world.allianceId, offeringId: world.offeringId };
    return (
      await db().allianceOffering.findUniqueOrThrow({ where: { allianceId_offeringId: key } })
    ).status;
  };
  expect(await carry("warn")).toBe("warned");
  let grown = value(await propose({ kind: "expand", programmeId: world.programme.id }));
  grown = value(await perform(endorseAdjustmentCommand, world.secretary, step(grown)));
  expect(await carry("close")).toBe("closed");
  // What was endorsed before does not open it again.
  expect(await perform(carryOutAdjustmentCommand, world.leader, step(grown))).toMatchObject({
    reason: "offering-missing",
  });
  expect(await propose({ kind: "expand", programmeId: world.programme.id })).toMatchObject({
    reason: "offering-missing",
  });
});

test("I-15 who proposes does not endorse; the school reads its own", async () => {
  const { world, propose } = await proposal();
  const row = value(await propose({}, world.secretary));
  expect(await perform(endorseAdjustmentCommand, world.secretary, step(row))).toMatchObject({
    reason: "second-person-needed",
  });
  const me = world.secretary.actor.userId;
  await expect(
    db().programmeAdjustment.update({ where: { id: row.id }, data: { decidedById: me } }),
  ).rejects.toThrow();
  const seen = async (call: World["leader"]) => (await ask(listAdjustmentsQuery, call, {})).total;
  expect([
    await seen(world.leader),
    await seen(world.otherLeader),
    await seen(world.secretary),
  ]).toEqual([1, 0, 1]);
});

const commands = {
  endorse: endorseAdjustmentCommand,
  refuse: refuseAdjustmentCommand,
  carryOut: carryOutAdjustmentCommand,
  withdraw: withdrawAdjustmentCommand,
};
const legal: Record<(typeof adjustmentStates)[number], readonly string[]> = {
  proposed: ["endorse", "refuse", "withdraw"],
  endorsed: ["carryOut", "withdraw"],
  carried_out: [],
  refused: [],
  withdrawn: [],
};

test.each(adjustmentStates)(
  "I-12 every illegal edge of an adjustment from %s: 409 and nothing changed",
  async (state) => {
    const { world, propose } = await proposal();
    const { id } = value(await propose());
    const done = state === "carried_out" ? { offeringId: world.offeringId } : {};
    await db().programmeAdjustment.update({
      where: { id },
      data: { state, answer: "示例", ...done },
    });
    const before = await db().programmeAdjustment.findUniqueOrThrow({ where: { id } });
    for (const name of Object.keys(commands) as (keyof typeof commands)[]) {
      if (legal[state].includes(name)) continue;
      const input = { adjustmentId: id, version: 1, answer: "示例" };
      const answer = await perform(
        commands[name] as typeof refuseAdjustmentCommand,
        world.secretary,
        input,
      );
      expect(answer, name).toMatchObject({ ok: false, reason: "wrong-state" });
    }
    expect(await db().programmeAdjustment.findUniqueOrThrow({ where: { id } })).toEqual(before);
  },
);

test("endorsed twice at once: one, the other is stale or refused", async () => {
  const { world, propose } = await proposal();
  const row = value(await propose());
  const both = await Promise.allSettled([
    perform(endorseAdjustmentCommand, world.secretary, step(row)),
    perform(endorseAdjustmentCommand, world.second, step(row)),
  ]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
});
