import { expect, test } from "vitest";
import {
  moveOwnParts,
  moveReferences,
} from "@/lib/features/organizations/commands/move-references";
import { inTransaction } from "@/lib/platform/db/transaction";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createAgreementRow } from "@/prisma/seed/factories/colleges";
import { useDatabase } from "@/tests/support/database";
import { openedDemand, publishedSupply, talentWorld, year } from "./world";

const { db } = useDatabase();

const merge = (survivor: string, absorbed: string) =>
  inTransaction(async (tx) => {
    await moveOwnParts(tx, survivor, absorbed);
    await moveReferences(tx, survivor, absorbed);
  });

test("two rows of one school: their one offering, its numbers, matches and classes come together", async () => {
  const world = await talentWorld(db());
  const { allianceId, school, other } = world;
  const demand = await openedDemand(world);
  const [kept, twin] = [
    await publishedSupply(db(), world),
    await publishedSupply(db(), world, { offeringId: world.otherOfferingId }),
  ];
  const older = await publishedSupply(db(), world, {
    offeringId: world.otherOfferingId,
    academicYear: year - 1,
  });
  const both = { allianceId, demandId: demand.id, form: "training" as const };
  await db().talentMatch.create({
    data: { ...both, supplyId: kept.id, quantity: 2, state: "contacted" },
  });
  await db().talentMatch.create({
    data: { ...both, supplyId: twin.id, quantity: 3, state: "suggested" },
  });
  await db().talentMatch.create({
    data: { ...both, supplyId: twin.id, quantity: 4, hired: 4, state: "result" },
  });
  for (const organizationId of [school.id, other.id]) {
    await db().trainingClass.create({
      data: { allianceId, organizationId, kind: "order", name: "示例同名班" },
    });
    await db().programmeGroup.create({
      data: { allianceId, organizationId, name: "示例同名群" },
    });
  }
  await merge(school.id, other.id);
  const supplies = await db().talentSupply.findMany({ where: { allianceId } });
  expect(supplies.map(({ id }) => id).sort()).toEqual([kept.id, older.id].sort());
  expect(supplies.every(({ offeringId }) => offeringId === world.offeringId)).toBe(true);
  expect(supplies.find(({ id }) => id === kept.id)?.taken).toBe(4);
  const matches = await db().talentMatch.findMany({ where: { allianceId } });
  expect(matches.map(({ state }) => state).sort()).toEqual(["contacted", "dropped", "result"]);
  const names = await db().trainingClass.findMany({ where: { organizationId: school.id } });
  expect(new Set(names.map(({ name }) => name)).size).toBe(2);
  expect(await db().programmeGroup.count({ where: { allianceId } })).toBe(1);
  expect(await db().programmeOffering.count({ where: { organizationId: other.id } })).toBe(0);
});

test("a filled demand stays filled when its match goes over to the survivor's numbers", async () => {
  const world = await talentWorld(db());
  const { allianceId, school, other } = world;
  const demand = await openedDemand(world);
  const kept = await publishedSupply(db(), world);
  const twin = await publishedSupply(db(), world, { offeringId: world.otherOfferingId });
  const { id } = await db().talentMatch.create({
    data: {
      allianceId,
      demandId: demand.id,
      supplyId: twin.id,
      quantity: 10,
      hired: 10,
      form: "recruitment",
      state: "result",
    },
  });
  const where = { id: demand.id };
  await db().talentDemand.update({ where, data: { state: "filled" } });
  await merge(school.id, other.id);
  expect(await db().talentMatch.findUniqueOrThrow({ where: { id } })).toMatchObject({
    supplyId: kept.id,
  });
  expect(await db().talentDemand.findUniqueOrThrow({ where })).toMatchObject({
    state: "filled",
    taken: 10,
    hired: 10,
  });
});

