import { dateOf } from "@/lib/kernel/dates";
import type { Tx } from "@/lib/platform/db/transaction";

/** A training with the one number that is known of it, and the record that it proves. */
export async function createTrainingRow(
  db: Tx,
  given: {
    allianceId: string;
    organizationId: string;
    partnerId?: string;
    course?: string;
    state?: "submitted" | "returned";
    persons?: number;
  },
) {
  const {
    allianceId,
    organizationId,
    partnerId,
    course = "示例合并培训",
    state = "submitted",
    persons = 30,
  } = given;
  await db.metricDefinition.createMany({
    data: {
      code: "M40",
      sortOrder: 40,
      nameZh: "培训人数",
      nameEn: "Persons trained",
      unitZh: "人",
      unitEn: "persons",
      aggregation: "distinct",
      yearBasis: "calendar",
      definitionZh: "-",
      definitionEn: "-",
      reportable: true,
    },
    skipDuplicates: true,
  });
  const key = {
    naturalKey: `${course} · 2026-03-01 · 示例教室`,
    organizationId,
  };
  const record = await db.outcomeRecord.create({
    data: {
      ...key,
      allianceId,
      metricCode: "M40",
      title: course,
      year: 2026,
      occurredOn: dateOf("2026-03-01"),
      quantity: persons,
      state,
      ...(state === "returned" && { returnReason: "示例原因" }),
    },
  });
  return db.trainingBatch.create({
    data: {
      ...key,
      allianceId,
      partnerId: partnerId ?? null,
      kind: "skill",
      course,
      place: "示例教室",
      startsOn: dateOf("2026-03-01"),
      endsOn: dateOf("2026-03-01"),
      persons,
      fullDays: false,
      publicBenefit: false,
      records: { create: { metricCode: "M40", recordId: record.id } },
    },
  });
}

/** A training that the organization gave, and one that it gave with another. */
export async function hangTrainingsOn(db: Tx, allianceId: string, organizationId: string) {
  const partner = await db.organization.findFirstOrThrow({
    where: { id: { not: organizationId }, status: "active" },
  });
  await createTrainingRow(db, { allianceId, organizationId, partnerId: partner.id });
  await createTrainingRow(db, {
    allianceId,
    organizationId: partner.id,
    partnerId: organizationId,
    course: "示例合办培训",
  });
}
