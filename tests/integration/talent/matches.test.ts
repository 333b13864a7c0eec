import { expect, test } from "vitest";
import { enterpriseStandingProcedure } from "@/lib/features/enterprises/procedures";
import { getDemandQuery, withdrawDemandCommand } from "@/lib/features/talent/procedures/demands";
import {
  agreeMatchCommand,
  contactMatchCommand,
  dropMatchCommand,
  giveBackSupplyCommand,
  listMatchesQuery,
  matchCandidatesQuery,
  recordResultCommand,
  suggestMatchCommand,
} from "@/lib/features/talent/procedures/supply";
import { matchStates } from "@/lib/features/talent/types";
import { ask, perform } from "@/lib/platform/corridor/faces";
import { useDatabase } from "@/tests/support/database";
import { at, openedDemand, publishedSupply, talentWorld, value, type World } from "./world";

const { db } = useDatabase();
type Row = { id: string; version: number };
const step = (row: Row) => ({ matchId: row.id, version: row.version });

const suggest = (world: World, demandId: string, supplyId: string, quantity = 4) =>
  perform(suggestMatchCommand, world.secretary, { demandId, supplyId, quantity });
const agree = (world: World, row: Row, quantity: number) =>
  perform(agreeMatchCommand, world.contact, { ...step(row), quantity, form: "recruitment" });

/** A match that the school has contacted the enterprise about. */
async function contacted(world: World, demandId: string, supplyId: string, quantity = 4) {
  const made = value(await suggest(world, demandId, supplyId, quantity));
  return value(await perform(contactMatchCommand, world.secretary, step(made)));
}

async function market(graduates = 30) {
  const world = await talentWorld(db());
  const demand = await openedDemand(world);
  const supply = await publishedSupply(db(), world, { graduates });
  const state = async () => {
    const { state, taken, hired } = await ask(getDemandQuery, world.contact, {
      demandId: demand.id,
    });
    return { state, taken, hired };
  };
  return { world, demand, supply, state };
}

test("suggested, contacted by the school, agreed and hired by the enterprise, until the demand is filled", async () => {
  const { world, demand, supply, state } = await market();
  const candidates = await ask(matchCandidatesQuery, world.secretary, { demandId: demand.id });
  expect(candidates).toMatchObject({ open: 10, items: [{ supplyId: supply.id, free: 30 }] });
  const due = async (call: typeof world.contact) =>
    (await ask(enterpriseStandingProcedure, call, {})).owed.flatMap(({ kind, id }) =>
      kind === "answer_match" ? id : [],
    );
  let match = value(await suggest(world, demand.id, supply.id, 6));
  expect(await due(world.contact)).toEqual([]);
  await expect(agree(world, match, 6)).resolves.toMatchObject({ reason: "wrong-state" });
  await expect(perform(contactMatchCommand, world.contact, step(match))).rejects.toMatchObject({
    code: "forbidden",
  });
  match = value(await perform(contactMatchCommand, world.leader, step(match)));
  expect(await due(world.contact)).toEqual([demand.id]);
  await expect(
    perform(agreeMatchCommand, world.leader, { ...step(match), quantity: 6, form: "recruitment" }),
  ).rejects.toMatchObject({ code: "forbidden" });
  match = value(await agree(world, match, 6));
  expect(await state()).toEqual({ state: "partly_matched", taken: 6, hired: 0 });
  expect(
    await perform(recordResultCommand, world.contact, { ...step(match), hired: 7 }),
  ).toMatchObject({ reason: "more-than-agreed" });
  value(await perform(recordResultCommand, world.contact, { ...step(match), hired: 5 }));
  // The one who did not come is wanted again.
  expect(await state()).toEqual({ state: "partly_matched", taken: 5, hired: 5 });
  const rest = await contacted(world, demand.id, supply.id, 5);
  const agreed = value(await agree(world, rest, 5));
  value(await perform(recordResultCommand, world.contact, { ...step(agreed), hired: 5 }));
  expect(await state()).toEqual({ state: "filled", taken: 10, hired: 10 });
  expect(await db().talentSupply.findUniqueOrThrow({ where: { id: supply.id } })).toMatchObject({
    taken: 10,
  });
  expect(await suggest(world, demand.id, supply.id, 1)).toMatchObject({
    reason: "demand-not-open",
  });
});

test("matches of both sides are seen by both sides and by no third", async () => {
  const { world, demand, supply } = await market();
  const match = value(await suggest(world, demand.id, supply.id));
  const seen = async (call: World["contact"]) => (await ask(listMatchesQuery, call, {})).total;
  expect([
    await seen(world.contact),
    await seen(world.leader),
    await seen(world.secretary),
  ]).toEqual([1, 1, 1]);
  expect([await seen(world.rivalContact), await seen(world.otherLeader)]).toEqual([0, 0]);
  await expect(perform(contactMatchCommand, world.otherLeader, step(match))).rejects.toMatchObject({
    code: "not-found",
  });
  const drop = { ...step(match), text: "示例：已另招" };
  await expect(perform(dropMatchCommand, world.rivalContact, drop)).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await perform(dropMatchCommand, world.leader, drop)).toMatchObject({
    value: { state: "dropped" },
  });
});

