import { createHash, randomUUID } from "node:crypto";
import { reportOutcomeProcedure } from "@/lib/features/outcomes/procedures/records";
import type { Actor } from "@/lib/platform/auth/actor";
import { perform } from "@/lib/platform/corridor/faces";
import type { Tx } from "@/lib/platform/db/transaction";
import {
  createAlliance,
  createMembership,
  createOrganization,
} from "@/prisma/seed/factories/basics";
import { createActor } from "@/tests/support/actors";

const metrics = [
  {
    code: "M35",
    nameZh: "授权专利数",
    unitZh: "项",
    aggregation: "distinct",
    evidenceRequired: true,
  },
  { code: "M41", nameZh: "培训人日", unitZh: "人日", aggregation: "sum", evidenceRequired: true },
  {
    code: "M47",
    nameZh: "订单班在册人数",
    unitZh: "人",
    aggregation: "latest",
    evidenceRequired: false,
  },
] as const;

/** The metrics that these tests report under. */
export const createMetrics = (db: Tx) =>
  db.metricDefinition.createMany({
    data: metrics.map((metric, sortOrder) => ({
      ...metric,
      sortOrder,
      nameEn: metric.code,
      unitEn: "units",
      yearBasis: "calendar" as const,
      definitionZh: "-",
      definitionEn: "-",
      reportable: true,
    })),
    skipDuplicates: true,
  });

/** A piece of paper that this person has handed in. */
export const createEvidence = (db: Tx, allianceId: string, actor: Actor) =>
  db.storedFile.create({
    data: {
      allianceId,
      uploadedById: actor.userId,
      name: "示例佐证.pdf",
      mediaType: "application/pdf",
      size: 10,
      sha256: createHash("sha256").update(randomUUID()).digest("hex"),
    },
  });

/** An alliance with a school that reports, another member, and the people around them. */
export async function createStage(db: Tx) {
  await createMetrics(db);
  const alliance = await createAlliance(db);
  const school = await createOrganization(db, { kind: "vocational_college" });
  const other = await createOrganization(db, { kind: "university" });
  for (const organization of [school, other]) {
    await createMembership(db, { allianceId: alliance.id, organizationId: organization.id });
  }
  const at = { allianceId: alliance.id };
  return {
    alliance,
    school,
    other,
    reporter: await createActor(db, "reporter", { ...at, organizationId: school.id }),
    leader: await createActor(db, "school_leader", { ...at, organizationId: school.id }),
    otherReporter: await createActor(db, "reporter", { ...at, organizationId: other.id }),
    secretariat: await createActor(db, "secretariat", at),
    delegate: await createActor(db, "delegate", { ...at, organizationId: other.id }),
  };
}

/** Somebody of the secretariat who also reports for the other member. */
export async function createInsider(
  db: Tx,
  stage: Awaited<ReturnType<typeof createStage>>,
): Promise<Actor> {
  const at = { allianceId: stage.alliance.id, organizationId: stage.other.id };
  const actor = await createActor(db, "secretariat", { allianceId: at.allianceId });
  await db.roleGrant.create({
    data: {
      ...at,
      userId: actor.userId ?? "",
      role: "reporter",
      validFrom: new Date("2020-01-01"),
    },
  });
  return { ...actor, roles: [...actor.roles, { role: "reporter", ...at }] };
}

/** A patent that the school of the stage has reported under this key, with its paper. */
export async function reportPatent(
  db: Tx,
  stage: Awaited<ReturnType<typeof createStage>>,
  key: string,
): Promise<{ id: string; version: number }> {
  const paper = await createEvidence(db, stage.alliance.id, stage.reporter);
  const by = { actor: stage.reporter, tenant: stage.alliance.slug };
  const result = await perform(reportOutcomeProcedure, by, {
    organizationId: stage.school.id,
    metricCode: "M35",
    title: `示例专利 ${key}`,
    occurredOn: "2026-05-01",
    quantity: "1",
    naturalKey: key,
    fileId: paper.id,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
