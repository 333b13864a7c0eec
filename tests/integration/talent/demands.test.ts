import { expect, test } from "vitest";
import {
  changeDemandCommand,
  confirmDemandCommand,
  getDemandQuery,
  giveBackDemandCommand,
  listDemandsQuery,
  openDemandCommand,
  postDemandCommand,
  renewDemandCommand,
  saveOccupationCommand,
  submitDemandCommand,
  withdrawDemandCommand,
} from "@/lib/features/talent/procedures/demands";
import { demandStates } from "@/lib/features/talent/types";
import { addDays, dateOf } from "@/lib/kernel/dates";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { useDatabase } from "@/tests/support/database";
import { at, openedDemand, talentWorld, today, value, wanted, year } from "./world";

const { db } = useDatabase();

test("an enterprise posts, another person confirms, schools see it when it is open", async () => {
  const world = await talentWorld(db());
  let demand = value(await perform(postDemandCommand, world.contact, wanted(world)));
  const seen = async (call: Call) => (await ask(listDemandsQuery, call, {})).total;
  demand = value(await perform(submitDemandCommand, world.contact, at(demand)));
  expect(await seen(world.leader)).toBe(0);
  await expect(perform(confirmDemandCommand, world.contact, at(demand))).rejects.toMatchObject({
    code: "forbidden",
  });
  demand = value(await perform(confirmDemandCommand, world.secretary, at(demand)));
  demand = value(await perform(openDemandCommand, world.secretary, at(demand)));
  expect([
    await seen(world.leader),
    await seen(world.contact),
    await seen(world.rivalContact),
  ]).toEqual([1, 1, 0]);
  const view = await ask(getDemandQuery, world.contact, { demandId: demand.id });
  expect(view).toMatchObject({ state: "open", expiresOn: addDays(today, 180), academicYear: year });
  expect(view.events.map(({ step }) => step).reverse()).toEqual([
    "post",
    "submit",
    "confirm",
    "open",
  ]);
  const bySchool = await ask(getDemandQuery, world.leader, { demandId: demand.id });
  expect(bySchool.events).toEqual([]);
  await expect(
    ask(getDemandQuery, world.rivalContact, { demandId: demand.id }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("I-15 who submits does not confirm, the database keeps it too", async () => {
  const world = await talentWorld(db());
  let demand = value(await perform(postDemandCommand, world.secretary, wanted(world)));
  demand = value(await perform(submitDemandCommand, world.secretary, at(demand)));
  expect(await perform(confirmDemandCommand, world.secretary, at(demand))).toMatchObject({
    reason: "second-person-needed",
  });
  const me = world.secretary.actor.userId;
  const byHand = db().talentDemand.update({
    where: { id: demand.id },
    data: { confirmedById: me },
  });
  await expect(byHand).rejects.toThrow();
  expect(await perform(confirmDemandCommand, world.second, at(demand))).toMatchObject({ ok: true });
});

test("given back with a reason, changed, submitted again", async () => {
  const world = await talentWorld(db());
  let demand = value(await perform(postDemandCommand, world.contact, wanted(world)));
  demand = value(await perform(submitDemandCommand, world.contact, at(demand)));
  const reason = { ...at(demand), text: "示例：请写明班次" };
  demand = value(await perform(giveBackDemandCommand, world.secretary, reason));
  const { organizationId: _, ...fields } = wanted(world, { headcount: 12 });
  demand = value(await perform(changeDemandCommand, world.contact, { ...at(demand), ...fields }));
  demand = value(await perform(submitDemandCommand, world.contact, at(demand)));
  const view = await ask(getDemandQuery, world.secretary, { demandId: demand.id });
  expect(view).toMatchObject({ headcount: 12, state: "submitted" });
});

test("after 180 days it is not believed; the enterprise confirms it again", async () => {
  const world = await talentWorld(db());
  const demand = await openedDemand(world);
  const where = { id: demand.id };
  await db().talentDemand.update({ where, data: { expiresOn: dateOf(today) } });
  const state = async () =>
    (await ask(getDemandQuery, world.contact, { demandId: demand.id })).state;
  expect(await state()).toBe("open");
  await db().talentDemand.update({ where, data: { expiresOn: dateOf(addDays(today, -1)) } });
  expect(await state()).toBe("expired");
  expect((await ask(listDemandsQuery, world.secretary, { state: "expired" })).total).toBe(1);
  expect((await ask(listDemandsQuery, world.secretary, { state: "open" })).total).toBe(0);
  value(await perform(renewDemandCommand, world.contact, at(demand)));
  expect(await state()).toBe("open");
});

test("bad input: past, not a member, foreign occupation, wrong numbers, other days", async () => {
  const world = await talentWorld(db());
  const elsewhere = await talentWorld(db());
  const post = (more: object, call: Call = world.contact) =>
    perform(postDemandCommand, call, wanted(world, more));
  expect(await post({ fromOn: addDays(today, -30), toOn: addDays(today, -1) })).toMatchObject({
    reason: "demand-in-past",
  });
  const stranger = await createOrganization(db());
  expect(await post({ organizationId: stranger.id }, world.secretary)).toMatchObject({
    reason: "organization-not-member",
  });
  await expect(post({ occupationId: elsewhere.occupation.id })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(post({ organizationId: world.rival.id })).rejects.toMatchObject({
    code: "forbidden",
  });
  for (const headcount of [0, -3, 1.5, 200_000, "十"]) {
    await expect(post({ headcount })).rejects.toMatchObject({ code: "malformed" });
  }
  await expect(post({ toOn: addDays(today, -2) })).rejects.toMatchObject({ code: "malformed" });
  expect(await db().talentDemand.count({ where: { allianceId: world.allianceId } })).toBe(0);
});

const steps = {
  change: { command: changeDemandCommand, by: "contact" },
  submit: { command: submitDemandCommand, by: "contact" },
  giveBack: { command: giveBackDemandCommand, by: "secretary" },
  confirm: { command: confirmDemandCommand, by: "secretary" },
  open: { command: openDemandCommand, by: "secretary" },
  renew: { command: renewDemandCommand, by: "contact" },
  withdraw: { command: withdrawDemandCommand, by: "contact" },
} as const;
const legal: Record<(typeof demandStates)[number], readonly string[]> = {
  draft: ["change", "submit", "withdraw"],
  submitted: ["giveBack", "confirm", "withdraw"],
  confirmed: ["open", "withdraw"],
  open: ["renew", "withdraw"],
  partly_matched: ["renew", "withdraw"],
  filled: [],
  withdrawn: [],
  expired: ["renew", "withdraw"],
};

test.each(demandStates)(
  "I-12 every illegal edge of a demand from %s: 409 and nothing changed",
  async (state) => {
    const world = await talentWorld(db());
    const { id } = value(await perform(postDemandCommand, world.contact, wanted(world)));
    const stored = state === "expired" ? "open" : state;
    const ends = state === "expired" ? addDays(today, -1) : addDays(today, 10);
    await db().talentDemand.update({
      where: { id },
      data: {
        state: stored,
        expiresOn: dateOf(ends),
        ...(state === "filled" && { taken: 10, hired: 10 }),
      },
    });
    const before = await db().talentDemand.findUniqueOrThrow({ where: { id } });
    const events = await db().talentDemandEvent.count({ where: { demandId: id } });
    const { organizationId: _, ...fields } = wanted(world);
    for (const [name, { command, by }] of Object.entries(steps)) {
      if (legal[state].includes(name)) continue;
      const input = {
        demandId: id,
        version: 1,
        ...(name === "change" ? fields : { text: "示例" }),
      };
      const answer = await perform(command as typeof submitDemandCommand, world[by], input);
      expect(answer, name).toMatchObject({ ok: false, reason: "wrong-state" });
    }
    expect(await db().talentDemand.findUniqueOrThrow({ where: { id } })).toEqual(before);
    expect(await db().talentDemandEvent.count({ where: { demandId: id } })).toBe(events);
  },
);

test("sent twice with one key: one demand; submitted twice at once: one, the other is stale", async () => {
  const world = await talentWorld(db());
  const call = { ...world.contact, idempotencyKey: "post-1" };
  const [first, again] = await Promise.all([
    perform(postDemandCommand, call, wanted(world)),
    perform(postDemandCommand, call, wanted(world)),
  ]);
  expect(again).toEqual(first);
  expect(await db().talentDemand.count({ where: { allianceId: world.allianceId } })).toBe(1);
  const demand = value(first);
  const both = await Promise.allSettled([
    perform(submitDemandCommand, world.contact, at(demand)),
    perform(submitDemandCommand, world.contact, at(demand)),
  ]);
  const won = both.filter((one) => one.status === "fulfilled" && one.value.ok);
  expect(won).toHaveLength(1);
});

test("I-23 another alliance's demand is no demand here", async () => {
  const world = await talentWorld(db());
  const elsewhere = await talentWorld(db());
  const demand = await openedDemand(elsewhere);
  await expect(ask(getDemandQuery, world.secretary, { demandId: demand.id })).rejects.toMatchObject(
    { code: "not-found" },
  );
  await expect(perform(renewDemandCommand, world.contact, at(demand))).rejects.toMatchObject({
    code: "not-found",
  });
});

test("occupations and their programmes are kept by the secretariat, with names once", async () => {
  const world = await talentWorld(db());
  const save = (more: object) =>
    perform(saveOccupationCommand, world.secretary, {
      name: "示例焊工",
      programmeIds: [world.programme.id],
      ...more,
    });
  const made = value(await save({}));
  expect(await save({})).toMatchObject({ reason: "name-taken" });
  value(
    await save({
      occupationId: made.id,
      version: made.version,
      name: "示例高级焊工",
      programmeIds: [],
    }),
  );
  await expect(
    save({ occupationId: made.id, version: made.version, name: "示例旧表单" }),
  ).rejects.toMatchObject({ code: "stale" });
  expect(await db().occupationProgramme.count({ where: { occupationId: made.id } })).toBe(0);
});
