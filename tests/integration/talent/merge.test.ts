import { expect, test } from "vitest";
import {
  moveOwnParts,
  moveReferences,
} from "@/lib/features/organizations/commands/move-references";
import { inTransaction } from "@/lib/platform/db/transaction";
import { useDatabase } from "@/tests/support/database";
import { openedDemand, publishedSupply, talentWorld, year } from "./world";

const { db } = useDatabase();

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
  await inTransaction(async (tx) => {
    await moveOwnParts(tx, school.id, other.id);
    await moveReferences(tx, school.id, other.id);
  });
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
