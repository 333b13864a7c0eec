import { expect, test } from "vitest";
import { supplyWaiting } from "@/components/talent/waiting-words";
import {
  changeSupplyCommand,
  confirmBureauCommand,
  confirmSchoolCommand,
  enterSupplyCommand,
  giveBackSupplyCommand,
  listSuppliesQuery,
  publishSupplyCommand,
} from "@/lib/features/talent/procedures/supply";
import { supplyStates } from "@/lib/features/talent/types";
import { formatDay } from "@/lib/i18n/format";
import { dayIn, homeZone } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { talentWorld, value, type World, year } from "./world";

const { db } = useDatabase();
const numbers = { enrolled: 40, onRoll: 120, graduates: 38, capacity: 45 };
type Row = { id: string; version: number };
const step = (row: Row) => ({ supplyId: row.id, version: row.version });
const enter = (world: World, call = world.reporter) =>
  perform(enterSupplyCommand, call, {
    offeringId: world.offeringId,
    academicYear: year,
    ...numbers,
  });

test("entered, confirmed by the school, by the bureau, published: three persons", async () => {
  const world = await talentWorld(db());
  let supply = value(await enter(world));
  expect(await enter(world)).toMatchObject({ reason: "supply-exists" });
  await expect(enter(world, world.otherLeader)).rejects.toMatchObject({ code: "forbidden" });
  await expect(perform(confirmSchoolCommand, world.reporter, step(supply))).rejects.toMatchObject({
    code: "forbidden",
  });
  supply = value(await perform(confirmSchoolCommand, world.leader, step(supply)));
  const bureau = { ...step(supply), bureauId: world.bureau.id };
  expect(
    await perform(confirmBureauCommand, world.secretary, {
      ...bureau,
      bureauId: world.enterprise.id,
    }),
  ).toMatchObject({ reason: "not-a-government" });
  const seen = async (call: World["contact"]) => (await ask(listSuppliesQuery, call, {})).total;
  expect([
    await seen(world.contact),
    await seen(world.leader),
    await seen(world.otherLeader),
  ]).toEqual([0, 1, 0]);
  const waiting = async () => {
    const [row] = (await ask(listSuppliesQuery, world.leader, {})).items;
    return row && supplyWaiting(row, "zh-CN");
  };
  const since = formatDay(dayIn(new Date(), homeZone), "zh-CN");
  expect(await waiting()).toEqual({ key: "waiting.school_confirmed", values: { since } });
  supply = value(await perform(confirmBureauCommand, world.secretary, bureau));
  expect((await waiting())?.key).toBe("waiting.bureau_confirmed");
  supply = value(await perform(publishSupplyCommand, world.secretary, step(supply)));
  expect(await waiting()).toBeNull();
  expect(supply.state).toBe("published");
  expect(await seen(world.contact)).toBe(1);
});

test("I-15 who entered does not confirm, and the database keeps the three apart", async () => {
  const world = await talentWorld(db());
  const supply = value(await enter(world, world.leader));
  expect(await perform(confirmSchoolCommand, world.leader, step(supply))).toMatchObject({
    reason: "second-person-needed",
  });
  const me = world.leader.actor.userId;
  await expect(
    db().talentSupply.update({ where: { id: supply.id }, data: { schoolConfirmedById: me } }),
  ).rejects.toThrow();
  await expect(
    db().talentSupply.update({ where: { id: supply.id }, data: { bureauConfirmedById: me } }),
  ).rejects.toThrow();
});

test("I-16 confirmed numbers do not change in place; they are given back first", async () => {
  const world = await talentWorld(db());
  let supply = value(await enter(world));
  supply = value(await perform(confirmSchoolCommand, world.leader, step(supply)));
  await expect(
    db().talentSupply.update({ where: { id: supply.id }, data: { graduates: 99 } }),
  ).rejects.toThrow();
  const back = { ...step(supply), reason: "示例：毕业生数有误" };
  supply = value(await perform(giveBackSupplyCommand, world.secretary, back));
  supply = value(
    await perform(changeSupplyCommand, world.reporter, {
      ...step(supply),
      ...numbers,
      graduates: 36,
    }),
  );
  expect(supply.state).toBe("draft");
});

const commands = {
  change: [changeSupplyCommand, "reporter", numbers],
  confirmSchool: [confirmSchoolCommand, "leader", {}],
  confirmBureau: [confirmBureauCommand, "secretary", {}],
  publish: [publishSupplyCommand, "secretary", {}],
  giveBack: [giveBackSupplyCommand, "secretary", { reason: "示例" }],
} as const;
const legal: Record<(typeof supplyStates)[number], readonly string[]> = {
  draft: ["change", "confirmSchool"],
  school_confirmed: ["confirmBureau", "giveBack"],
  bureau_confirmed: ["publish", "giveBack"],
  published: ["giveBack"],
};

test.each(supplyStates)(
  "I-12 every illegal edge of a supply from %s: 409 and nothing changed",
  async (state) => {
    const world = await talentWorld(db());
    const { id } = value(await enter(world));
    await db().talentSupply.update({
      where: { id },
      data: {
        state,
        bureauId: world.bureau.id,
        ...(state === "published" && { publishedAt: new Date() }),
      },
    });
    const before = await db().talentSupply.findUniqueOrThrow({ where: { id } });
    for (const [name, [command, by, more]] of Object.entries(commands)) {
      if (legal[state].includes(name)) continue;
      const bureau = name === "confirmBureau" ? { bureauId: world.bureau.id } : {};
      const input = { supplyId: id, version: 1, ...more, ...bureau };
      const answer = await perform(command as typeof publishSupplyCommand, world[by], input);
      expect(answer, name).toMatchObject({ ok: false, reason: "wrong-state" });
    }
    expect(await db().talentSupply.findUniqueOrThrow({ where: { id } })).toEqual(before);
  },
);

test("entered twice at once: one row", async () => {
  const world = await talentWorld(db());
  const both = await Promise.all([enter(world), enter(world)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});