test("neither the demand nor the graduates are overfilled, with the room named", async () => {
  const { world, demand, supply } = await market(3);
  expect(await suggest(world, demand.id, supply.id, 4)).toMatchObject({
    reason: "supply-overfilled",
    details: { free: 3 },
  });
  const wide = await publishedSupply(db(), world, { offeringId: world.otherOfferingId });
  expect(await suggest(world, demand.id, wide.id, 11)).toMatchObject({
    reason: "demand-overfilled",
    details: { free: 10 },
  });
  const first = await contacted(world, demand.id, wide.id, 8);
  const second = await contacted(world, demand.id, supply.id, 3);
  value(await agree(world, first, 8));
  expect(await agree(world, second, 3)).toMatchObject({
    reason: "demand-overfilled",
    details: { free: 2 },
  });
});

test("two agreements at once of one demand: never more heads than wanted (twenty rounds)", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { world, demand, supply } = await market();
    const other = await publishedSupply(db(), world, { offeringId: world.otherOfferingId });
    const [a, b] = [
      await contacted(world, demand.id, supply.id, 6),
      await contacted(world, demand.id, other.id, 6),
    ];
    const both = await Promise.allSettled([agree(world, a, 6), agree(world, b, 6)]);
    expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
    const kept = await db().talentDemand.findUniqueOrThrow({ where: { id: demand.id } });
    expect(kept.taken).toBe(6);
  }
}, 60_000);

test("two demands at once want the same graduates: never more than there are", async () => {
  const world = await talentWorld(db());
  const supply = await publishedSupply(db(), world, { graduates: 10 });
  const [first, second] = [await openedDemand(world), await openedDemand(world)];
  const [a, b] = [
    await contacted(world, first.id, supply.id, 7),
    await contacted(world, second.id, supply.id, 7),
  ];
  const both = await Promise.allSettled([agree(world, a, 7), agree(world, b, 7)]);
  expect(both.filter((one) => one.status === "fulfilled" && one.value.ok)).toHaveLength(1);
  expect(await db().talentSupply.findUniqueOrThrow({ where: { id: supply.id } })).toMatchObject({
    taken: 7,
  });
});

test("the database refuses what a command would not: overfilled, changed after its end", async () => {
  const { world, demand, supply } = await market();
  const row = {
    allianceId: world.allianceId,
    demandId: demand.id,
    supplyId: supply.id,
    form: "training" as const,
  };
  await expect(
    db().talentMatch.create({ data: { ...row, quantity: 11, state: "agreed" } }),
  ).rejects.toThrow();
  const match = await db().talentMatch.create({
    data: { ...row, quantity: 5, hired: 5, state: "result" },
  });
  await expect(
    db().talentMatch.update({ where: { id: match.id }, data: { hired: 4 } }),
  ).rejects.toThrow();
  expect(await db().talentDemand.findUniqueOrThrow({ where: { id: demand.id } })).toMatchObject({
    taken: 5,
    hired: 5,
  });
});

test("sent twice: one match; a second live one between the two sides is refused", async () => {
  const { world, demand, supply } = await market();
  const call = { ...world.secretary, idempotencyKey: "suggest-1" };
  const input = { demandId: demand.id, supplyId: supply.id, quantity: 2 };
  const [first, again] = [
    await perform(suggestMatchCommand, call, input),
    await perform(suggestMatchCommand, call, input),
  ];
  expect(again).toEqual(first);
  expect(await suggest(world, demand.id, supply.id, 2)).toMatchObject({ reason: "match-exists" });
});

test("what was agreed binds: neither the demand nor the numbers go away under it", async () => {
  const { world, demand, supply } = await market();
  const match = value(await agree(world, await contacted(world, demand.id, supply.id), 4));
  const { version } = await ask(getDemandQuery, world.contact, { demandId: demand.id });
  const withdraw = () =>
    perform(withdrawDemandCommand, world.contact, {
      ...at({ id: demand.id, version }),
      text: "示例",
    });
  expect(await withdraw()).toMatchObject({ reason: "match-in-hand" });
  const back = { supplyId: supply.id, version: supply.version, reason: "示例" };
  expect(await perform(giveBackSupplyCommand, world.secretary, back)).toMatchObject({
    reason: "graduates-promised",
  });
  value(await perform(dropMatchCommand, world.contact, { ...step(match), text: "示例：未到岗" }));
  const view = await ask(getDemandQuery, world.contact, { demandId: demand.id });
  expect(view).toMatchObject({ state: "open", taken: 0 });
});

