import { beforeAll, expect, test } from "vitest";
import { moveColleges } from "@/lib/features/organizations/commands/move-colleges";
import { dateOf } from "@/lib/kernel/dates";
import { inTransaction } from "@/lib/platform/db/transaction";
import { createOrganization } from "@/prisma/seed/factories/basics";
import { createCollegeRow } from "@/prisma/seed/factories/colleges";
import { useDatabase } from "../../support/database";
import { hangCollegesOn } from "../organizations/colleges";
import { createWorld, type World } from "./world";

const { db } = useDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(db());
});

const twins = async (kind: "enterprise" | "park" = "enterprise") => ({
  survivor: (await createOrganization(db(), { kind })).id,
  absorbed: (await createOrganization(db(), { kind })).id,
});
const move = (survivor: string, absorbed: string) =>
  inTransaction((tx) => moveColleges(tx, survivor, absorbed));

test("everything of the duplicate goes over but the log of its agreements", async () => {
  const { survivor, absorbed } = await twins();
  await hangCollegesOn(db(), world.alliance.id, absorbed);
  // Bookings change hands by a merger only, which is noted before anything moves.
  await db().organization.update({
    where: { id: absorbed },
    data: { status: "merged", mergedIntoId: survivor, creditCode: null },
  });
  await move(survivor, absorbed);
  const counts = await Promise.all([
    db().agreementParty.count({ where: { organizationId: absorbed } }),
    db().platformParty.count({ where: { organizationId: absorbed } }),
    db().platformComponent.count({ where: { ownerId: absorbed } }),
    db().college.count({ where: { schoolId: absorbed } }),
    db().collegeParty.count({ where: { organizationId: absorbed } }),
    db().collegeRectification.count({ where: { organizationId: absorbed } }),
    db().parkPairing.count({ where: { OR: [{ schoolId: absorbed }, { parkId: absorbed }] } }),
    db().placement.count({ where: { OR: [{ schoolId: absorbed }, { hostId: absorbed }] } }),
    db().equipmentBooking.count({ where: { organizationId: absorbed } }),
  ]);
  expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(await db().agreementEvent.count({ where: { organizationId: absorbed } })).toBe(1);
});

test("A-32 shares of both rows in one college are one share, and gifts follow", async () => {
  const { survivor, absorbed } = await twins();
  const college = await createCollegeRow(db(), {
    allianceId: world.alliance.id,
    organizationIds: [world.school.id, survivor, absorbed],
  });
  await inTransaction(async (tx) => {
    await tx.college.update({ where: { id: college.id }, data: { ownership: "mixed" } });
    for (const [organizationId, share] of [
      [world.school.id, 5000],
      [survivor, 3000],
      [absorbed, 2000],
    ] as const) {
      await tx.collegeParty.updateMany({
        where: { collegeId: college.id, organizationId },
        data: { share },
      });
    }
  });
  const duplicate = await db().collegeParty.findFirstOrThrow({
    where: { collegeId: college.id, organizationId: absorbed },
  });
  await db().collegeContribution.create({
    data: {
      ...{ allianceId: world.alliance.id, collegeId: college.id, partyId: duplicate.id },
      ...{ kind: "cash", amount: 10, evidence: "示例", confirmedAt: dateOf("2026-01-02") },
      on: dateOf("2026-01-01"),
    },
  });
  await move(survivor, absorbed);
  const kept = await db().collegeParty.findFirstOrThrow({
    where: { collegeId: college.id, organizationId: survivor },
    include: { contributions: true },
  });
  expect(kept).toMatchObject({ share: 5000, contributions: [{ partyId: kept.id }] });
});

test("two rows of one park: one pairing is left, with the visits of both", async () => {
  const { survivor, absorbed } = await twins("park");
  const allianceId = world.alliance.id;
  const pair = async (unit: string, parkId: string) => {
    const validFrom = dateOf("2026-01-01");
    const made = await db().parkPairing.create({
      data: { allianceId, schoolId: world.school.id, unit, parkId, validFrom },
    });
    const visit = { allianceId, pairingId: made.id, people: 2, result: "示例" };
    await db().pairingVisit.create({ data: { ...visit, on: dateOf("2026-02-01") } });
    return made;
  };
  const kept = await pair("示例二级学院 甲", survivor);
  await pair("示例二级学院 乙", absorbed);
  await move(survivor, absorbed);
  const left = await db().parkPairing.findMany({
    where: { parkId: { in: [survivor, absorbed] } },
    include: { visits: true },
  });
  expect(left.map(({ id, visits }) => [id, visits.length])).toEqual([[kept.id, 2]]);
});