test("published numbers count before those that are not; agreements without room end, and their demand is open again", async () => {
  const world = await talentWorld(db());
  const { allianceId, school, other } = world;
  const last = year - 1;
  const draft = await publishedSupply(db(), world, { academicYear: last });
  await db().talentSupply.update({
    where: { id: draft.id },
    data: { state: "bureau_confirmed", publishedAt: null },
  });
  const offeringId = world.otherOfferingId;
  const published = await publishedSupply(db(), world, { offeringId, academicYear: last });
  const small = await publishedSupply(db(), world, { graduates: 5 });
  const twin = await publishedSupply(db(), world, { offeringId, graduates: 5 });
  const agreed = async (supplyId: string, quantity: number) => {
    const demand = await openedDemand(world);
    const demandId = demand.id;
    await db().talentMatch.create({
      data: { allianceId, demandId, supplyId, quantity, form: "recruitment", state: "agreed" },
    });
    await db().talentDemand.update({ where: { id: demandId }, data: { state: "partly_matched" } });
    return demandId;
  };
  await agreed(published.id, 3);
  await agreed(small.id, 4);
  const without = await agreed(twin.id, 2);
  await merge(school.id, other.id);
  const supplies = await db().talentSupply.findMany({ where: { allianceId } });
  expect(new Map(supplies.map(({ id, taken }) => [id, taken]))).toEqual(
    new Map([
      [published.id, 3],
      [small.id, 4],
    ]),
  );
  expect(supplies.every((supply) => supply.offeringId === world.offeringId)).toBe(true);
  expect(await db().talentDemand.findUniqueOrThrow({ where: { id: without } })).toMatchObject({
    state: "open",
    taken: 0,
  });
});

test("I-16 a published report follows its issuer's merger, and nothing else of it changes", async () => {
  const world = await talentWorld(db());
  const survivor = await createOrganization(db(), { kind: "government" });
  const { id } = await db().talentReport.create({
    data: {
      allianceId: world.allianceId,
      kind: "key_industries",
      year,
      issuerId: world.bureau.id,
      snapshot: { kind: "key_industries", keyIndustries: 0, industries: [] },
      sha256: "0".repeat(64),
      takenAt: new Date(),
      state: "published",
      edition: 1,
      reviewedAt: new Date(),
      publishedAt: new Date(),
    },
  });
  const before = await db().talentReport.findUniqueOrThrow({ where: { id } });
  await db().organization.update({
    where: { id: world.bureau.id },
    data: { status: "merged", mergedIntoId: survivor.id, creditCode: null },
  });
  await merge(survivor.id, world.bureau.id);
  expect(await db().talentReport.findUniqueOrThrow({ where: { id } })).toEqual({
    ...before,
    issuerId: survivor.id,
  });
});

test("one pathway registered at both rows: the agreements about it and its counts come together, each once", async () => {
  const world = await talentWorld(db());
  const { allianceId, school, other } = world;
  const target = await createOrganization(db(), { kind: "vocational_college" });
  const offering = await db().programmeOffering.create({
    data: { organizationId: target.id, programmeId: world.programme.id },
  });
  await db().allianceOffering.create({ data: { allianceId, offeringId: offering.id } });
  const pathway = (fromOfferingId: string, quota: number) =>
    db().programmePathway.create({
      data: {
        ...{ allianceId, fromOfferingId, toOfferingId: offering.id },
        ...{ model: "three_plus_two", academicYear: year, quota },
      },
    });
  const [kept, gone] = [
    await pathway(world.offeringId, 40),
    await pathway(world.otherOfferingId, 50),
  ];
  const agreement = () =>
    createAgreementRow(db(), { allianceId, organizationIds: [school.id, target.id] });
  const [one, both] = [await agreement(), await agreement()];
  await db().agreementLink.createMany({
    data: [
      { allianceId, agreementId: one.id, pathwayId: gone.id },
      { allianceId, agreementId: both.id, pathwayId: gone.id },
      { allianceId, agreementId: both.id, pathwayId: kept.id },
    ],
  });
  const moved = (pathwayId: string, people: number, of: number) =>
    db().pathwayTransition.create({
      data: { allianceId, pathwayId, year: of, moved: people, evidence: "示例名册" },
    });
  await moved(kept.id, 30, year);
  await moved(gone.id, 20, year);
  await moved(gone.id, 45, year + 1);
  await merge(school.id, other.id);
  expect(await db().programmePathway.findMany({ where: { allianceId } })).toMatchObject([
    { id: kept.id, quota: 45 },
  ]);
  const transitions = { where: { pathwayId: kept.id }, orderBy: { year: "asc" } } as const;
  expect(await db().pathwayTransition.findMany(transitions)).toMatchObject([
    { year, moved: 30 },
    { year: year + 1, moved: 45 },
  ]);
  const links = await db().agreementLink.findMany({ where: { pathwayId: kept.id } });
  expect(links.map(({ agreementId }) => agreementId).toSorted()).toEqual(
    [one.id, both.id].toSorted(),
  );
});