test("an agreement at the same moment: a demand is not withdrawn under it (ten rounds)", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { world, demand, supply } = await market();
    const other = await publishedSupply(db(), world, { offeringId: world.otherOfferingId });
    // Somebody came already: the second agreement changes neither state nor version of the demand.
    const first = value(await agree(world, await contacted(world, demand.id, supply.id), 4));
    value(await perform(recordResultCommand, world.contact, { ...step(first), hired: 4 }));
    const second = await contacted(world, demand.id, other.id, 3);
    const { version } = await ask(getDemandQuery, world.contact, { demandId: demand.id });
    const withdrawal = { ...at({ id: demand.id, version }), text: "示例" };
    const both = await Promise.all([
      agree(world, second, 3),
      perform(withdrawDemandCommand, world.contact, withdrawal),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { state } = await db().talentDemand.findUniqueOrThrow({ where: { id: demand.id } });
    const live = await db().talentMatch.count({ where: { demandId: demand.id, state: "agreed" } });
    expect([state, live]).toEqual(state === "withdrawn" ? ["withdrawn", 0] : ["partly_matched", 1]);
  }
}, 60_000);

test("numbers that were given back promise nobody: the suggestion stays, the agreement is refused", async () => {
  const { world, demand, supply } = await market();
  const match = await contacted(world, demand.id, supply.id);
  const back = { supplyId: supply.id, version: supply.version, reason: "示例：毕业生数有误" };
  value(await perform(giveBackSupplyCommand, world.secretary, back));
  expect(await agree(world, match, 4)).toMatchObject({ reason: "supply-not-published" });
  const agreed = { state: "agreed", form: "training" } as const;
  for (const state of ["draft", "school_confirmed"] as const) {
    await db().talentSupply.update({ where: { id: supply.id }, data: { state } });
    await expect(
      db().talentMatch.update({ where: { id: match.id }, data: agreed }),
    ).rejects.toThrow();
  }
  expect(await db().talentSupply.findUniqueOrThrow({ where: { id: supply.id } })).toMatchObject({
    taken: 0,
  });
});

test("3.9 an order class is one of the school that is matched", async () => {
  const { world, demand, supply } = await market();
  const match = await contacted(world, demand.id, supply.id);
  const classOf = (organizationId: string) =>
    db().trainingClass.create({
      data: { allianceId: world.allianceId, organizationId, kind: "order", name: "示例订单班" },
    });
  const [own, foreign] = [await classOf(world.school.id), await classOf(world.other.id)];
  const order = (classId: string) =>
    perform(agreeMatchCommand, world.contact, {
      ...step(match),
      quantity: 4,
      form: "order_class",
      classId,
    });
  expect(await order(foreign.id)).toMatchObject({ reason: "class-of-another-school" });
  value(await order(own.id));
  const [seen] = (await ask(getDemandQuery, world.contact, { demandId: demand.id })).matches;
  expect(seen).toMatchObject({ form: "order_class", trainingClass: { id: own.id } });
});

test("a key that only reads sees its school's match, may do nothing with it, and no other school sees it", async () => {
  const { world, demand, supply } = await market();
  value(await suggest(world, demand.id, supply.id));
  const matches = async (call: World["leader"], readOnly: boolean) => {
    const reader = { ...call, actor: { ...call.actor, readOnly } };
    return (await ask(getDemandQuery, reader, { demandId: demand.id })).matches;
  };
  expect(await matches(world.leader, true)).toMatchObject([
    { may: { contact: false, agree: false, recordResult: false, drop: false } },
  ]);
  expect(await matches(world.leader, false)).toMatchObject([{ may: { contact: true } }]);
  expect(await matches(world.otherLeader, false)).toEqual([]);
});

const commands = {
  contact: contactMatchCommand,
  agree: agreeMatchCommand,
  recordResult: recordResultCommand,
  drop: dropMatchCommand,
};
const legal: Record<(typeof matchStates)[number], readonly string[]> = {
  suggested: ["contact", "drop"],
  contacted: ["agree", "drop"],
  agreed: ["recordResult", "drop"],
  result: [],
  dropped: [],
};
const inputs = {
  contact: {},
  agree: { quantity: 2, form: "training" },
  recordResult: { hired: 1 },
  drop: { text: "示例" },
} as const;

test.each(matchStates)(
  "I-12 every illegal edge of a match from %s: 409 and nothing changed",
  async (state) => {
    const { world, demand, supply } = await market();
    const data = {
      allianceId: world.allianceId,
      demandId: demand.id,
      supplyId: supply.id,
      quantity: 2,
    };
    const { id } = await db().talentMatch.create({ data: { ...data, state, form: "training" } });
    const before = await db().talentMatch.findUniqueOrThrow({ where: { id } });
    for (const name of Object.keys(commands) as (keyof typeof commands)[]) {
      if (legal[state].includes(name)) continue;
      const input = { matchId: id, version: 1, ...inputs[name] };
      const answer = await perform(
        commands[name] as typeof dropMatchCommand,
        world.secretary,
        input as never,
      );
      expect(answer, name).toMatchObject({ ok: false, reason: "wrong-state" });
    }
    expect(await db().talentMatch.findUniqueOrThrow({ where: { id } })).toEqual(before);
  },
);
