import { expect, test } from "vitest";
import {
  createAgreementCommand,
  getAgreementQuery,
  listAgreementsQuery,
  renewAgreementCommand,
  updateAgreementCommand,
} from "@/lib/features/agreements/procedures";
import { createCallCommand } from "@/lib/features/calls/procedures/needs";
import { getClassQuery } from "@/lib/features/classes/procedures";
import {
  getOfferingQuery,
  programmeChoicesQuery,
  removePathwayCommand,
} from "@/lib/features/programmes/procedures";
import { anonymous } from "@/lib/platform/auth/actor";
import { ask, perform } from "@/lib/platform/corridor/faces";
import type { Call } from "@/lib/platform/corridor/invoke";
import { createAgreementRow } from "@/prisma/seed/factories/colleges";
import { useDatabase } from "@/tests/support/database";
import { biddingCall, type World as CallWorld, callWorld, need } from "../calls/world";
import { talentWorld, value, type World, year } from "../talent/world";

const { db } = useDatabase();

const classOf = (world: World) =>
  db().trainingClass.create({
    data: {
      allianceId: world.allianceId,
      organizationId: world.school.id,
      kind: "order",
      name: `示例订单班 ${world.alliance.slug}`,
    },
  });
const pathwayOf = (world: World) =>
  db().programmePathway.create({
    data: {
      allianceId: world.allianceId,
      fromOfferingId: world.offeringId,
      toOfferingId: world.otherOfferingId,
      model: "three_plus_two",
      academicYear: year,
      quota: 40,
    },
  });

const input = (parties: readonly { id: string }[], about: object) => ({
  title: "示例培养协议",
  kind: "training_class" as const,
  validFrom: "2026-01-01",
  parties: parties.map(({ id }) => ({ organizationId: id })),
  ...about,
});
const draft = (world: World, about: object, call: Call = world.secretary) =>
  perform(createAgreementCommand, call, input([world.school, world.enterprise], about));
const seen = (agreementId: string, call: Call) => ask(getAgreementQuery, call, { agreementId });

test("an agreement is about a class and a pathway, and each of them leads to it", async () => {
  const world = await talentWorld(db());
  const [trained, pathway] = [await classOf(world), await pathwayOf(world)];
  const { id } = value(await draft(world, { classId: trained.id, pathwayId: pathway.id }));
  const { links } = await seen(id, world.secretary);
  expect(links).toMatchObject([
    { kind: "class", id: trained.id, name: trained.name, offeringId: null },
    { kind: "pathway", id: pathway.id, offeringId: world.offeringId },
  ]);
  expect(links[1]?.name).toContain(`${year} · ${world.school.name}`);
  const ofClass = (call: Call) => ask(getClassQuery, call, { classId: trained.id });
  const ofPathway = (call: Call) => ask(getOfferingQuery, call, { offeringId: world.offeringId });
  expect((await ofClass(world.contact)).agreements).toEqual([{ id, title: "示例培养协议" }]);
  expect((await ofPathway(world.contact)).pathways).toMatchObject([
    { agreements: [{ id, title: "示例培养协议" }] },
  ]);
  // Neither party, nor of the alliance: the class and the pathway are there, the agreement is not.
  expect((await ofClass(world.rivalContact)).agreements).toEqual([]);
  const visitor = { actor: anonymous, tenant: world.alliance.slug };
  expect((await ofPathway(visitor)).pathways).toMatchObject([{ agreements: [] }]);
});

test("a changed draft is about what it says now; one thing is named once, and one row names one thing", async () => {
  const world = await talentWorld(db());
  const [trained, pathway] = [await classOf(world), await pathwayOf(world)];
  const { id, version } = value(await draft(world, { classId: trained.id }));
  const about = { allianceId: world.allianceId, agreementId: id };
  const link = (more: object) => db().agreementLink.create({ data: { ...about, ...more } });
  await expect(link({ classId: trained.id })).rejects.toThrow();
  await expect(link({ classId: trained.id, pathwayId: pathway.id })).rejects.toThrow();
  await expect(link({})).rejects.toThrow();
  value(
    await perform(updateAgreementCommand, world.secretary, {
      agreementId: id,
      version,
      ...input([world.school, world.enterprise], { pathwayId: pathway.id }),
    }),
  );
  expect((await seen(id, world.secretary)).links).toMatchObject([{ kind: "pathway" }]);
});

