import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAgreementRow,
  createCollegeRow,
  createPlatformRow,
} from "@/prisma/seed/factories/colleges";
import { addOrganization } from "./scene";

/** What agreements, platforms, colleges, pairings and placements say of an organization. */
export async function hangCollegesOn(db: Tx, allianceId: string, organizationId: string) {
  const other = (await addOrganization(db, "示例合作单位")).id;
  const agreement = await createAgreementRow(db, {
    allianceId,
    organizationIds: [organizationId, other],
  });
  await db.agreementEvent.create({
    data: {
      ...{ allianceId, agreementId: agreement.id, organizationId },
      step: "sealed",
      on: dateOf("2026-01-02"),
    },
  });
  const platform = await createPlatformRow(db, { allianceId });
  const own = { allianceId, platformId: platform.id };
  await db.platformParty.create({ data: { ...own, organizationId, role: "market" } });
  await db.platformComponent.create({
    data: { ...own, kind: "space", ordinal: 1, ownerId: organizationId },
  });
  const equipment = await db.platformEquipment.create({
    data: { ...own, name: "示例设备", value: 1, openHours: "示例：周三" },
  });
  await db.equipmentBooking.create({
    data: {
      ...{ allianceId, equipmentId: equipment.id, organizationId, piece: 1 },
      startsAt: new Date("2026-01-05T01:00:00Z"),
      endsAt: new Date("2026-01-05T03:00:00Z"),
      purpose: "示例",
    },
  });
  const college = await createCollegeRow(db, {
    allianceId,
    organizationIds: [organizationId, other],
    state: "rectifying",
  });
  const review = await db.collegeReview.create({
    data: { allianceId, collegeId: college.id, year: 2025, selfReport: "示例", enrolled: 1 },
  });
  await db.collegeRectification.create({
    data: {
      ...{ allianceId, reviewId: review.id, organizationId },
      title: "示例",
      dueOn: dateOf("2027-01-01"),
    },
  });
  const dates = { validFrom: dateOf("2026-01-01") };
  await db.parkPairing.createMany({
    data: [
      { allianceId, schoolId: organizationId, unit: "示例二级学院", parkId: other, ...dates },
      { allianceId, schoolId: other, unit: "示例二级学院", parkId: organizationId, ...dates },
    ],
  });
  const call = await db.placementCall.create({
    data: {
      ...{ allianceId, title: "示例征集", target: 10 },
      opensOn: dateOf("2026-01-01"),
      closesOn: dateOf("2026-12-31"),
    },
  });
  const placement = { allianceId, callId: call.id, field: "示例方向" };
  await db.placement.createMany({
    data: [
      { ...placement, schoolId: organizationId, reference: "示例 1" },
      { ...placement, schoolId: other, hostId: organizationId, reference: "示例 2" },
    ],
  });
}