test("another alliance's class, pathway or call is none", async () => {
  const world = await talentWorld(db());
  const elsewhere = await talentWorld(db());
  const neighbours = await callWorld();
  const strange = [
    { classId: (await classOf(elsewhere)).id },
    { pathwayId: (await pathwayOf(elsewhere)).id },
    { callId: await biddingCall(neighbours) },
  ];
  for (const about of strange) {
    await expect(draft(world, about)).rejects.toMatchObject({ code: "not-found" });
  }
  const { id } = await createAgreementRow(db(), {
    allianceId: world.allianceId,
    organizationIds: [world.school.id],
  });
  for (const about of strange) {
    await expect(
      db().agreementLink.create({
        data: { allianceId: world.allianceId, agreementId: id, ...about },
      }),
    ).rejects.toThrow();
  }
});

test("a renewal is about the same class and pathway", async () => {
  const world = await talentWorld(db());
  const [trained, pathway] = [await classOf(world), await pathwayOf(world)];
  const { id, allianceId } = await createAgreementRow(db(), {
    allianceId: world.allianceId,
    organizationIds: [world.school.id, world.enterprise.id],
    state: "in_force",
  });
  const own = { allianceId, agreementId: id };
  await db().agreementLink.createMany({
    data: [
      { ...own, classId: trained.id },
      { ...own, pathwayId: pathway.id },
    ],
  });
  const next = value(
    await perform(renewAgreementCommand, world.secretary, {
      ...{ agreementId: id, version: 1, validFrom: "2029-01-01" },
    }),
  );
  expect((await seen(next.id, world.secretary)).links.map((link) => link.id)).toEqual(
    expect.arrayContaining([trained.id, pathway.id]),
  );
});

test("a pathway that an agreement is about is not taken back", async () => {
  const world = await talentWorld(db());
  const { id: pathwayId } = await pathwayOf(world);
  expect((await ask(programmeChoicesQuery, world.leader, {})).pathways).toMatchObject([
    { id: pathwayId, from: { school: world.school.name }, to: { school: world.other.name } },
  ]);
  const { id } = value(await draft(world, { pathwayId }));
  const remove = () => perform(removePathwayCommand, world.leader, { pathwayId });
  expect(await remove()).toMatchObject({ reason: "pathway-in-agreement" });
  await db().agreementLink.deleteMany({ where: { agreementId: id } });
  expect(await remove()).toMatchObject({ ok: true });
});

const ofCall = async (world: CallWorld, callId: string) =>
  value(
    await perform(
      createAgreementCommand,
      world.office,
      input([world.poster, world.teams[0], world.teams[1]], { callId }),
    ),
  ).id;
/** What one reader is told of a call by the agreement, and of the agreement by the call. */
const told = async (call: Call, id: string, callId: string) => [
  (await seen(id, call)).links.map(({ name }) => name),
  (await ask(listAgreementsQuery, call, { call: callId })).items.map((row) => row.id),
];

test("a call that is not published is told to its own people alone, also by an agreement", async () => {
  const world = await callWorld();
  const { id: callId } = value(await perform(createCallCommand, world.enterprise, need));
  const id = await ofCall(world, callId);
  const title = "示例：薄壁件焊接变形控制";
  expect(await told(world.office, id, callId)).toEqual([[title], [id]]);
  expect(await told(world.enterprise, id, callId)).toEqual([[title], [id]]);
  expect(await told(world.bidders[0], id, callId)).toEqual([[], []]);
});

test("a restricted call: neither its title nor its poster shows through an agreement before one has signed", async () => {
  const world = await callWorld();
  const callId = await biddingCall(world, {
    secrecy: "restricted",
    publicTitle: "示例：某工艺难题",
  });
  const id = await ofCall(world, callId);
  const title = "示例：薄壁件焊接变形控制";
  const delegate = await world.as("delegate", world.teams[2].id);
  expect(await told(world.office, id, callId)).toEqual([[title], [id]]);
  expect(await told(delegate, id, callId)).toEqual([[], []]);
  expect(await told(world.bidders[0], id, callId)).toEqual([[], []]);
  await db().callUndertaking.create({
    data: {
      ...{ allianceId: world.alliance.id, callId, organizationId: world.teams[0].id },
      ...{ signedById: world.bidders[0].actor.userId ?? "", text: "示例：保密承诺" },
    },
  });
  expect(await told(world.bidders[0], id, callId)).toEqual([[title], [id]]);
  expect(await told(world.bidders[1], id, callId)).toEqual([[], []]);
});
